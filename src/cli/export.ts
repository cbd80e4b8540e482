import { cslItem, type CslItem } from '../core/citation/csl.ts'
import { instrumentOf, type Corpus } from '../core/corpus/corpus.ts'
import { writeBibtex } from '../core/export/bibtex.ts'
import { analyseReport, citationsOf, resolutionOf } from '../core/report/report.ts'
import { Failure } from './failure.ts'
import { readText } from './files.ts'

/** The forms in which provisions are exported. */
export const exportFormats: ReadonlyMap<string, (items: readonly CslItem[]) => string> = new Map([
  ['csl-json', (items) => `${JSON.stringify(items, undefined, 2)}\n`],
  ['bibtex', writeBibtex],
])

/**
 * What `name` stands for: all provisions of the instrument that is called so, or what the report in
 * that file cites, each once.
 *
 * @throws Failure where it is neither.
 */
export function itemsToExport(name: string, corpus: Corpus): readonly CslItem[] {
  const instrument = corpus.instruments.find(({ key }) => key === name)
  const provisions =
    instrument === undefined
      ? citedIn(name, corpus)
      : corpus.provisions.filter(({ key }) => instrumentOf(corpus, key) === instrument)
  return provisions.map((provision) => cslItem(provision, corpus))
}

function citedIn(name: string, corpus: Corpus) {
  const report = analyseReport(readText(name))
  const cited = citationsOf(report).flatMap((citation) => {
    const resolution = resolutionOf(report, citation, corpus)
    return resolution.kind === 'resolved'
      ? [corpus.byKey.get(citation.key) ?? resolution.provision]
      : []
  })
  if (cited.length === 0) throw new Failure(`${name} cites nothing of the corpus.`)
  return [...new Set(cited)]
}
