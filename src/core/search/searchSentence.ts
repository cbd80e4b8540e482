import { searchBySentence } from './matching/sentenceSearch.ts'
import type { Match, SearchQuery } from './search.ts'
import type { SearchIndex } from './searchIndex.ts'
import { meaningUnitsOf } from './sentence.ts'

/**
 * The provisions that the sentence `text` is most likely about, best first: no word need be found, but
 * rare ones, and several, count. Words that mean the same count less than the words themselves (see
 * `thesaurus.ts`). When nothing fits well the list is empty, rather than noise.
 */
export function searchSentence(
  index: SearchIndex,
  { text, limit, language }: Pick<SearchQuery, 'text' | 'limit' | 'language'>,
): readonly Match[] {
  const units = meaningUnitsOf(text)
  if (units.length === 0 || limit <= 0) return []
  const found = searchBySentence(index.segments, units, { limit, language }, index.effort)
  return found.flatMap(({ document, score }) => {
    const provision = index.corpus.provisions[document]
    return provision === undefined ? [] : [{ provision, score }]
  })
}
