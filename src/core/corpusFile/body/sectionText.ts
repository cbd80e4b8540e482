import type { List, ListItem, RootContent } from 'mdast'
import type { Span } from '../../text/span.ts'
import { spanOfNode, type BodyBlock } from './bodySections.ts'
import type { WrittenField } from '../fields/fieldValues.ts'
import { plainText } from '../source/plainText.ts'
import { sentence, type Sentence } from '../../corpus/sentence.ts'
import { quoted } from '../source/suspiciousCharacters.ts'
import type { TroubleLog } from '../source/troubleLog.ts'

/** What stands under a heading. */
export interface SectionText {
  /** The paragraphs before the list, without markup, a blank line between them. */
  readonly summary: string | undefined
  /** Each `name: value` of the list; its span is the line without the list's marker. */
  readonly facts: readonly WrittenField[]
}

/** The summary and the facts of `blocks`; what has no place there is a trouble and left out. */
export function readSectionText(blocks: readonly BodyBlock[], log: TroubleLog): SectionText {
  const told = blocks.filter((block) => !isComment(block.node))
  const listIndex = told.findIndex((block) => isBulleted(block.node))
  const before = listIndex === -1 ? told : told.slice(0, listIndex)
  const after = listIndex === -1 ? [] : told.slice(listIndex + 1)
  for (const block of before) {
    if (block.node.type !== 'paragraph') addUnexpected(log, block.span, block.node)
  }
  for (const block of after) addUnexpected(log, block.span, block.node, 'after the list')
  const paragraphs = before.filter((block) => block.node.type === 'paragraph')
  for (const block of paragraphs) warnOfMarkup(log, block)
  const summary = paragraphs.map((block) => plainText(block.node)).filter((text) => text !== '')
  const list = told[listIndex]
  return {
    summary: summary.length === 0 ? undefined : summary.join('\n\n'),
    facts: list?.node.type === 'list' ? readFacts(list.node, list.base, log) : [],
  }
}

function isBulleted(node: RootContent): boolean {
  return node.type === 'list' && node.ordered !== true
}

/** A comment is the author's own business. */
function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value)
}

function readFacts(list: List, base: number, log: TroubleLog): readonly WrittenField[] {
  return list.children.flatMap((item) => readFact(item, base, log))
}

function readFact(item: ListItem, base: number, log: TroubleLog): readonly WrittenField[] {
  const [paragraph, ...rest] = item.children
  for (const node of rest) addUnexpected(log, spanOfNode(node, base), node, 'in the list')
  if (paragraph === undefined) return []
  const span = spanOfNode(paragraph, base)
  if (paragraph.type !== 'paragraph') {
    addUnexpected(log, span, paragraph, 'in the list')
    return []
  }
  const text = plainText(paragraph)
  const colon = text.indexOf(':')
  if (colon > 0 && /^[^\s:：]+$/.test(text.slice(0, colon).trim())) {
    return [{ name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim(), span }]
  }
  log.add(
    'field.malformed',
    span,
    sentence`${quoted(text)} is not of the form \`name: value\`.`,
    text.includes('：')
      ? sentence`Write a plain colon \`:\` after the name, not the full-width \`：\`.`
      : sentence`Write the name of a field, a colon and its value on one line of the list.`,
  )
  return []
}

/** HTML and images in a paragraph are told as text; that is seldom what was meant. */
function warnOfMarkup(log: TroubleLog, block: BodyBlock): void {
  if (block.node.type !== 'paragraph') return
  for (const child of block.node.children) {
    if (child.type === 'html' || child.type === 'image') {
      const what = child.type === 'html' ? sentence`An HTML tag` : sentence`A picture`
      log.add(
        'text.unexpected',
        spanOfNode(child, block.base),
        sentence`${what} stands in the text; it is kept as plain words only.`,
        sentence`Write plain words; \`\\<\` writes a less-than sign.`,
      )
    }
  }
}

function addUnexpected(
  log: TroubleLog,
  span: Span,
  node: RootContent,
  where: Place = 'here',
): void {
  log.add(
    'text.unexpected',
    span,
    outOfPlace(blockNames.get(node.type) ?? sentence`Something`, where),
    sentence`Write the summary as plain paragraphs, then one bulleted list of \`name: value\`.`,
  )
}

type Place = 'here' | 'in the list' | 'after the list'

function outOfPlace(what: Sentence, where: Place): Sentence {
  switch (where) {
    case 'here':
      return sentence`${what} has no place here and is left out.`
    case 'in the list':
      return sentence`${what} has no place in the list and is left out.`
    case 'after the list':
      return sentence`${what} has no place after the list and is left out.`
  }
}

const blockNames: ReadonlyMap<RootContent['type'], Sentence> = new Map([
  ['blockquote', sentence`A quotation`],
  ['code', sentence`A code block`],
  ['definition', sentence`A link definition`],
  ['html', sentence`HTML`],
  ['list', sentence`A further or numbered list`],
  ['paragraph', sentence`A paragraph`],
  ['thematicBreak', sentence`A line across the page`],
])
