import { instrumentIdOf } from '../../corpus/key.ts'
import type { Citation, CitationGroup } from '../../pandoc/syntax.ts'
import { firstIndex, type Span } from '../../text/span.ts'
import { isRightBehind } from './groupOfQuotation.ts'

/** Stands in {@link BesideQuotation} for a citation in the text that names the work of the quotation’s own. */
export const ownWork = '\uE000'

/** Stands in {@link BesideQuotation} for a citation in the text that names another work. */
export const otherWork = '\uE001'

/** What a reader sees beside a quotation: quoted words in `“”`, citations in the text as a mark, those in brackets as blanks. */
export interface BesideQuotation {
  /** The sentence up to the quotation; of a block quotation the sentence that announces it by a colon. */
  readonly before: string
  /** The sentence behind the quotation; of a block quotation, in round brackets, what stands behind a dash below it. */
  readonly behind: string
  /** The sentence before that, where the quotation begins its own. */
  readonly previous: string
  /** Whether nothing but marks and blanks part it from its citation behind it; true of a block quotation. */
  readonly isCitedRightBehind: boolean
}

/** What stands for citations and for what is no prose, and for what is left out of quoted words. */
const noWords = /[\uFFFB\uFFFC]/gu

/** So far a sentence is read on either side, in UTF-16 units. */
const farthest = 600
/** What is quoted at greater length names nobody. */
const longestName = 80

/** Something of a block that has a place in the report. */
interface Placed {
  readonly span: Span
}

/** The text of one block, and what stands in it, each in order. */
export interface ReadBlock {
  /** The text of the block, its citations blanked. */
  readonly words: string
  /** Where the block begins in the report; spans count in the report. */
  readonly base: number
  readonly groups: readonly CitationGroup[]
  readonly sentences: readonly Placed[]
  /** What stands between quotation marks, without these. */
  readonly quoted: readonly Placed[]
}

/** What stands beside the quotation at `span` of `block`, which belongs to `group`. Costs no more than two sentences do, however long the block is. */
export function besideQuotation(
  block: ReadBlock,
  span: Span,
  { citations, span: cited }: CitationGroup,
): BesideQuotation {
  const isCitedRightBehind = isRightBehind(block, span, cited)
  const begins = quotedAround(block, sentenceStart(block, span.start))
  const before = { start: Math.max(begins, span.start - farthest), end: span.start - 1 }
  const ends = sentencesEnd(block, span)
  const behind = { start: span.end + 1, end: Math.min(ends, span.end + farthest) }
  const isFirst = readable(block, before, citations).trim() === ''
  const previous = isFirst ? sentenceUpTo(block, before.start) : undefined
  return {
    before: readable(block, before, citations),
    behind: readable(block, behind, citations),
    previous: previous === undefined ? '' : readable(block, previous, citations),
    isCitedRightBehind,
  }
}

/** What stands beside a block quotation that ends in `words`: who is named behind a dash in their last line, and the sentence of the paragraph above that announces it. */
export function besideBlock(
  above: ReadBlock | undefined,
  words: string,
  citations: readonly Citation[],
): BesideQuotation {
  const last = above?.sentences.at(-1)?.span
  const isAnnounced = above !== undefined && endsInColon(above.words.slice(-farthest))
  const start = last && Math.max(last.start, last.end - farthest)
  const before =
    isAnnounced && last && start !== undefined
      ? readable(above, { start, end: last.end }, citations)
      : ''
  const end = words.replaceAll(noWords, '').slice(-farthestDash)
  const source = /\n[ \t]*[—–]{1,2}([^\n]{1,80})$/u.exec(end)?.[1]
  const behind = source === undefined ? '' : `(${source})`
  return { before, behind, previous: '', isCitedRightBehind: true }
}

function endsInColon(words: string): boolean {
  return /[:：]$/u.test(words.replaceAll(noWords, ' ').trimEnd())
}

/** So far from its end the source of a block quotation is looked for. */
const farthestDash = 90

/** Where the sentence ends that goes on behind a quotation; one that ends within the marks takes the next one to it. */
function sentencesEnd({ words, base, sentences }: ReadBlock, { end }: Span): number {
  const [last, next] = within(sentences, { start: end - 1, end: end + farthest })
  if (last === undefined) return end
  const rest = words.slice(end + 1 - base, Math.min(last.span.end, end + farthest) - base)
  const isOver = !/[\p{L}\p{N}]/u.test(rest)
  const goesOn = isOver && /[!?。！？]/u.test(words.charAt(end - 1 - base))
  return goesOn && next !== undefined ? next.span.end : last.span.end
}

/** Where the sentence begins that `offset` stands in, with a citation that it begins with. */
function sentenceStart({ base, sentences }: ReadBlock, offset: number): number {
  const before = within(sentences, { start: offset - farthest, end: offset + 1 })
  const own = before.findLastIndex(({ span }) => span.start <= offset)
  return before[own - 1]?.span.end ?? Math.max(base, offset - farthest)
}

/** `offset`, or where the quoted words begin that it stands in. */
function quotedAround({ quoted }: ReadBlock, offset: number): number {
  const [around] = within(quoted, { start: offset, end: offset + 1 })
  return around === undefined ? offset : Math.min(offset, around.span.start - 1)
}

function sentenceUpTo(block: ReadBlock, offset: number): Span | undefined {
  const before = within(block.sentences, { start: offset - farthest, end: offset }).at(-1)
  return before && { start: Math.max(before.span.start, offset - farthest), end: offset }
}

/** The words of `span` as {@link BesideQuotation} has them. */
function readable(
  { words, base, groups, quoted }: ReadBlock,
  { start, end }: Span,
  own: readonly Citation[],
): string {
  if (end <= start) return ''
  const works = new Set(own.map(({ key }) => instrumentIdOf(key)))
  const isOwn = ({ citations }: CitationGroup): boolean =>
    citations.some(({ key }) => works.has(instrumentIdOf(key)))
  const named = within(groups, { start, end })
    .filter(({ bracketed }) => !bracketed)
    .map((group) => ({ span: group.span, text: isOwn(group) ? ownWork : otherWork }))
  const said = within(quoted, { start, end }).map(({ span }) => {
    const isName = span.end - span.start <= longestName
    const inner = isName ? words.slice(span.start - base, span.end - base) : ''
    const marked = { start: span.start - 1, end: span.end + 1 }
    return { span: marked, text: `“${inner.replaceAll(/[“”]/gu, ' ')}”` }
  })
  let text = ''
  let read = start
  for (const { span, text: instead } of [...named, ...said].sort(inOrder)) {
    if (span.start < read) continue
    text += words.slice(read - base, span.start - base) + instead
    read = span.end
  }
  return (text + words.slice(read - base, Math.max(read, end) - base)).replaceAll(noWords, ' ')
}

function inOrder(one: Placed, other: Placed): number {
  return one.span.start - other.span.start
}

/** Those of `placed`, which are in order and apart, that `span` overlaps. */
function within<T extends Placed>(placed: readonly T[], span: Span): readonly T[] {
  const first = firstIndex(placed, (one) => one.span.end > span.start)
  let last = first
  while (last < placed.length && (placed[last]?.span.start ?? Infinity) < span.end) last += 1
  return placed.slice(first, last)
}
