import { characterReferenceAt } from '../pandoc/characterReference.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { blocksHolding, type Block } from '../markdown/blocks.ts'
import { blockText } from '../markdown/blockText.ts'
import { blanked } from '../text/blanked.ts'
import { movedSpan, type Span } from '../text/span.ts'
import {
  besideBlock,
  besideQuotation,
  type BesideQuotation,
  type ReadBlock,
} from './quoted/besideQuotation.ts'
import { groupOf } from './quoted/groupOfQuotation.ts'
import { withoutSource } from './quoted/quotedSource.ts'
import type { Report } from './report.ts'
import { leftOut, seenWords, type SeenWords } from './quoted/seenWords.ts'
import { LookedAt } from './stretchMemory.ts'

/** Words of a report in quotation marks, or in a block quotation, that stand with a citation. */
export interface Quotation {
  /** The words with their Markdown, without the quotation marks. */
  readonly span: Span
  /** The words without Markdown, paragraphs parted by two line feeds. */
  readonly text: string
  /** Where each UTF-16 unit of `text` stands in the report, and where the last one ends. */
  readonly offsets: readonly number[]
  /** Where what is written for each UTF-16 unit of `text` ends: an entity is one. */
  readonly ends: readonly number[]
  /** What it stands with: the citations of one group. */
  readonly citations: readonly Citation[]
  readonly form: 'inline' | 'block'
  /** What a reader sees beside it, which says whose words they are. */
  readonly beside: BesideQuotation
}

/** So long quotations are looked at, in UTF-16 units of the report. */
const longestQuotation = 1_000_000

/** So many paragraphs of a block quotation are read. */
const mostParagraphs = 50

/**
 * The quotations of `report` that stand with a citation, in order. In a line these are words in quotation
 * marks with a citation right behind them, or else with one in the same sentence; in a block quotation
 * all its words, with a citation in it or at the end of the paragraph before that announces it by a
 * colon. Straight apostrophes and single marks quote nothing.
 */
export function quotationsOf(report: Report): readonly Quotation[] {
  const { source, blocks } = report
  const everywhere = new LookedAt({ start: 0, end: source.length })
  return quotationsIn(report, blocksHolding(blocks, '@'), everywhere)
}

/** The quotations that stand with a citation in `blocks` of `report`, in order; `lookedAt` is told how far they were looked for. */
export function quotationsIn(
  report: Report,
  blocks: readonly Block[],
  lookedAt: LookedAt,
): readonly Quotation[] {
  return blocks
    .flatMap((block) =>
      isInQuote(block)
        ? quotedBlock(report, block, lookedAt)
        : [...inlineQuotations(report, block), ...announcedQuotation(report, block, lookedAt)],
    )
    .sort((one, other) => one.span.start - other.span.start)
}

/** The part of the report that `span` of the text of `quotation` stands for. */
export function spanInReport({ offsets, ends, span }: Quotation, { start, end }: Span): Span {
  const first = offsets[start] ?? span.end
  const last = end > start ? (ends[end - 1] ?? span.end) : first
  return { start: first, end: last }
}

function isInQuote({ container }: Block): boolean {
  for (let at = container; at !== undefined; at = at.parent) {
    if (at.kind === 'quote') return true
  }
  return false
}

/** What stands in quotation marks in a line. */
function inlineQuotations(report: Report, block: Block): readonly Quotation[] {
  const read = readBlock(report, block)
  const { words, base, groups, quoted } = read
  const source = blockText(report.source, block)
  return quoted.flatMap(({ span }) => {
    const group = groupOf(span, words, groups, report, base)
    if (group === undefined) return []
    const seen = seenIn(report, block, source, words, movedSpan(span, -base))
    if (seen.text.trim() === '') return []
    const beside = besideQuotation(read, span, group)
    return [{ span, ...seen, citations: group.citations, form: 'inline' as const, beside }]
  })
}

function readBlock(report: Report, block: Block): ReadBlock {
  const base = block.span.start
  const words = maskWithMarks(report, block)
  const quoted = quotedSpans(words).map((span) => ({ span: movedSpan(span, base) }))
  const groups = report.groupsIn(block)
  return { words, base, groups, sentences: report.sentencesAround(base), quoted }
}

/** The block quotation that ends in `block`, which cites something, with what announces it. */
function quotedBlock(report: Report, block: Block, lookedAt: LookedAt): readonly Quotation[] {
  const paragraphs = paragraphsUpTo(report, block, lookedAt)
  const [first = block] = paragraphs
  const announcing = blockAbove(report, first, lookedAt)
  return blockQuotation(report, paragraphs, report.groupsIn(block), announcing)
}

