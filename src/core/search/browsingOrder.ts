import { hasEnded, type Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'

/**
 * What is offered to someone who has typed nothing: the table of contents from the top. First the
 * instruments, then the divisions level by level (pillars, then sections), then the measures; each
 * level in the order of the corpus, and what no longer holds at the very end. What fits into a list of a hundred thereby shows all places to
 * start from; the measures of one section alone would not.
 */
export function browsingOrder(corpus: Corpus): readonly Provision[] {
  const levels = new Map<string, number>()
  const ended = new Set<string>(corpus.instruments.filter(hasEnded).map(({ key }) => key))
  const ranked = corpus.provisions.map((provision) => {
    const level = levelOf(provision, levels)
    levels.set(provision.key, level)
    const rank = provision.level === 'measure' ? deepest : level
    return { provision, rank: ended.has(instrumentIdOf(provision.key)) ? rank + deepest : rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(provisionOf)
}

/** Below all divisions: headings have six levels. */
const deepest = 10

function provisionOf(ranked: { readonly provision: Provision }): Provision {
  return ranked.provision
}

/** 0 for an instrument, else one more than the level of what stands above. */
function levelOf(provision: Provision, levels: ReadonlyMap<string, number>): number {
  return provision.level === 'instrument' ? 0 : (levels.get(provision.parent) ?? 0) + 1
}
