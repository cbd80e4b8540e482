import { characterReferenceAt } from '../pandoc/characterReference.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import type { Block } from '../markdown/blocks.ts'
import { isInQuote } from '../markdown/containers.ts'
import { blockText } from '../markdown/blockText.ts'
import { blanked } from '../text/blanked.ts'
import { movedSpan, type Span } from '../text/span.ts'
import {
  besideBlock,
  besideQuotation,
  type BesideQuotation,
  type ReadBlock,
} from './quoted/besideQuotation.ts'
import { citedInLastNote, citedInNote, type CitedInNote } from './quoted/citedInNote.ts'
import { groupOf } from './quoted/groupOfQuotation.ts'
import {
  blockBehind,
  hasText,
  mostParagraphs,
  paragraphsUpTo,
  textAbove,
  textBehind,
} from './quoted/blocksBeside.ts'
import { isSourceOnly, withoutSource } from './quoted/quotedSource.ts'
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
  /** The label of the note in which these stand, where that is elsewhere: their spans are those of the version that was read. */
  readonly note?: string
  readonly form: 'inline' | 'block'
  /** What a reader sees beside it, which says whose words they are. */
  readonly beside: BesideQuotation
}

/** So long quotations are looked at, in UTF-16 units of the report. */
const longestQuotation = 1_000_000

/**
 * The quotations of `report` that stand with a citation, in order. In a line these are words in quotation
 * marks with a citation right behind them, or else with one in the same sentence or in the note that it refers
 * to; in a block quotation all its words, with a citation in it, in the note that it ends with, at the end of the
 * paragraph before that announces it by a colon, or alone in the paragraph right behind it. Straight apostrophes and single marks quote nothing.
 */
export function quotationsOf(report: Report): readonly Quotation[] {
  const { source, blocks } = report
  const everywhere = new LookedAt({ start: 0, end: source.length })
  const all = Array.from({ length: blocks.stretches }, (_, index) =>
    quotationsIn(report, index, everywhere),
  )
  return all.flat().sort(inOrder)
}

/** The quotations that stand with a citation in stretch `index` of `report`, in order; `lookedAt` is told how far they were looked for. */
export function quotationsIn(
  report: Report,
  index: number,
  lookedAt: LookedAt,
): readonly Quotation[] {
  const { blocks } = report
  const noting = blocks.blocksIn(index, '[^')
  const citing = blocks.blocksIn(index, '@')
  const starts = new Set(citing.map(({ span }) => span.start))
  const others = noting.filter(({ span }) => !starts.has(span.start))
  // What defines a label may come and go.
  for (const block of others) lookedAt.add(block)
  return [...citing, ...others]
    .flatMap((block) =>
      isInQuote(block.container)
        ? quotedBlock(report, block, lookedAt)
        : [
            ...inlineQuotations(report, block, lookedAt),
            ...announcedQuotation(report, block, lookedAt),
            ...quotationAbove(report, block, lookedAt),
          ],
    )
    .sort(inOrder)
}

function inOrder(one: Quotation, other: Quotation): number {
  return one.span.start - other.span.start
}

/** The part of the report that `span` of the text of `quotation` stands for. */
export function spanInReport({ offsets, ends, span }: Quotation, { start, end }: Span): Span {
  const first = offsets[start] ?? span.end
  const last = end > start ? (ends[end - 1] ?? span.end) : first
  return { start: first, end: last }
}

/** What stands in quotation marks in a line. */
function inlineQuotations(report: Report, block: Block, lookedAt: LookedAt): readonly Quotation[] {
  const read = readBlock(report, block)
  const { words, base, groups, quoted } = read
  const source = blockText(report.source, block)
  return quoted.flatMap(({ span }) => {
    const own = groupOf(span, words, groups, report, base)
    const noted = own === undefined ? citedInNote(report, read, span, lookedAt) : undefined
    const group = own ?? noted?.group
    if (group === undefined) return []
    const seen = seenIn(report, block, source, words, movedSpan(span, -base))
    if (seen.text.trim() === '') return []
    const beside = besideQuotation(read, span, group)
    const { citations } = group
    return [{ span, ...seen, citations, ...noteOf(noted), form: 'inline' as const, beside }]
  })
}

