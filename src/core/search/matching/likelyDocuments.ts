import type { SegmentPlace } from '../index/segmentPlace.ts'
import { eachIn, type Segment } from '../index/segment.ts'
import type { Tally } from '../index/tally.ts'
import { wordsOfSentences, weights } from '../ranking.ts'
import type { PlannedUnit } from './queryPlan.ts'

/** So many documents are read for a sentence, and as many more as are as likely as the last one. */
const mostLikely = 150

/**
 * The documents of `segment` in use that its postings alone speak for most, in their order: to each unit that a
 * document has counts the best of its terms, less in a summary and for what stands above. What they say
 * in full is then read of these alone: the cost of a sentence does not grow with the corpus.
 */
export function likelyDocuments(
  segment: Segment,
  units: readonly PlannedUnit[],
  place: SegmentPlace,
): readonly number[] {
  const tally = segment.scratch.tally(segment)
  const { strong, weak, sharers, size } = segment
  const { summary } = wordsOfSentences.fields
  for (const { matches } of units) {
    tally.beginUnit()
    matches.each((term) => {
      const worth = matches.fitAt(term)
      eachIn(strong, term, (entity) => {
        if (entity < size) tellBelow(tally, segment, entity, worth)
        else eachIn(sharers, entity - size, (document) => tally.tell(document, worth))
        return true
      })
      return eachIn(weak, term, (document) => tally.tell(document, worth * summary))
    })
  }
  return tally.likeliest(mostLikely, (document) => place.numberOf(document) >= 0)
}

/** Tells of `document` that it has something worth `worth`, and of what stands below it that this has what is left of it there. */
function tellBelow(tally: Tally, { parents }: Segment, document: number, worth: number): void {
  tally.tell(document, worth)
  const left = worth * weights.inherited.below
  for (let below = document + 1; (parents[below] ?? -1) >= document; below++) {
    tally.tell(below, left)
  }
}
