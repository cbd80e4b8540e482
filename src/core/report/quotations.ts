import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { blocksHolding, type Block } from '../markdown/blocks.ts'
import { blanked } from '../text/blanked.ts'
import type { Span } from '../text/span.ts'
import type { Report } from './report.ts'
import { LookedAt } from './stretchMemory.ts'

/** Words of a report in quotation marks, or in a block quotation, that stand with a citation. */
export interface Quotation {
  /** The words with their Markdown, without the quotation marks. */
  readonly span: Span
  /** The words without Markdown, paragraphs parted by two line feeds. */
  readonly text: string
  /** Where each UTF-16 unit of `text` stands in the report, and where the last one ends. */
  readonly offsets: readonly number[]
  /** What it stands with: the citations of one group. */
  readonly citations: readonly Citation[]
  readonly form: 'inline' | 'block'
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
        ? blockQuotation(report, paragraphsUpTo(report, block, lookedAt), report.groupsIn(block))
        : [...inlineQuotations(report, block), ...announcedQuotation(report, block, lookedAt)],
    )
    .sort((one, other) => one.span.start - other.span.start)
}

/** The part of the report that `span` of the text of `quotation` stands for. */
export function spanInReport({ offsets, span }: Quotation, { start, end }: Span): Span {
  const first = offsets[start] ?? span.end
  const last = end > start ? (offsets[end - 1] ?? span.end - 1) + 1 : first
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
  const groups = report.groupsIn(block)
  const words = blanked(report.maskOf(block), block.span.start, groups, '\uFFFC')
  return quotedSpans(words).flatMap((span) => {
    const start = span.start + block.span.start
    const end = span.end + block.span.start
    const group = groupOf({ start, end }, words, groups, report, block.span.start)
    if (group === undefined) return []
    const { text, offsets } = plainWords(words.slice(span.start, span.end), start)
    const { citations } = group
    return text.trim() === ''
      ? []
      : [{ span: { start, end }, text, offsets, citations, form: 'inline' as const }]
  })
}

/** A block quotation, of which `paragraphs` are the blocks in order. */
function blockQuotation(
  report: Report,
  paragraphs: readonly Block[],
  groups: readonly CitationGroup[],
): readonly Quotation[] {
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  const group = groups.at(-1)
  if (first === undefined || last === undefined || group === undefined) return []
  const span = { start: first.span.start, end: last.span.end }
  if (span.end - span.start > longestQuotation) return []
  let text = ''
  const offsets: number[] = []
  for (const block of paragraphs) {
    const own = report.groupsIn(block)
    const words = blanked(report.maskOf(block), block.span.start, own, '\uFFFC')
    const read = plainWords(withoutMarksAround(words), block.span.start)
    if (text !== '' && read.text !== '') {
      offsets.push(block.span.start, block.span.start)
      text += '\n\n'
    }
    text += read.text
    offsets.push(...read.offsets.slice(0, -1))
  }
  offsets.push(span.end)
  return [{ span, text, offsets, citations: group.citations, form: 'block' }]
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
  let next = blockBehind(report, block, lookedAt)
  while (next !== undefined && isInQuote(next) && paragraphs.length < mostParagraphs) {
    // One that cites for itself is read by itself.
    if (report.groupsIn(next).length > 0) return []
    paragraphs.push(next)
    next = blockBehind(report, next, lookedAt)
  }
  return blockQuotation(report, paragraphs, [last])
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
  const gap = /\n(?:[ \t]*>[> \t]*\r?\n)*$/u.exec(source.slice(from, span.start))
  const before = gap === null ? undefined : blocks.around(Math.max(0, from + gap.index - 1))
  lookedAt.extendTo(from)
  if (before !== undefined) lookedAt.add(before)
  return before
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
    .replace(/^([\s\uFFFC]*)[“"「«]/u, '$1\uFFFC')
    .replace(/[”"」»]([\s\uFFFC.]*)$/u, '\uFFFC$1')
    .replace(/[—–-]{1,3}[\s\uFFFC]*$/u, (dash) => '\uFFFC'.repeat(dash.length))
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

/** Between a quotation and the citation right behind it stand only marks and blanks. */
const longestGap = 8

function groupOf(
  { start, end }: Span,
  words: string,
  groups: readonly CitationGroup[],
  report: Report,
  base: number,
): CitationGroup | undefined {
  const next = groups.find(({ span }) => span.start >= end)
  if (next !== undefined && next.span.start - end <= longestGap) {
    const gap = words.slice(end - base + 1, next.span.start - base)
    if (!/[\p{L}\p{N}]/u.test(gap)) return next
  }
  const cited = report
    .sentencesAround(base)
    .filter((sentence) => sentence.span.start < end && start < sentence.span.end)
    .flatMap(({ citations }) => citations)
  const near = groups.filter(({ citations }) => citations.some((one) => cited.includes(one)))
  return near.reduce<CitationGroup | undefined>((best, group) => {
    if (best === undefined) return group
    return distance(group.span, start, end) < distance(best.span, start, end) ? group : best
  }, undefined)
}

function distance(span: Span, start: number, end: number): number {
  return span.start >= end ? span.start - end : Math.abs(start - span.end)
}

/** The words that a reader sees, and where each stands: escapes, emphasis and what is no prose are left out. */
function plainWords(
  mask: string,
  base: number,
): { readonly text: string; readonly offsets: readonly number[] } {
  let text = ''
  const offsets: number[] = []
  for (let at = 0; at < mask.length; at += 1) {
    const character = mask.charAt(at)
    if (character === '\uFFFC' || isEmphasis(mask, at)) continue
    if (character === '\\' && escapable.test(mask.charAt(at + 1))) {
      at += 1
      offsets.push(base + at)
      text += mask.charAt(at)
      continue
    }
    offsets.push(base + at)
    text += character
  }
  offsets.push(base + mask.length)
  return { text, offsets }
}

/** ASCII punctuation (CommonMark 0.31, section 2.4). */
const escapable = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/

/** `*` beside a letter or mark, `_` at the edge of a word. */
function isEmphasis(mask: string, at: number): boolean {
  const character = mask.charAt(at)
  if (character === '*') return true
  if (character !== '_') return false
  return !(/[\p{L}\p{N}]/u.test(mask.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(mask.charAt(at + 1)))
}
