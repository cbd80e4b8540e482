import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Provision } from '../../core/corpus/provision.ts'

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
  const tops: number[] = []
  for (let at = from; at < provisions.length; at++) {
    if (provisions[at]?.level === 'instrument') tops.push(at)
  }
  const wholes = tops.flatMap((first, at) => {
    const top = provisions[first]
    return top === undefined
      ? []
      : [{ top, first, size: (tops[at + 1] ?? provisions.length) - first }]
  })
  return new Map(wholes.map((whole) => [whole.top.key, whole]))
}

/** The provisions of `whole` in `corpus`. */
export function provisionsOf(
  { provisions }: Corpus,
  { first, size }: WholeInstrument,
): readonly Provision[] {
  return provisions.slice(first, first + size)
}
