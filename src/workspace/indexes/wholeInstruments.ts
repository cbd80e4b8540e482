import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { known } from '../../core/corpus/stored/knownProvisions.ts'
import type { ProvisionList } from '../../core/corpus/stored/provisionList.ts'

/** An instrument as a corpus has it, with all that stands below. */
export interface WholeInstrument {
  /** The instrument itself: another object where its file was read again. */
  readonly top: Provision
  /** Its number in the corpus. */
  readonly first: number
  /** How many provisions it has, itself included. */
  readonly size: number
}

/** The instruments of `corpus` from its provision `from` on, by their ids, in their order. */
export function wholeInstruments(
  { provisions }: Corpus,
  from: number,
): ReadonlyMap<string, WholeInstrument> {
  const tops = [...known(provisions).placesOf('instrument')].filter((at) => at >= from)
  const wholes = tops.flatMap((first, at) => {
    const top = provisions.at(first)
    return top === undefined
      ? []
      : [{ top, first, size: (tops[at + 1] ?? provisions.length) - first }]
  })
  return new Map(wholes.map((whole) => [whole.top.key, whole]))
}

/** The provisions of `wholes` in `corpus`, one behind the other. */
export function provisionsOf(
  { provisions }: Corpus,
  ...wholes: readonly WholeInstrument[]
): ProvisionList {
  const places = wholes.flatMap(({ first, size }) =>
    Array.from({ length: size }, (_, at) => first + at),
  )
  return known(provisions).those(Uint32Array.from(places))
}
