import { citedPlaces } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { meaningsOf, type Report } from './report.ts'

/** What the keys of `report` name in `corpus`, each once: what Pandoc looks for in a bibliography. */
export function worksOf(report: Report, corpus: Corpus): readonly Provision[] {
  return namedByKey(meaningsOf(report, corpus))
}

/** The provisions that `report` cites, each once: what keys name, or the words behind them. */
export function citedIn(report: Report, corpus: Corpus): readonly Provision[] {
  const places = meaningsOf(report, corpus).flatMap(citedPlaces)
  return [...new Set(places.map(({ provision }) => provision))]
}

function namedByKey(meanings: ReturnType<typeof meaningsOf>): readonly Provision[] {
  const works = meanings.flatMap(({ key }) => (key.kind === 'known' ? [key.provision] : []))
  return [...new Set(works)]
}
