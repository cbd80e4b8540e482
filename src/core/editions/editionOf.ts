import type { Corpus } from '../corpus/corpus.ts'
import { pathOf } from '../corpus/key.ts'
import type { Instrument } from '../corpus/provision.ts'
import { known } from '../corpus/stored/knownProvisions.ts'
import type { Edition, EditionPart } from './edition.ts'
import type { Outline, Part } from '../official/outline.ts'
import {
  proposedParts,
  proposeProvisions,
  type ProposedProvision,
} from '../official/proposedProvisions.ts'

/**
 * An official document as an edition, its provisions by the labels that an import proposes; what stands below its
 * title, above all of them, has none.
 */
export function editionOfDocument(outline: Outline): Edition {
  const proposed = proposeProvisions(outline, { id: 'xx', type: outline.type ?? 'act' })
  const parts = proposedParts(outline)
  const text = parts === outline.parts ? '' : (outline.parts[0]?.text ?? '')
  const above = text === '' ? [] : [{ label: '', heading: outline.title ?? '', text }]
  return { parts: [...above, ...partsIn(parts, proposed)] }
}

function partsIn(
  parts: readonly Part[],
  proposed: readonly ProposedProvision[],
): readonly EditionPart[] {
  return parts.flatMap((part, at) => {
    const { label = '', parts: below = [] } = proposed[at] ?? {}
    return [{ label, heading: part.heading ?? '', text: part.text }, ...partsIn(part.parts, below)]
  })
}

/** What a corpus file says of `instrument`, as an edition: titles, and summaries in our words. */
export function editionOfInstrument(instrument: Instrument, { provisions }: Corpus): Edition {
  const own = known(provisions).ofInstrument(instrument.key)
  const parts = own.map(({ key, titles, summary }) => ({
    label: pathOf(key) ?? key,
    heading: titles.en,
    text: summary?.en ?? '',
  }))
  return { parts }
}
