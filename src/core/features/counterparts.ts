import { counterpartsOf, type Counterpart } from '../corpus/card.ts'
import { hasEnded, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import { citeBeside } from '../report/amendCitation.ts'
import { citingFormat, type CitingOptions } from '../report/citingFormat.ts'
import { provisionAt, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/edit.ts'

/** A counterpart of what is cited, and the edit that cites it as well. */
export interface CitedCounterpart extends Counterpart {
  readonly edits: readonly TextEdit[]
}

/**
 * The counterparts of the provision whose key touches `offset`, those that no longer hold last, each
 * with the edit that cites it beside: in the group of a bracketed citation, in brackets behind a
 * narrative one. Empty where no key does, and without those that the group cites already.
 */
export function citeCounterparts(
  report: Report,
  corpus: Corpus,
  offset: number,
  options: CitingOptions,
): readonly CitedCounterpart[] {
  const found = provisionAt(report, corpus, offset)
  if (found === undefined || found.citation.form === 'glued') return []
  const { citation, provision } = found
  const around = report
    .groupsAround(offset)
    .find(({ citations }) => citations.includes(citation))?.citations
  const cited = new Set(around?.map(({ key }) => key))
  const format = citingFormat(report, corpus, options)
  const ended = (counterpart: Counterpart): number => {
    const instrument = instrumentOf(corpus, counterpart.provision.key)
    return instrument !== undefined && hasEnded(instrument) ? 1 : 0
  }
  return counterpartsOf(corpus, provision)
    .filter((counterpart) => !cited.has(counterpart.provision.key))
    .sort((one, other) => ended(one) - ended(other))
    .map((counterpart) => ({
      ...counterpart,
      edits: [citeBeside(report, citation, [counterpart.provision], format)],
    }))
}
