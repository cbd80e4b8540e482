import { stepsSaid } from '../../citation/placeWords.ts'
import { ancestorsOf, childrenOf, instrumentOf, type Corpus } from '../../corpus/corpus.ts'
import type { Division, Instrument, Measure, Provision } from '../../corpus/provision.ts'

/** What can be named below an instrument. */
export type Nameable = Division | Measure

/**
 * What to name next below `above`, in the order of the instrument: what stands right below it, and for
 * a division whose measures are found without it these: articles rather than chapters.
 */
export function nextBelow(above: Provision, corpus: Corpus): readonly Nameable[] {
  const found = new Set(foundBelow(above, corpus))
  const below = (parent: Provision): readonly Nameable[] =>
    childrenOf(corpus, parent).flatMap((child) => {
      const within = child.level === 'division' ? below(child) : []
      return within.length > 0 && within.every((one) => found.has(one)) ? within : [child]
    })
  return below(above)
}

/**
 * What is found below `above` by what is said of it in addition: what stands right below it, and what the
 * fewest steps lead to that a citation says; not what stands below a measure there. In the order of the
 * instrument.
 */
export function foundBelow(above: Provision, corpus: Corpus): readonly Nameable[] {
  const instrument = instrumentOf(corpus, above.key)
  const known = new Set<Provision>([...ancestorsOf(corpus, above), above])
  return allBelow(above, corpus).filter(
    (one) => one.parent === above.key || (instrument && isFound(one, instrument, corpus, known)),
  )
}

/** Whether all that must be said above `one` is known already. */
function isFound(
  one: Nameable,
  instrument: Instrument,
  corpus: Corpus,
  known: ReadonlySet<Provision>,
): boolean {
  const { divisions } = stepsSaid(one, instrument, corpus)
  return divisions.every((step) => step === one || known.has(step))
}

function allBelow(above: Provision, corpus: Corpus): readonly Nameable[] {
  return childrenOf(corpus, above).flatMap((child) =>
    child.level === 'measure' ? [child] : [child, ...allBelow(child, corpus)],
  )
}
