import type { Provision } from '../corpus/provision.ts'
import { searchBySentence, unitsIn } from './matching/sentenceSearch.ts'
import { favouring, type Match, type SearchQuery } from './search.ts'
import type { SearchIndex } from './searchIndex.ts'
import { meaningUnitsBelow, meaningUnitsOf } from './meaningUnits.ts'

/** A sentence to look for. */
export interface SentenceQuery extends Pick<SearchQuery, 'text' | 'limit' | 'language' | 'favour'> {
  /** The heading above the sentence. */
  readonly heading?: string
}

/**
 * The provisions that the sentence `text` is most likely about, best first: no word need be found, but
 * rare ones, and several, count. Words that mean the same count less than the words themselves (see
 * `synonyms.ts`). What may be meant, and may well not be, is told as such, three at most; when nothing
 * fits the list is empty, rather than noise.
 */
export function searchSentence(index: SearchIndex, query: SentenceQuery): readonly Match[] {
  const { text, limit, language } = query
  const units = meaningUnitsBelow(query.heading ?? '', text, index.synonyms)
  if (units.length === 0 || limit <= 0) return []
  const factorOf = favouring(index, query.favour, 'contextOf')
  const options = { limit, language, ...(factorOf && { favour: factorOf }) }
  const { found, isSure } = searchBySentence(index, units, options, index.effort)
  return found.flatMap(({ document, score }) => {
    const provision = index.corpus.provisions.at(document)
    if (provision === undefined) return []
    return [isSure ? { provision, score } : { provision, score, isPerhaps: true as const }]
  })
}

/** Fewer words that say something are no sentence to go by: *see*, *as the plan has it*. */
const fewestUnits = 3

/** Whether `text` says enough to look for what it is about. */
export function saysEnough(text: string): boolean {
  return meaningUnitsOf(text).length >= fewestUnits
}

/** The words of the sentence `text` that `provision` has, itself or by others that mean the same. */
export function wordsShared(
  index: SearchIndex,
  text: string,
  provision: Provision,
): readonly string[] {
  const units = meaningUnitsOf(text, index.synonyms)
  const document = index.corpus.provisions.indexOf(provision)
  return unitsIn(index, units, document).map((unit) => unit.text)
}
