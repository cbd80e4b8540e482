import { stemmer } from 'stemmer'
import { lazily } from '../text/lazily.ts'

/** What else says what a word, or several joined by `_`, or a run of Chinese says; empty where nothing does. */
export type Synonyms = (entry: string) => readonly string[]

/** Where nothing says the same. */
export const noSynonyms: Synonyms = () => []

/** The synonyms in `text`, which has a group on each line: see `thesaurus.ts`. It is taken apart when the first is asked for. */
export function readSynonyms(text: string): Synonyms {
  const table = lazily(() => tableOf(text.split('\n')))
  return (entry) => table().get(entry) ?? table().get(stemmer(entry)) ?? []
}

/** By each member of the groups, and by its stem, the others: of those that are several words none, for these would be found apart. */
function tableOf(groups: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const group of groups) {
    const entries = group.split(' ')
    for (const entry of entries) {
      const others = entries.filter((other) => other !== entry && !other.includes('_'))
      for (const form of new Set([entry, stemmer(entry)])) {
        table.set(form, [...(table.get(form) ?? []), ...others])
      }
    }
  }
  return table
}
