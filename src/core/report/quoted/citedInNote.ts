import { blocksHolding, type Block } from '../../markdown/blocks.ts'
import { fromOutermost } from '../../markdown/containers.ts'
import { normaliseLabel } from '../../markdown/links.ts'
import type { CitationGroup } from '../../pandoc/syntax.ts'
import { firstIndex, type Span } from '../../text/span.ts'
import type { Report } from '../report.ts'
import type { LookedAt } from '../stretchMemory.ts'
import type { ReadBlock } from './besideQuotation.ts'

/** Where a note is referred to; its label is no prose. */
const noteMark = /\[\^\uFFFC{1,1000}\]/u

/** The longest mark, in UTF-16 units (CommonMark 0.31, section 6.3: a label has at most 999 characters). */
const longestMark = 1003

/** What a note begins with. */
const definition = /^\s{0,8}\[\^[^\]]{1,999}\]:\s*/u

/** So much of what a note says behind what it cites is looked at, in UTF-16 units; a longer one says more than its source. */
const longestBehind = 200

/** Where the block quotation ends with a note. */
const markAtEnd = /\[\^\uFFFC{1,1000}\][\s\uFFFB]*$/u

/** So far behind the sentence of a quotation the mark of a note may stand, in UTF-16 units. */
const longestGap = 8

/** So far behind a quotation the mark of a note is looked for, in UTF-16 units. */
const farthestMark = 600

/** What a note may say before it cites what is quoted; `cf.` and `contrast` lead to something else. */
const saysSource =
  /^(?:see|quoted (?:in|from)|as quoted in|quotation from|from|source|引自|摘自|见|見|参见|參見|来源|來源|出处|出處)?[\s:：,，]*$/iu

/** What a note may say behind that: a place, and what was done to the words. */
const saysPlace =
  /^(?:[\s.,;:。，；]|(?:pp?|arts?|article|secs?|section|paras?)\.?\s?\d[\d–—-]{0,20}(?:\(\d{1,3}\))?|第\s?[\d一二三四五六七八九十百]{1,9}\s?[页頁条條款项項]|[(（][^()（）]{0,40}(?:emphasis|italics|着重|著重|强调|強調|译|譯)[^()（）]{0,40}[)）])*$/iu

/** A note that cites what is quoted, and where it is referred to. */
export interface CitedInNote {
  /** What the note cites, where its mark stands: as if it were cited there. */
  readonly group: CitationGroup
  /** The label of the note. */
  readonly note: string
}

/**
 * What is cited in the note to which a quotation of a block refers: by a mark right behind it, or by the
 * next one up to the end of its sentence. The note cites once, and says no more than that it is the source.
 * `lookedAt` is told of the note.
 */
export function citedInNote(
  report: Report,
  { words, base, sentences, quoted }: ReadBlock,
  { end }: Span,
  lookedAt: LookedAt,
): CitedInNote | undefined {
  const sentence = sentences[firstIndex(sentences, (one) => one.span.end >= end)]
  const sentenceEnd = Math.min(sentence?.span.end ?? end, end + farthestMark)
  const behind = words.slice(end - base, sentenceEnd + longestGap + longestMark - base)
  const mark = noteMark.exec(behind)
  if (mark === null) return undefined
  const span = { start: end + mark.index, end: end + mark.index + mark[0].length }
  const gap = words.slice(sentenceEnd - base, span.start - base)
  if (gap.length > longestGap || /[\p{L}\p{N}]/u.test(gap)) return undefined
  // A quotation between the two is what the note is about.
  const next = quoted[firstIndex(quoted, (one) => one.span.start > end)]
  if (next !== undefined && next.span.start < span.start) return undefined
  return citedByMark(report, span, lookedAt)
}

/** What is cited in the note to which `block`, of which `words` is the mask, refers by its last words. */
export function citedInLastNote(
  report: Report,
  block: Block,
  words: string,
  lookedAt: LookedAt,
): CitedInNote | undefined {
  const tail = words.slice(-longestMark - longestGap)
  const mark = markAtEnd.exec(tail)
  if (mark === null) return undefined
  const start = block.span.end - tail.length + mark.index
  return citedByMark(report, { start, end: start + mark[0].length }, lookedAt)
}

function citedByMark(report: Report, mark: Span, lookedAt: LookedAt): CitedInNote | undefined {
  const [, written = ''] =
    /^\[\^([^[\]\s]+)\]/u.exec(report.source.slice(mark.start, mark.end)) ?? []
  const note = normaliseLabel(written)
  const defining = blockOfNote(report, note)
  if (defining === undefined) return undefined
  lookedAt.addApart(defining)
  const group = onlyGroup(report, defining)
  return group && { group: { ...group, span: mark }, note }
}

/** What the note of `report` with the label `note` cites now, where it stands: the one whose group was given before. */
export function groupOfNote(report: Report, note: string): CitationGroup | undefined {
  const defining = blockOfNote(report, note)
  return defining && onlyGroup(report, defining)
}

/** What a note cites that begins with `block`, if it cites once and says no more than that it is the source. */
function onlyGroup(report: Report, block: Block): CitationGroup | undefined {
  const [group, ...others] = report.groupsIn(block)
  if (group === undefined || others.length > 0) return undefined
  const before = report.source.slice(block.span.start, group.span.start)
  const behind = report.source.slice(group.span.end, block.span.end)
  if (behind.length > longestBehind) return undefined
  const said = before.replace(definition, '')
  return saysSource.test(said) && saysPlace.test(behind) ? group : undefined
}

const known = new WeakMap<Report, ReadonlyMap<string, Block | undefined>>()

/** The first paragraph of the note with that label; `undefined` where it is defined twice, or not at all. */
function blockOfNote(report: Report, note: string): Block | undefined {
  const made = known.get(report)
  if (made !== undefined) return made.get(note)
  const notes = new Map<string, Block | undefined>()
  for (const block of blocksHolding(report.blocks, '[^')) {
    const container = fromOutermost(block.container).findLast(({ kind }) => kind === 'footnote')
    if (container === undefined) continue
    const { start } = block.span
    if (!definition.test(report.source.slice(start, start + longestMark + longestGap))) continue
    notes.set(container.label, notes.has(container.label) ? undefined : block)
  }
  known.set(report, notes)
  return notes.get(note)
}
