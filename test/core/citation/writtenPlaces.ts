import { fromPrintedPlace, printedLabel } from '../../../src/core/citation/locatorLabels.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import type { Instrument, Provision } from '../../../src/core/corpus/provision.ts'
import { waysOfWriting, type LabelledStep } from './waysOfWriting.ts'

/** The divisions and measures from the highest, or from what is printed with all above it, down to `provision`. */
function lineOf(provision: Provision, corpus: Corpus): readonly LabelledStep[] {
  return fromPrintedPlace([...ancestorsOf(corpus, provision), provision]).flatMap((step) =>
    step.level === 'instrument'
      ? []
      : [{ level: step.level, kind: step.kind, label: step.place?.en ?? printedLabel(step) }],
  )
}

/** What is written in `language` for the provisions of `instrument`, each with those whose place it is. */
export function writtenFor(
  instrument: Instrument,
  language: Language,
  corpus: Corpus,
): ReadonlyMap<string, readonly Provision[]> {
  return bearersOf(instrument, language, corpus, () => [])
}

/** {@link writtenFor}, with all that may be meant where the divisions of a place are left out. */
export function meantBy(
  instrument: Instrument,
  language: Language,
  corpus: Corpus,
): ReadonlyMap<string, readonly Provision[]> {
  return bearersOf(instrument, language, corpus, rivalsIn(instrument, corpus))
}

function bearersOf(
  instrument: Instrument,
  language: Language,
  corpus: Corpus,
  rivalsOf: (provision: Provision) => readonly Provision[],
): ReadonlyMap<string, readonly Provision[]> {
  const bearers = new Map<string, Provision[]>()
  const isOfText = instrument.type !== 'act' && instrument.type !== 'order'
  for (const provision of corpus.provisions) {
    if (provision.level === 'instrument') continue
    if (instrumentOf(corpus, provision.key) !== instrument) continue
    const line = lineOf(provision, corpus)
    const rivals = rivalsOf(provision)
    const withoutDivisions =
      rivals.length === 0 ? undefined : waysOfWriting(measuresOf(line), language, isOfText)
    for (const way of waysOfWriting(line, language, isOfText)) {
      const others = withoutDivisions?.has(way) === true ? rivals : []
      bearers.set(way, [...(bearers.get(way) ?? []), provision, ...others])
    }
  }
  return bearers
}

function measuresOf(line: readonly LabelledStep[]): readonly LabelledStep[] {
  return line.filter(({ level }) => level === 'measure')
}

/**
 * The first measure down to each provision that stands below one, and all that have its kind and label
 * below no measure: without its divisions each of these may be meant, as by `point 2(h)` of any annex.
 */
function rivalsIn(
  instrument: Instrument,
  corpus: Corpus,
): (one: Provision) => readonly Provision[] {
  const firsts = corpus.provisions.filter(
    (one) =>
      one.level === 'measure' &&
      corpus.byKey.get(one.parent)?.level !== 'measure' &&
      instrumentOf(corpus, one.key) === instrument,
  )
  return (provision) => {
    const first = ancestorsOf(corpus, provision).find(({ level }) => level === 'measure')
    if (first === undefined) return []
    return firsts.filter((one) => one !== first && nameOf(one) === nameOf(first))
  }
}

function nameOf(provision: Provision): string {
  return provision.level === 'instrument' ? '' : `${provision.kind} ${printedLabel(provision)}`
}
