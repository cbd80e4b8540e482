import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { meaningsOf, type Report } from './report.ts'

/** What the keys of `report` name in `corpus`, each once: what Pandoc looks for in a bibliography. */
export function worksOf(report: Report, corpus: Corpus): readonly Provision[] {
  const works = meaningsOf(report, corpus).flatMap(({ key }) =>
    key.kind === 'known' ? [key.provision] : [],
  )
  return [...new Set(works)]
}
