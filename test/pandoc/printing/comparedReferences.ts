import { readFileSync } from 'node:fs'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { placedGroup, placingIn } from '../../../src/core/printing/placing/placedCitations.ts'
import { readStyle } from '../../../src/core/printing/placing/citationStyle.ts'
import { printReferences } from '../../../src/core/printing/printReferences.ts'
import type { OwnStyle, PrintedRun } from '../../../src/core/printing/printed.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { publishedStyle } from '../../support/officialSource.ts'
import { field, filterFile, filtering, pandocTree } from '../pandoc.ts'

/** A report of paragraphs, each of them one group of citations. */
export interface ComparedReport {
  readonly style: OwnStyle
  readonly lang: string
  readonly paragraphs: readonly string[]
  readonly items: readonly CslItem[]
}

/** What each paragraph prints, what its note says behind ` | `, and the entries; faces as tags. */
export interface ComparedReferences {
  readonly paragraphs: readonly string[]
  readonly list: readonly string[]
}

function sourceOf({ lang, paragraphs }: ComparedReport): string {
  return `---\nlang: ${lang}\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** What we print of `compared`. */
export function ourReferences(compared: ComparedReport): ComparedReferences {
  const { style, lang, items } = compared
  const report = analyseReport(sourceOf(compared))
  const placing = placingIn(report, readStyle(style), items)
  const placed = report.groups.map((group) => placedGroup(group, placing))
  const { groups, list } = printReferences(placed, style, lang)
  return {
    paragraphs: groups.map(({ text, note }) => withNote(tagged(text), note && tagged(note))),
    list: list.map(({ key, runs }) => `${key}: ${tagged(runs)}`),
  }
}

function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text} | ${note}`
}

const tags = {
  italic: 'i',
  strong: 'b',
  smallCaps: 'sc',
  raised: 'sup',
  lowered: 'sub',
  struck: 's',
  underlined: 'u',
  marked: 'mark',
  code: 'code',
} as const

function tagged(runs: readonly PrintedRun[]): string {
  return merged(runs.map(taggedRun).join(''))
}

function taggedRun({ text, faces = [] }: PrintedRun): string {
  return faces.reduceRight((said, face) => inTag(tags[face], said), text)
}

function inTag(tag: string, text: string): string {
  return `<${tag}>${text}</${tag}>`
}

/** Faces that go on are one. */
function merged(text: string): string {
  const once = text.replace(/<\/(sc|sup|sub|[bisu]|mark|code)><\1>/gu, '')
  return once === text ? text : merged(once)
}

/** As *Write Bibliography* has them: in the order in which a report cites them first. */
function inOrder(items: readonly CslItem[], source: string): readonly CslItem[] {
  const at = (item: CslItem): number => source.search(new RegExp(`@${item.id}(?![\\w-])`, 'u'))
  return items.toSorted((a, b) => at(a) - at(b))
}

/** What Pandoc prints of `compared`, with our filter. */
export async function pandocReferences(compared: ComparedReport): Promise<ComparedReferences> {
  const { style, items } = compared
  const files = {
    ...filterFile,
    'b.json': JSON.stringify(inOrder(items, sourceOf(compared))),
    's.csl': readFileSync(publishedStyle(style).file, 'utf8'),
  }
  const options = { bibliography: 'b.json', csl: 's.csl', ...filtering }
  const tree = await pandocTree(sourceOf(compared), files, options)
  const blocks = listOf(field(tree, 'blocks'))
  return {
    paragraphs: blocks.flatMap((block) =>
      field(block, 't') === 'Para' ? [paragraphOf(block)] : [],
    ),
    list: blocks.flatMap(entriesIn),
  }
}

function paragraphOf(block: unknown): string {
  const notes: string[] = []
  const text = merged(said(field(block, 'c'), notes)).trim()
  return withNote(text, notes[0])
}

function entriesIn(block: unknown): readonly string[] {
  if (field(block, 't') !== 'Div') return []
  const [attributes, blocks] = listOf(field(block, 'c'))
  const [id] = listOf(attributes)
  if (typeof id !== 'string' || !id.startsWith('ref-')) return listOf(blocks).flatMap(entriesIn)
  return [`${id.slice('ref-'.length)}: ${merged(said(blocks, []))}`]
}

/** What Pandoc calls the faces. */
const faces: Readonly<Record<string, keyof typeof tags>> = {
  Emph: 'italic',
  Strong: 'strong',
  SmallCaps: 'smallCaps',
  Superscript: 'raised',
  Subscript: 'lowered',
  Strikeout: 'struck',
  Underline: 'underlined',
}

function said(tree: unknown, notes: string[]): string {
  if (Array.isArray(tree)) return tree.map((one) => said(one, notes)).join('')
  const content = field(tree, 'c')
  const kind = field(tree, 't')
  const face = typeof kind === 'string' ? faces[kind] : undefined
  if (face !== undefined) return inTag(tags[face], said(content, notes))
  switch (kind) {
    case 'Str':
      return typeof content === 'string' ? content : ''
    case 'Code':
      return inTag('code', String(listOf(content)[1]))
    case 'Space':
    case 'SoftBreak':
      return ' '
    case 'Note':
      notes.push(merged(said(content, [])))
      return ''
    case 'Quoted':
      return quoted(content, notes)
    case 'Span':
      return isMarked(content)
        ? inTag('mark', said(listOf(content)[1], notes))
        : said(listOf(content)[1], notes)
    case 'Cite':
    case 'Link':
      return said(listOf(content)[1], notes)
    case 'RawInline':
      return ''
    default:
      return content === undefined ? '' : said(content, notes)
  }
}

/** As Pandoc writes them into a page, whatever the language. */
function quoted(content: unknown, notes: string[]): string {
  const [kind, words] = listOf(content)
  const [open = '', close = ''] = field(kind, 't') === 'DoubleQuote' ? '“”' : '‘’'
  return open + said(words, notes) + close
}

function isMarked(content: unknown): boolean {
  const [attributes] = listOf(content)
  return listOf(listOf(attributes)[1]).includes('mark')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
