import type { Aside, Outline, Part } from '../../core/official/outline.ts'
import { hasMeasuresOfLaw, isLaw, isMeasureOfLaw, type PartOfLaw } from '../lawRule.ts'
import { withLines } from '../running/ahead/lines.ts'
import { isNamedAct } from '../running/ahead/numberedSections.ts'
import { inLines, lineBreak, type TextBlock } from '../running/block.ts'
import { readRunningText } from '../running/readRunningText.ts'
import { measureStart } from '../running/sectionMark.ts'
import type { Block } from './block.ts'
import { jointOf, type Vocabulary } from './joinLines.ts'
import { PrintedWords, type PlacedContent } from './printedWords.ts'

/** Fewer articles or sections may be quoted. */
const leastMeasures = 2

/**
 * The outline of a PDF that is a law: what its lines begin with says what is a part, as in any running text. `undefined` where
 * it is none, or where `drawn`, its parts by what it draws, has as many articles and sections.
 */
export function lawOutline(
  blocks: readonly Block[],
  drawn: readonly Part[],
  words: Vocabulary,
): Pick<Outline, 'title' | 'parts' | 'text' | 'pageStarts' | 'asides' | 'unread'> | undefined {
  const printed = new PrintedWords()
  const depths = depthsOf(blocks)
  const texts = blocks.flatMap((block) => textBlockOf(block, { words, depths, printed }))
  const starts = blocks.reduce((sum, block) => sum + startsIn(block), 0)
  if (starts < leastMeasures && !isNamedAct(texts)) return undefined
  const read = readRunningText(texts)
  const { parts, text = '', asides = [], unread } = read
  if (!parts.some(hasMeasuresOfLaw) || !isLaw(parts)) return undefined
  const measures = countOf(parts)
  if (measures < leastMeasures || measures <= countOf(drawn)) return undefined
  const own = withoutTitle(printed.place(text, parts))
  return {
    ...own,
    asides: [...asides, ...(own.asides ?? [])],
    unread: unread.map(({ where, what }) => ({ where: where.replace(/^line\b/u, 'page'), what })),
  }
}

/** A heading without a number that all stands below is the title. */
function withoutTitle(whole: PlacedContent): PlacedContent & Pick<Outline, 'title' | 'asides'> {
  const [only] = whole.parts
  const isNamed = only?.kind !== undefined || only?.label !== undefined
  const isAll = whole.parts.length === 1 && whole.text === '' && only?.level === 'division'
  const title = only?.heading
  if (!isAll || isNamed || title === undefined) return whole
  const { text, pageStarts, parts } = only
  const asides: Aside[] = [...(only.asides ?? []), { kind: 'text', text: title }]
  return { title, text, ...(pageStarts && { pageStarts }), parts, asides }
}

function startsIn({ lines }: Block): number {
  return lines.filter(({ text }) => measureStart(plain(text)) !== undefined).length
}

function countOf(parts: readonly PartOfLaw[]): number {
  return parts.reduce((sum, part) => sum + (isMeasureOfLaw(part) ? 1 : 0) + countOf(part.parts), 0)
}

/** How deep each rank of headings is: the highest is 1. */
function depthsOf(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const ranks = new Set(blocks.flatMap(({ kind, rank }) => (kind === 'heading' ? [rank] : [])))
  return new Map([...ranks].sort((a, b) => b - a).map((rank, at) => [rank, at + 1]))
}

interface Reading {
  readonly words: Vocabulary
  readonly depths: ReadonlyMap<number, number>
  readonly printed: PrintedWords
}

function textBlockOf(block: Block, { words, depths, printed }: Reading): readonly TextBlock[] {
  const page = block.pageStarts[0]?.page ?? 1
  if (block.table !== undefined) return [{ kind: 'rows', table: block.table, line: page }]
  for (const line of block.lines) printed.add(plain(line.text), line.page)
  const text = wordsOf(
    block.lines.map((line) => plain(line.text)),
    words,
  )
  if (text === '') return []
  const depth = block.kind === 'heading' ? depths.get(block.rank) : undefined
  const start = depth === undefined ? undefined : measureStart(text)
  if (depth === undefined || (start !== undefined && start.rest !== '')) {
    return [{ kind: 'paragraph', text, line: page }]
  }
  return [{ kind: 'heading', depth, text: text.replaceAll(lineBreak, ' '), line: page }]
}

/** The words of lines, with a mark where one begins a part. */
function wordsOf(lines: readonly string[], words: Vocabulary): string {
  const marked = withLines(lines.join('\n'))
  let text = ''
  let at = 0
  for (const line of lines) {
    const own = line.trim()
    const isParted = at > 0 && marked.charAt(at - 1) === lineBreak
    at += own.length + 1
    if (text === '') text = own
    else if (isParted) text += lineBreak + own
    else {
      const { dropped, between } = jointOf(text.slice(-longestWord), own, words)
      text = text.slice(0, text.length - dropped) + between + own
    }
  }
  return inLines(text)
}

/** So much of a text is looked at for a word that its end may cut, in UTF-16 units. */
const longestWord = 200

/** Without radicals, as which some fonts have characters: `⼀` for `一`. */
function plain(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/gu, (sign) => sign.normalize('NFKC'))
}
