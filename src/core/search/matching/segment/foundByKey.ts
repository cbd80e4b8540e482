import { isAscii } from '../../../text/characters.ts'
import type { Segment } from '../../index/segment.ts'
import type { SegmentPlace } from '../../index/segmentPlace.ts'
import { weights } from '../../ranking.ts'
import { eachWithKey, keyScore, typedKeyOf } from '../keyMatches.ts'
import type { Effort } from './searchOptions.ts'

/** So many keys that begin as something typed are compared at most, in a segment. */
const mostKeys = 1000

/**
 * Calls `visit` with the documents of `segment` in use whose keys are `dotted`, begin so, or have it as a part, and
 * what they score for it; until it was told of `limit` that are or begin so.
 */
export function eachFoundByKey(
  segment: Segment,
  place: SegmentPlace,
  {
    dotted,
    limit,
    effort,
  }: { readonly dotted: string; readonly limit: number; readonly effort: Effort },
  visit: (document: number, score: number) => void,
): void {
  if (!isAscii(dotted)) return
  const typed = typedKeyOf(dotted)
  let compared = 0
  let found = 0
  eachWithKey(segment, typed, (document) => {
    if (place.numberOf(document) < 0) return true
    compared += 1
    const score = keyScore(typed, segment, document)
    if (score > 0) visit(document, score)
    if (score >= weights.key.start) found += 1
    return compared < mostKeys && found < limit
  })
  effort.keys += compared
}
