import { hasEnded, type Corpus } from '../corpus/corpus.ts'
import { known, type KnownProvisions } from '../corpus/stored/knownProvisions.ts'
import type { ProvisionList } from '../corpus/stored/provisionList.ts'

/**
 * What is offered to someone who has typed nothing: the table of contents from the top. First the
 * instruments, then the divisions level by level (pillars, then sections), then the measures; each
 * level in the order of the corpus, and what no longer holds at the very end. What fits into a list of a hundred thereby shows all places to
 * start from; the measures of one section alone would not.
 */
export function browsingOrder({ instruments, provisions }: Corpus): ProvisionList {
  const all = known(provisions)
  const ended = new Set<string>(instruments.filter(hasEnded).map(({ key }) => key))
  const byRank: number[][] = []
  for (let at = 0; at < all.length; at++) {
    const rank = rankAt(at, all) + (ended.has(all.idAt(at)) ? deepest : 0)
    const known = byRank[rank]
    if (known === undefined) byRank[rank] = [at]
    else known.push(at)
  }
  return all.those(Uint32Array.from(byRank.flat()))
}

/** Below all divisions: headings have six levels. */
const deepest = 10

/** 0 for an instrument, else one more than the level of what stands above. */
function rankAt(at: number, provisions: KnownProvisions): number {
  return provisions.has(at, 'measure') ? deepest : provisions.depthAt(at)
}