/** A block quotation, of which `blocks` are the blocks in order, below the paragraph `announcing`. */
function blockQuotation(
  report: Report,
  blocks: readonly Block[],
  groups: readonly CitationGroup[],
  announcing: Block | undefined,
): readonly Quotation[] {
  const paragraphs = blocks.filter((block) => hasText(report, block))
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  const group = groups.at(-1)
  if (first === undefined || last === undefined || group === undefined) return []
  const span = { start: first.span.start, end: last.span.end }
  if (span.end - span.start > longestQuotation) return []
  const seen = paragraphs.map((block) => {
    const mask = withoutMarksAround(maskWithMarks(report, block))
    const words = block === last ? withoutSource(mask) : withoutHeadingMarks(mask, block)
    const source = blockText(report.source, block)
    return seenIn(report, block, source, words, { start: 0, end: words.length })
  })
  const { citations } = group
  const end = (last === first ? '' : '\n') + maskWithMarks(report, last)
  const beside = besideBlock(announcing && readBlock(report, announcing), end, citations)
  return [{ span, ...joined(seen, span.end), citations, form: 'block', beside }]
}

/** The paragraphs one behind the other, parted by two line feeds. */
function joined(paragraphs: readonly SeenWords[], end: number): SeenWords {
  let text = ''
  const offsets: number[] = []
  const ends: number[] = []
  for (const read of paragraphs) {
    if (text !== '' && read.text !== '') {
      const start = read.offsets[0] ?? end
      offsets.push(start, start)
      ends.push(start, start)
      text += '\n\n'
    }
    text += read.text
    for (const offset of read.offsets.slice(0, -1)) offsets.push(offset)
    for (const last of read.ends) ends.push(last)
  }
  offsets.push(end)
  return { text, offsets, ends }
}

/** The mask of a block without its citations, in which quotation marks that are written as entities are marks. */
function maskWithMarks(report: Report, block: Block): string {
  const mask = blanked(report.maskOf(block), block.span.start, report.groupsIn(block), leftOut)
  return mask.replace(/&#?[a-z\d]{2,8};/giu, (entity) => {
    const mark = characterReferenceAt(entity, 0)?.text ?? ''
    return mark === '"' || openings.has(mark) || openingOf.has(mark)
      ? mark.padEnd(entity.length, leftOut)
      : entity
  })
}

/** What a reader sees of a part of `block`, of which `source` is the text and `words` the mask. */
function seenIn(
  report: Report,
  block: Block,
  source: string,
  words: string,
  { start, end }: Span,
): SeenWords {
  const mask = words.slice(start, end)
  const written = { source: source.slice(start, end), mask, base: block.span.start + start }
  return seenWords(written, report.blocks.definitions)
}

/** The block quotation behind a paragraph that ends in a citation and a colon. */
function announcedQuotation(
  report: Report,
  block: Block,
  lookedAt: LookedAt,
): readonly Quotation[] {
  const groups = report.groupsIn(block)
  const last = groups.at(-1)
  if (last === undefined) return []
  const behind = report.maskOf(block).slice(last.span.end - block.span.start)
  if (!/^\s*[:：]\s*$/u.test(behind)) return []
  const paragraphs: Block[] = []
  let next = textBehind(report, block, lookedAt)
  while (next !== undefined && isInQuote(next) && paragraphs.length < mostParagraphs) {
    // One that cites for itself is read by itself.
    if (report.groupsIn(next).length > 0) return []
    paragraphs.push(next)
    next = blockBehind(report, next, lookedAt)
  }
  return blockQuotation(report, paragraphs, [last], block)
}

/** `block` and the paragraphs of the same block quotation before it that cite nothing. */
function paragraphsUpTo(report: Report, block: Block, lookedAt: LookedAt): readonly Block[] {
  const paragraphs = [block]
  let before = blockBefore(report, block, lookedAt)
  while (
    before !== undefined &&
    isInQuote(before) &&
    paragraphs.length < mostParagraphs &&
    report.groupsIn(before).length === 0
  ) {
    paragraphs.unshift(before)
    before = blockBefore(report, before, lookedAt)
  }
  return paragraphs
}

/** So far another block is looked for, in UTF-16 units. */
const farthestBlock = 200

/** The block before, where nothing but the lines of a block quotation part it: two quotations are parted by an empty line. */
function blockBefore(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const from = Math.max(0, span.start - farthestBlock)
  const gap = aboveQuoteMarks(source.slice(from, span.start))
  const before = gap === -1 ? undefined : blocks.around(Math.max(0, from + gap - 1))
  lookedAt.extendTo(from)
  if (before !== undefined) lookedAt.add(before)
  return before
}

/** The paragraph above a block quotation, which may announce it. */
function blockAbove(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const from = Math.max(0, span.start - farthestBlock)
  let at = span.start
  while (at > from && /[\s>]/u.test(source.slice(at - 1, at))) at -= 1
  const above = blocks.around(Math.max(0, at - 1))
  lookedAt.extendTo(from)
  if (above !== undefined) lookedAt.add(above)
  return above !== undefined && above.span.end <= span.start ? above : undefined
}