function noteOf(noted: CitedInNote | undefined): Pick<Quotation, 'note'> {
  return noted === undefined ? {} : { note: noted.note }
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
  const announcing = textAbove(report, first, lookedAt)
  const groups = report.groupsIn(block)
  const isCited = groups.length > 0 || (announcing && announcedBy(report, announcing))
  const noted = isCited ? undefined : citedAtEnd(report, block, lookedAt)
  const cited = noted ? [noted.group] : groups
  return blockQuotation(report, paragraphs, cited, announcing).map((quotation) => {
    return { ...quotation, ...noteOf(noted) }
  })
}

/** What is cited in the note that the block quotation ends with whose last block is `block`. */
function citedAtEnd(report: Report, block: Block, lookedAt: LookedAt): CitedInNote | undefined {
  const next = blockBehind(report, block, lookedAt)
  if (next !== undefined && isInQuote(next.container)) return undefined
  return citedInLastNote(report, block, report.maskOf(block), lookedAt)
}

/** The block quotation above a paragraph that is but its source: a citation, maybe with what is cited. */
function quotationAbove(report: Report, block: Block, lookedAt: LookedAt): readonly Quotation[] {
  const groups = report.groupsIn(block)
  if (block.kind !== 'paragraph' || groups.length !== 1) return []
  const source = maskWithMarks(report, block)
  if (!isSourceOnly(source)) return []
  const last = textAbove(report, block, lookedAt)
  // One that cites for itself, or in its note, is read by itself, and one that a citation announces with that.
  if (last === undefined || !isInQuote(last.container) || report.groupsIn(last).length > 0)
    return []
  if (citedAtEnd(report, last, lookedAt) !== undefined) return []
  const paragraphs = paragraphsUpTo(report, last, lookedAt)
  const [first = last] = paragraphs
  const announcing = textAbove(report, first, lookedAt)
  if (announcing !== undefined && announcedBy(report, announcing) !== undefined) return []
  return blockQuotation(report, paragraphs, groups, announcing, source)
}

/** A block quotation, of which `blocks` are the blocks in order, below the paragraph `announcing` and above `source`. */
function blockQuotation(
  report: Report,
  blocks: readonly Block[],
  groups: readonly CitationGroup[],
  announcing: Block | undefined,
  source?: string,
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
    const text = blockText(report.source, block)
    return seenIn(report, block, text, words, { start: 0, end: words.length })
  })
  const { citations } = group
  const isOneLine = last === first && source === undefined
  const end = (isOneLine ? '' : '\n') + (source ?? maskWithMarks(report, last))
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

/** The citation and colon that `block` ends in, which announce a block quotation. */
function announcedBy(report: Report, block: Block): CitationGroup | undefined {
  const last = report.groupsIn(block).at(-1)
  if (last === undefined) return undefined
  const behind = report.maskOf(block).slice(last.span.end - block.span.start)
  return /^\s*[:：]\s*$/u.test(behind) ? last : undefined
}

/** The block quotation behind a paragraph that ends in a citation and a colon. */
function announcedQuotation(
  report: Report,
  block: Block,
  lookedAt: LookedAt,
): readonly Quotation[] {
  const last = announcedBy(report, block)
  if (last === undefined) return []
  const paragraphs: Block[] = []
  let next = textBehind(report, block, lookedAt)
  while (next !== undefined && isInQuote(next.container) && paragraphs.length < mostParagraphs) {
    // One that cites for itself is read by itself.
    if (report.groupsIn(next).length > 0) return []
    paragraphs.push(next)
    next = blockBehind(report, next, lookedAt)
  }
  return blockQuotation(report, paragraphs, [last], block)
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
