import { placesIn, type Place } from '../../citation/meaning.ts'
import type { TermLanguage } from '../../citation/citationForm.ts'
import type { Corpus } from '../../corpus/corpus.ts'
import type { Language } from '../../corpus/language.ts'
import type { Instrument, Provision } from '../../corpus/provision.ts'
import type { BegunPlace } from './begunPlace.ts'

/** What a suffix says before the place that is begun in it. */
export interface Said extends BegunPlace {
  readonly corpus: Corpus
  /** What the key before it names. */
  readonly named: Provision
  readonly instrument: Instrument
  /** What the words before it name; one at least. */
  readonly places: readonly Place[]
  /** Of words; terms for pages are those of the report. */
  readonly language: Language
  readonly locatorLanguage: TermLanguage
}

/** The last place that is said: what the key names where no words do. */
export function lastSaid({ places, named }: Said): Pick<Place, 'provision' | 'by' | 'pages'> {
  return places.at(-1) ?? { provision: named, by: 'key', pages: [] }
}

/** Whether a place may follow what is said: that is no prose, and understood, and no deeper than the corpus. */
export function canGoOn(said: Said): boolean {
  const isThere =
    said.joint === 'below'
      ? lastSaid(said).by === 'words'
      : pagesIn(placesWith(said, ' p. 1')) > pagesIn(said.places)
  return isThere && isUnderstood(said.places) && said.places.at(-1)?.deeper === undefined
}

function pagesIn(places: readonly Place[]): number {
  return places.reduce((count, { pages }) => count + pages.length, 0)
}

/** What the suffix names with `text` behind what is said. */
export function placesWith({ said, named, corpus }: Said, text: string): readonly Place[] {
  return placesIn(named, said + text, corpus)
}

/**
 * Whether `text` behind what is said is read as `provision`: in place of the last one that is said, or
 * as one more (`isMore`).
 */
export function leadsBackTo(
  said: Said,
  text: string,
  provision: Provision,
  isMore: boolean,
): boolean {
  const places = placesWith(said, text)
  const last = places.at(-1)
  const kept = isMore ? said.places : said.places.slice(0, -1)
  const isMoreRead = places.length > said.places.length
  const isKept = kept.every((place, at) => places[at]?.provision === place.provision)
  return (
    last?.provision === provision &&
    !last.deeper &&
    isUnderstood(places) &&
    isMoreRead === isMore &&
    isKept
  )
}

function isUnderstood(places: readonly Place[]): boolean {
  return places.every(({ notUnderstood }) => notUnderstood === undefined)
}
