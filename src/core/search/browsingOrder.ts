import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'

/**
 * What is offered to someone who has typed nothing: the table of contents from the top. First the
 * instruments, then the divisions level by level (pillars, then sections), then the measures; each
 * level in the order of the corpus. What fits into a list of a hundred thereby shows all places to
 * start from; the measures of one section alone would not.
 */
export function browsingOrder(corpus: Corpus): readonly Provision[] {
  const levels = new Map<string, number>()
  const ranked = corpus.provisions.map((provision) => {
    const level = levelOf(provision, levels)
    levels.set(provision.key, level)
    return { provision, rank: provision.level === 'measure' ? Infinity : level }
  })
  return ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(provisionOf)
}

function provisionOf(ranked: { readonly provision: Provision }): Provision {
  return ranked.provision
}

/** 0 for an instrument, else one more than the level of what stands above. */
function levelOf(provision: Provision, levels: ReadonlyMap<string, number>): number {
  return provision.level === 'instrument' ? 0 : (levels.get(provision.parent) ?? 0) + 1
}