/** The block behind, past comments that stand between. */
function textBehind(report: Report, block: Block, lookedAt: LookedAt): Block | undefined {
  let next = blockBehind(report, block, lookedAt)
  for (let passed = 0; passed < mostParagraphs; passed += 1) {
    if (next?.kind !== 'html' || hasText(report, next)) break
    next = blockBehind(report, next, lookedAt)
  }
  return next
}

/** Whether it has more than comments and tags. */
function hasText(report: Report, block: Block): boolean {
  return /[^\s\uFFFC]/u.test(report.maskOf(block))
}

/** Where the line end of `text` begins, behind a line that is not empty, below which stand but the marks of a block quotation; -1 where there is none. */
function aboveQuoteMarks(text: string): number {
  let found = -1
  let at = text.endsWith('\n') ? text.length - 1 : -1
  while (at > 0) {
    const lineEnd = text.charAt(at - 1) === '\r' ? at - 1 : at
    if (/[^\r\n]/u.test(text.charAt(lineEnd - 1))) found = lineEnd
    const above = text.lastIndexOf('\n', at - 1)
    const areMarks = /^[ \t]*>[> \t]*\r?$/u.test(text.slice(above + 1, at))
    at = areMarks ? above : -1
  }
  return found
}

function blockBehind(
  { source, blocks }: Report,
  { span }: Block,
  lookedAt: LookedAt,
): Block | undefined {
  const after = source.slice(span.end, span.end + farthestBlock)
  const gap = /^[\s>]*/u.exec(after)?.[0].length ?? 0
  const next = blocks.around(span.end + gap)
  lookedAt.extendTo(span.end + farthestBlock)
  if (next !== undefined) lookedAt.add(next)
  return next !== undefined && next.span.start > span.start ? next : undefined
}

/** A block quotation may stand in marks as well, and its source behind a dash: neither is quoted. */
function withoutMarksAround(words: string): string {
  return words
    .replace(/^([\s\uFFFB]*)[“"「«]/u, `$1${leftOut}`)
    .replace(/[”"」»]([\s\uFFFB.]*)$/u, `${leftOut}$1`)
    .replace(/[—–-]{1,3}[\s\uFFFB]*$/u, (dash) => leftOut.repeat(dash.length))
}

/** So much of a heading is looked at for marks behind it, in UTF-16 units. */
const longestUnderline = 100

/** The marks that make a heading of a line are not quoted. */
function withoutHeadingMarks(words: string, { kind }: Block): string {
  if (kind !== 'heading') return words
  const covered = (marks: string): string => leftOut.repeat(marks.length)
  const split = Math.max(0, words.length - longestUnderline)
  const end = words
    .slice(split)
    .replace(/[ \t\r\n](?:#{1,20}|={1,90}|-{1,90})[ \t]{0,9}$/u, covered)
  return (words.slice(0, split) + end).replace(/^[\s\uFFFB]*#{1,6}(?=\s)/u, covered)
}

const openingOf: ReadonlyMap<string, string> = new Map([
  ['”', '“'],
  ['»', '«'],
  ['」', '「'],
  ['』', '『'],
])
const openings: ReadonlySet<string> = new Set(openingOf.values())

/** What stands between outer quotation marks, in order; marks without a partner are not looked at. Linear. */
function quotedSpans(words: string): readonly Span[] {
  const spans: Span[] = []
  const open = new Map<string, number[]>([...openings].map((mark) => [mark, []]))
  for (let at = 0; at < words.length; at += 1) {
    const mark = words.charAt(at)
    if (mark === '"') {
      const end = closingStraight(words, at)
      if (end === undefined) continue
      spans.push({ start: at + 1, end })
      at = end
    } else if (openings.has(mark)) open.get(mark)?.push(at)
    else {
      const start = open.get(openingOf.get(mark) ?? '')?.pop()
      if (start !== undefined) spans.push({ start: start + 1, end: at })
    }
  }
  return outermost(spans)
}

function outermost(spans: readonly Span[]): readonly Span[] {
  let end = -1
  return [...spans]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((span) => {
      if (span.start < end) return false
      end = span.end
      return true
    })
}

/** A straight mark opens before what is no blank and not behind a letter. */
function closingStraight(words: string, at: number): number | undefined {
  const before = words.charAt(at - 1)
  if (/[\p{L}\p{N}]/u.test(before) && !/\p{Script=Han}/u.test(before)) return undefined
  if (/^(?:\s|$)/u.test(words.charAt(at + 1))) return undefined
  const end = words.indexOf('"', at + 1)
  return end === -1 ? undefined : end
}
