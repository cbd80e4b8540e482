import type { Meaning, Place } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Block } from '../markdown/blocks.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { addAll } from '../text/lists.ts'
import { movedSpan, sliceSpan, type Span } from '../text/span.ts'
import { applyEdits, type TextEdit } from '../text/textEdit.ts'
import { placeSaid, saidBesides } from './placeSaid.ts'
import { meaningsIn, type Report } from './report.ts'

/** An edit that is to leave a citation saying what it says. */
export interface DraftedEdit {
  readonly meaning: Meaning
  readonly edit: TextEdit
}

/** So often what is left of the edits is read again, before all of a block are given up where one fails. */
const mostReadings = 3

/**
 * Those of `drafts`, in reading order, that may be made together: all that they rewrite is then read as
 * the same citations, and all beside it as what it was. The report is read a few times at most, however
 * many they are.
 */
export function readsAlike<T extends DraftedEdit>(
  report: Report,
  corpus: Corpus,
  drafts: readonly T[],
): ReadonlySet<T> {
  let left = drafts
  for (let reading = 1; left.length > 0; reading += 1) {
    const failed = failedOf(report, corpus, left, reading >= mostReadings)
    if (failed.size === 0) break
    left = left.filter((draft) => !failed.has(draft))
  }
  return new Set(left)
}

/** The edits of one block. */
interface BlockDrafts<T> {
  readonly block: Block
  readonly drafts: readonly T[]
  /** By how much the edits before the block make the report longer. */
  readonly shift: number
}

function failedOf<T extends DraftedEdit>(
  report: Report,
  corpus: Corpus,
  drafts: readonly T[],
  isLast: boolean,
): ReadonlySet<T> {
  const edited = editedBy(report, drafts)
  return new Set(
    blocksOf(report, drafts).flatMap((one) => {
      const failed = failedIn({ report, edited, corpus }, one)
      return isLast && failed.length > 0 ? one.drafts : failed
    }),
  )
}

/** The report once all of `drafts` are made. */
function editedBy(report: Report, drafts: readonly DraftedEdit[]): Report {
  const edits = drafts.map(({ edit }) => edit)
  const offset = edits[0]?.span.start ?? 0
  const end = edits.at(-1)?.span.end ?? offset
  const moved = edits.map(({ span, text }) => ({ span: movedSpan(span, -offset), text }))
  const text = applyEdits(report.source.slice(offset, end), moved)
  return report.edited([{ offset, length: end - offset, text }])
}

function blocksOf<T extends DraftedEdit>(
  { blocks }: Report,
  drafts: readonly T[],
): readonly BlockDrafts<T>[] {
  const found: { block: Block; drafts: T[]; shift: number }[] = []
  let shift = 0
  for (const draft of drafts) {
    const { start } = draft.edit.span
    const last = found.at(-1)
    const block =
      last !== undefined && start < last.block.span.end ? last.block : blocks.around(start)
    if (block === last?.block) last?.drafts.push(draft)
    else if (block !== undefined) found.push({ block, drafts: [draft], shift })
    shift += growthOf(draft.edit)
  }
  return found
}

function growthOf({ span, text }: TextEdit): number {
  return text.length - (span.end - span.start)
}

interface Versions {
  readonly report: Report
  readonly edited: Report
  readonly corpus: Corpus
}

/** Those edits of a block that change what their group says; all, where only something else is read otherwise. */
function failedIn<T extends DraftedEdit>(
  versions: Versions,
  { block, drafts, shift }: BlockDrafts<T>,
): readonly T[] {
  const before = versions.report.groupsIn(block)
  const after = versions.edited.groupsAround(block.span.start + shift)
  const byStart = new Map(after.map((group) => [group.span.start, group]))
  const failed: T[] = []
  let isElse = before.length !== after.length
  let [at, grown] = [0, shift]
  for (const group of before) {
    const start = group.span.start + grown
    const own: T[] = []
    for (
      let draft = drafts[at];
      draft && draft.edit.span.start < group.span.end;
      draft = drafts[at]
    ) {
      own.push(draft)
      grown += growthOf(draft.edit)
      at += 1
    }
    if (isSameGroup(versions, group, byStart.get(start), own)) continue
    if (own.length === 0) isElse = true
    else addAll(failed, own)
  }
  return isElse && failed.length === 0 ? drafts : failed
}

function isSameGroup(
  versions: Versions,
  before: CitationGroup,
  after: CitationGroup | undefined,
  drafts: readonly DraftedEdit[],
): boolean {
  const { report, edited, corpus } = versions
  if (after?.bracketed !== before.bracketed) return false
  if (before.citations.length !== after.citations.length) return false
  const rewritten = new Set(drafts.map(({ meaning }) => meaning.citation.keySpan.start))
  const meant = meaningsIn(report, corpus, before.citations)
  const meantNow = meaningsIn(edited, corpus, after.citations)
  return meant.every((meaning, at) => {
    const now = meantNow[at]
    if (now === undefined || !isSameMark(versions, meaning.citation, now.citation)) return false
    return rewritten.has(meaning.citation.keySpan.start)
      ? saysTheSame(versions, meaning, now)
      : isSameText(versions, meaning.citation.keySpan, now.citation.keySpan)
  })
}

function isSameMark(versions: Versions, one: Citation, other: Citation): boolean {
  return (
    one.form === other.form &&
    one.braced === other.braced &&
    one.suppressAuthor === other.suppressAuthor &&
    isSameText(versions, one.prefixSpan, other.prefixSpan)
  )
}

function isSameText({ report, edited }: Versions, one?: Span, other?: Span): boolean {
  if (one === undefined || other === undefined) return one === other
  return sliceSpan(report.source, one) === sliceSpan(edited.source, other)
}

/** Whether two citations are of one provision and its pages, and say the same besides. */
function saysTheSame({ report, edited, corpus }: Versions, one: Meaning, other: Meaning): boolean {
  const [[place], [now, ...others]] = [one.places, other.places]
  if (place === undefined || now === undefined || others.length > 0) return false
  const isKnown = other.key.kind === 'known' && now.notUnderstood === undefined
  const besides = saidBesides(placeSaid(report, one, corpus))
  return (
    isKnown &&
    place.provision === now.provision &&
    pagesSaid(place) === pagesSaid(now) &&
    deeperSaid(report, place) === deeperSaid(edited, now) &&
    besides === saidBesides(placeSaid(edited, other, corpus))
  )
}

function pagesSaid({ pages }: Place): string {
  return pages.map(({ pages: { first, last } }) => `${String(first)}-${String(last)}`).join()
}

function deeperSaid({ source }: Report, { deeper }: Place): string {
  return deeper === undefined ? '' : sliceSpan(source, deeper).replaceAll(/\s+/gu, '')
}
