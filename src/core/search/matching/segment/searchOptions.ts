import type { Language } from '../../../corpus/language.ts'
import type { PinyinTable } from '../../../words/pinyin.ts'

/** What a search has cost since the counters were made: what tests count. */
export interface Effort {
  /** Documents whose records were read and scored. */
  documents: number
  /** Documents whose keys were compared. */
  keys: number
}

/** How documents are searched, whatever was typed. */
export interface SearchOptions {
  readonly limit: number
  readonly language: Language | undefined
  /** How characters are read, where letters may be pinyin. */
  readonly pinyin: PinyinTable | undefined
  /** How much a document goes before equals for what the report already cites and the like. */
  readonly favour?: (document: number) => number
  /** Whether nobody waits for the answer any more. */
  readonly isCancelled?: () => boolean
}
