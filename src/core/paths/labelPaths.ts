import type { Corpus } from '../corpus/corpus.ts'
import { pathOf } from '../corpus/key.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import { numberOf } from '../text/numerals.ts'

/** Of each corpus, the numbers of the provisions of instruments by their paths in {@link plainLabels}. */
const pathsOf = new WeakMap<Corpus, Map<Instrument, ReadonlyMap<string, number>>>()

/** The provision of `instrument` whose path has `labels`, Roman numerals or not: `II.3.1` for 2, 3 and 1. */
export function provisionAtLabels(
  instrument: Instrument,
  labels: readonly string[],
  corpus: Corpus,
): Provision | undefined {
  const inCorpus = pathsOf.get(corpus) ?? new Map<Instrument, never>()
  const paths = inCorpus.get(instrument) ?? readPaths(instrument, corpus)
  pathsOf.set(corpus, inCorpus.set(instrument, paths))
  return corpus.provisions.at(paths.get(plainLabels(labels)) ?? corpus.provisions.length)
}

/** The first provision of those with one path. */
function readPaths(instrument: Instrument, { provisions }: Corpus): ReadonlyMap<string, number> {
  const all = known(provisions)
  const paths = new Map<string, number>()
  for (let at = 0; at < all.length; at++) {
    if (all.idAt(at) !== instrument.key) continue
    const path = plainLabels(pathOf(all.keyAt(at))?.split(/[.-]/) ?? [])
    if (!paths.has(path)) paths.set(path, at)
  }
  return paths
}

function plainLabels(labels: readonly string[]): string {
  return labels.map((label) => String(numberOf(label) ?? label.toLowerCase())).join('.')
}
