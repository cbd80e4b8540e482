import { citedPlaces, type CitationRead } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Block } from '../markdown/blocks.ts'
import { meaningsIn, meaningsOf, type Report } from './report.ts'

/** What the keys of `report` name in `corpus`, each once: what Pandoc looks for in a bibliography. */
export function worksOf(report: Report, corpus: Corpus): readonly Provision[] {
  return namedByKey(meaningsOf(report, corpus))
}

/** What the keys in `blocks` of `report` name, each once. */
export function worksIn(
  report: Report,
  corpus: Corpus,
  blocks: readonly Block[],
): readonly Provision[] {
  const groups = blocks.flatMap((block) => report.groupsIn(block))
  return namedByKey(groups.flatMap(({ citations }) => meaningsIn(report, corpus, citations)))
}

/** What each citation of `report` names in `corpus`, with the words behind its key. */
export function readCitations(report: Report, corpus: Corpus): readonly CitationRead[] {
  return meaningsOf(report, corpus).map((meaning) => ({
    meaning,
    suffix: report.suffixOf(meaning.citation),
  }))
}

/** The provisions that `report` cites, each once: what keys name, or the words behind them. */
export function citedIn(report: Report, corpus: Corpus): readonly Provision[] {
  const places = meaningsOf(report, corpus).flatMap(citedPlaces)
  return [...new Set(places.map(({ provision }) => provision))]
}

/** What the keys of `meanings` name, each once. */
export function namedByKey(meanings: ReturnType<typeof meaningsOf>): readonly Provision[] {
  const works = meanings.flatMap(({ key }) => (key.kind === 'known' ? [key.provision] : []))
  return [...new Set(works)]
}
