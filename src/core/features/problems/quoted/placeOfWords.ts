import { instrumentOf, type Corpus } from '../../../corpus/corpus.ts'
import type { Provision } from '../../../corpus/provision.ts'
import { printedPages } from '../../../official/officialText.ts'
import type { WordsPlace } from './searched.ts'

/** A place of a document as its readers find it. */
export interface PlaceOfWords extends Pick<WordsPlace, 'part' | 'aside'> {
  /** The number of the page, as printed. */
  readonly page?: string
}

/** What is to be said of a place where its provision does not say it: of words of none, and of notes. */
export function placeOfWords(
  place: WordsPlace | undefined,
  provision: Provision,
  corpus: Corpus,
): PlaceOfWords | undefined {
  if (place === undefined || (place.key !== undefined && place.aside === undefined))
    return undefined
  const { part, aside, page: filePage, pageNumber } = place
  const instrument = instrumentOf(corpus, provision.key)
  const pages = { first: filePage ?? 0, last: filePage ?? 0 }
  const counted = filePage && instrument && printedPages(instrument, pages)?.first
  const page = pageNumber ?? (counted ? String(counted) : undefined)
  return {
    ...(part && { part }),
    ...(aside && { aside }),
    ...(page !== undefined && { page }),
  }
}
