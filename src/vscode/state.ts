import type { CorpusSource } from './corpusSource.ts'
import type { Reports } from './reports.ts'
import type { SearchIndexes } from './searchIndexes.ts'

/** What providers and commands work on. */
export interface State {
  readonly reports: Reports
  readonly source: CorpusSource
  readonly indexes: SearchIndexes
}
