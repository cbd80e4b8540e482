import type { CorpusSource } from './corpora/corpusSource.ts'
import type { NameIndexes } from './nameIndexes.ts'
import type { Reports } from './reports.ts'
import type { WordTables } from './words.ts'
import type { SearchIndexes } from './searchIndexes.ts'

/** What providers and commands work on. */
export interface State {
  readonly reports: Reports
  readonly source: CorpusSource
  readonly indexes: SearchIndexes
  readonly names: NameIndexes
  /** The tables of our words, once they are read. */
  readonly words: Promise<WordTables>
}
