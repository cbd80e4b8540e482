import type { Language } from '../core/corpus/language.ts'
import { fillTemplate, type FillTemplate } from '../core/corpus/sentence.ts'

/** An English sentence of ours in another language, its `{0}`, `{1}` … replaced by `values`. */
export type Words = FillTemplate

/** Our English sentences in one other language: a table of `l10n/`. */
export type WordTable = ReadonlyMap<string, string>

/** The tables by language. */
export type WordTables = ReadonlyMap<Language, WordTable>

let tables: WordTables = new Map()

/** Has all sentences come from `known` from now on. */
export function useWordTables(known: WordTables): void {
  tables = known
}

/**
 * Our sentences in `language`: for what stands beside titles of the corpus, which come in the reader's
 * language. Messages of VS Code's own surfaces follow its display language through `vscode.l10n`; both
 * read the same tables.
 */
export function wordsIn(language: Language): Words {
  const table = tables.get(language)
  return (sentence, ...values) => fillTemplate(table?.get(sentence) ?? sentence, ...values)
}

/** The table that `json` holds, an object of texts; empty for anything else. */
export function readWordTable(json: string): WordTable {
  const read: unknown = JSON.parse(json)
  if (typeof read !== 'object' || read === null) return new Map()
  return new Map(
    Object.entries(read).flatMap(([sentence, text]: [string, unknown]) =>
      typeof text === 'string' ? [[sentence, text] as const] : [],
    ),
  )
}
