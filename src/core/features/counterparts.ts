import { counterpartsOf, type Counterpart } from '../corpus/card.ts'
import { hasEnded, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Citation } from '../pandoc/syntax.ts'
import { citeBeside } from '../report/amendCitation.ts'
import { citingFormat, type CitingOptions } from '../report/citingFormat.ts'
import { groupAt, meaningsIn, namedPlaceAt, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/textEdit.ts'

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
  const found = namedPlaceAt(report, corpus, offset)
  if (found === undefined || found.citation.form === 'glued') return []
  const { citation, place } = found
  const cited = citedWith(report, corpus, citation)
  const format = citingFormat(report, corpus, options)
  const ended = (counterpart: Counterpart): number => {
    const instrument = instrumentOf(corpus, counterpart.provision.key)
    return instrument !== undefined && hasEnded(instrument) ? 1 : 0
  }
  return counterpartsOf(corpus, place.provision)
    .filter((counterpart) => !cited.has(counterpart.provision))
    .sort((one, other) => ended(one) - ended(other))
    .map((counterpart) => ({
      ...counterpart,
      edits: [citeBeside(report, citation, [counterpart.provision], format)],
    }))
}

/** What the group of `citation` cites, itself included. */
function citedWith(report: Report, corpus: Corpus, { keySpan }: Citation): ReadonlySet<Provision> {
  const group = groupAt(report, keySpan.start)
  const meanings = meaningsIn(report, corpus, group?.citations ?? [])
  return new Set(meanings.flatMap(({ places }) => places.map(({ provision }) => provision)))
}
