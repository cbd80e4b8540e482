import { printedLabel } from '../../../src/core/citation/locatorLabels.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { waysOfWriting, type LabelledStep } from './waysOfWriting.ts'

/** The divisions and measures from the highest down to `provision`. */
function lineOf(provision: Provision, corpus: Corpus): readonly LabelledStep[] {
  return [...ancestorsOf(corpus, provision), provision].flatMap((step) =>
    step.level === 'instrument'
      ? []
      : [{ level: step.level, kind: step.kind, label: printedLabel(step) }],
  )
}

/** What is written in `language` for the provisions of `instrument`, each with those whose place it is. */
export function writtenFor(
  instrument: Instrument,
  language: Language,
  corpus: Corpus,
): ReadonlyMap<string, readonly Provision[]> {
  const bearers = new Map<string, Provision[]>()
  for (const provision of corpus.provisions) {
    if (provision.level === 'instrument') continue
    if (instrumentOf(corpus, provision.key) !== instrument) continue
    const isOfText = instrument.type !== 'act' && instrument.type !== 'order'
    for (const way of waysOfWriting(lineOf(provision, corpus), language, isOfText)) {
      bearers.set(way, [...(bearers.get(way) ?? []), provision])
    }
  }
  return bearers
}
