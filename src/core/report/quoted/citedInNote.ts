import { blocksHolding, type Block } from '../../markdown/blocks.ts'
import { fromOutermost } from '../../markdown/containers.ts'
import { normaliseLabel } from '../../markdown/links.ts'
import type { CitationGroup } from '../../pandoc/syntax.ts'
import { firstIndex, type Span } from '../../text/span.ts'
import type { Report } from '../report.ts'
import type { LookedAt } from '../stretchMemory.ts'
import type { ReadBlock } from './besideQuotation.ts'

/** Where a note is referred to; its label is no prose. */
const noteMark = /\[\^\uFFFC{1,1000}\]/gu

/** Where the block quotation ends with a note. */
const markAtEnd = /\[\^\uFFFC{1,1000}\][\s\uFFFB]*$/u

/** So far behind the sentence of a quotation the mark of a note may stand, in UTF-16 units. */
const longestGap = 8

/** So far behind a quotation the mark of a note is looked for, in UTF-16 units. */
const farthestMark = 600

/** What a note may say before it cites what is quoted; `cf.` and `contrast` lead to something else. */
const saysSource =
  /^(?:see|quoted (?:in|from)|as quoted in|quotation from|from|source|引自|摘自|见|見|参见|參見|来源|來源|出处|出處)?[\s:：,，]*$/iu

/**
 * What is cited in the note to which the quotation at `span` of `block` refers: by a mark right behind it, or by the
 * next one up to the end of its sentence. It is given where the mark stands, as if it were cited there.
 * `lookedAt` is told of the note.
 */
export function groupInNote(
  report: Report,
  block: Block,
  { words, base, sentences, quoted }: ReadBlock,
  { end }: Span,
  lookedAt: LookedAt,
): CitationGroup | undefined {
  const sentence = sentences[firstIndex(sentences, (one) => one.span.end >= end)]
  const last = Math.min((sentence?.span.end ?? end) + longestGap, end + farthestMark)
  const behind = words.slice(end - base, last + longestLabelShown - base)
  const mark = [...behind.matchAll(noteMark)].find(({ index }) => end + index <= last)
  if (mark === undefined) return undefined
  const span = { start: end + mark.index, end: end + mark.index + mark[0].length }
  // A quotation between the two is what the note is about.
  const next = quoted[firstIndex(quoted, (one) => one.span.start > end)]
  if (next !== undefined && next.span.start < span.start) return undefined
  return groupOfMark(report, block, span, lookedAt)
}

/** The longest mark, in UTF-16 units (CommonMark 0.31, section 6.3: a label has at most 999 characters). */
const longestLabelShown = 1003

/** What is cited in the note to which `block`, of which `words` is the mask, refers by its last words. */
export function groupInLastNote(
  report: Report,
  block: Block,
  words: string,
  lookedAt: LookedAt,
): CitationGroup | undefined {
  const tail = words.slice(-longestLabelShown - longestGap)
  const mark = markAtEnd.exec(tail)
  if (mark === null) return undefined
  const start = block.span.end - tail.length + mark.index
  return groupOfMark(report, block, { start, end: start + mark[0].length }, lookedAt)
}

function groupOfMark(
  report: Report,
  block: Block,
  mark: Span,
  lookedAt: LookedAt,
): CitationGroup | undefined {
  const [, label = ''] = /^\[\^([^[\]\s]+)\]/u.exec(report.source.slice(mark.start, mark.end)) ?? []
  const note = notesOf(report).get(normaliseLabel(label))
  // What defines a label may come and go, and the note be edited.
  lookedAt.add(block)
  if (note === undefined) return undefined
  lookedAt.add(note)
  const [group, ...others] = report.groupsIn(note)
  if (group === undefined || others.length > 0) return undefined
  const before = report.source.slice(note.span.start, group.span.start)
  const said = before.replace(/^\s*\[\^[^\]]+\]:\s*/u, '')
  return saysSource.test(said) ? { ...group, span: mark } : undefined
}

const known = new WeakMap<Report, ReadonlyMap<string, Block>>()

/** The first paragraph of each note of `report`, by its label; found once for a version. */
function notesOf(report: Report): ReadonlyMap<string, Block> {
  const made = known.get(report)
  if (made !== undefined) return made
  const notes = new Map<string, Block>()
  for (const block of blocksHolding(report.blocks, '[^')) {
    const container = fromOutermost(block.container).findLast(({ kind }) => kind === 'footnote')
    if (container !== undefined && !notes.has(container.label)) notes.set(container.label, block)
  }
  known.set(report, notes)
  return notes
}
