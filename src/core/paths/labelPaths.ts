import type { Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf, pathOf } from '../corpus/key.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import { numberOf } from '../text/numerals.ts'

/** Of each corpus, its provisions by their instruments and paths in {@link plainLabels}. */
const pathsOf = new WeakMap<Corpus, ReadonlyMap<string, Provision>>()

/** The provision of `instrument` whose path has `labels`, Roman numerals or not: `II.3.1` for 2, 3 and 1. */
export function provisionAtLabels(
  instrument: Instrument,
  labels: readonly string[],
  corpus: Corpus,
): Provision | undefined {
  const known = pathsOf.get(corpus) ?? readPaths(corpus)
  pathsOf.set(corpus, known)
  return known.get(`${instrument.key}:${plainLabels(labels)}`)
}

function readPaths({ provisions }: Corpus): ReadonlyMap<string, Provision> {
  return new Map(
    provisions.toReversed().flatMap((provision) => {
      const labels = pathOf(provision.key)?.split(/[.-]/)
      return labels === undefined
        ? []
        : [[`${instrumentIdOf(provision.key)}:${plainLabels(labels)}`, provision] as const]
    }),
  )
}

function plainLabels(labels: readonly string[]): string {
  return labels.map((label) => String(numberOf(label) ?? label.toLowerCase())).join('.')
}
