import { partKinds, printedLabel } from '../../citation/locatorLabels.ts'
import { childrenOf, type Corpus } from '../../corpus/corpus.ts'
import type { Division, Measure, Provision } from '../../corpus/provision.ts'

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
 * What is found below `above` by its own kind and label: what stands right below it, and the kinds that
 * are numbered through; not what stands below a measure there. In the order of the instrument.
 */
export function foundBelow(above: Provision, corpus: Corpus): readonly Nameable[] {
  const all = allBelow(above, corpus)
  const seen = new Set<string>()
  const repeated = new Set(partKinds)
  for (const one of all) {
    const name = `${one.kind} ${one.place?.en ?? printedLabel(one)}`
    if (seen.has(name)) repeated.add(one.kind)
    seen.add(name)
  }
  return all.filter(({ kind, parent }) => parent === above.key || !repeated.has(kind))
}

function allBelow(above: Provision, corpus: Corpus): readonly Nameable[] {
  return childrenOf(corpus, above).flatMap((child) =>
    child.level === 'measure' ? [child] : [child, ...allBelow(child, corpus)],
  )
}
