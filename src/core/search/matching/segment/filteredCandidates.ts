import { smallSegment } from '../../index/impacts.ts'
import type { Segment } from '../../index/segment.ts'
import { eachCandidate, type Lead } from '../candidates.ts'

/** Marking a document costs so much less than scoring it. */
const marksPerScore = 40

/** So many documents of a large segment are marked, whatever leads to how many. */
const marks = { least: 20_000, most: 300_000 }

/** What the rarest of a long text leads to is filtered by so many others: those behind them hardly tell more. */
const mostLists = 6

/**
 * Calls `visit` with the documents that the first of `leads` leads to, but only with those that all of them lead
 * to where finding these out is cheap, until it returns false. Where nothing leads, with all documents.
 */
export function eachFiltered(
  segment: Segment,
  leads: readonly Lead[],
  visit: (document: number) => boolean,
): void {
  const [lead] = leads
  if (lead === undefined) eachDocument(segment, visit)
  else eachCandidate(segment, lead, filteredBy(segment, leads, visit))
}

function filteredBy(
  segment: Segment,
  [lead, ...others]: readonly Lead[],
  visit: (document: number) => boolean,
): (document: number) => boolean {
  if (lead === undefined || others.length === 0) return visit
  const { scratch } = segment
  const worthwhile = marksPerScore * lead.found
  const most =
    segment.size <= smallSegment
      ? worthwhile
      : Math.min(marks.most, Math.max(marks.least, worthwhile))
  const lists = others
    .filter(({ found }) => found <= most)
    .slice(0, mostLists)
    .map((other) => (mark: (document: number) => boolean) => {
      eachCandidate(segment, other, mark)
    })
  const isAny = scratch.filter(segment, most, lists)
  return isAny ? (document) => !scratch.isMarked(document) || visit(document) : visit
}

function eachDocument({ size }: Segment, visit: (document: number) => boolean): void {
  for (let document = 0; document < size; document++) if (!visit(document)) return
}
