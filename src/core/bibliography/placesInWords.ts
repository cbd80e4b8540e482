import { placeBehindKey } from '../citation/citationForm.ts'
import { citedPlaces, type CitationRead } from '../citation/meaning.ts'
import { linkIn } from '../citation/suffixWords.ts'
import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'

/** A place that a report cites in words, as a filter finds it again on the page. */
export interface PlaceInWords {
  readonly provision: Division | Measure
  /** `art. 5(1)(a)`, as the citation has them. */
  readonly words: string
  /** What the citation says of places before these words, no page that comes first; mostly nothing. */
  readonly after: string
}

/** The places that `read` name in words, each once, in their order; `language` is the report's. */
export function placesInWords(
  read: readonly CitationRead[],
  corpus: Corpus,
  language: Language,
): readonly PlaceInWords[] {
  return eachOnce(read.flatMap((one) => placesOf(one, corpus, language)))
}

/** `places`, each once. */
export function eachOnce(places: readonly PlaceInWords[]): readonly PlaceInWords[] {
  return [...new Map(places.map((place) => [nameOf(place), place])).values()]
}

/** By which places of one instrument are told apart. */
function nameOf({ provision, words, after }: PlaceInWords): string {
  return [provision.key.split(':', 1)[0], after, words].join('\0')
}

function placesOf(read: CitationRead, corpus: Corpus, language: Language): readonly PlaceInWords[] {
  const { text, start } = read.suffix
  const lead = leadOf(read, corpus, language)
  const pageEnd = endOfFirstPage(read)
  return citedPlaces(read.meaning).flatMap(({ provision, by, span }) => {
    const words = oneLine(text.slice(span.start - start, span.end - start))
    if (provision.level === 'instrument' || by === 'key' || !hasOwnWords(words)) return []
    const before = oneLine(text.slice(pageEnd, Math.max(pageEnd, span.start - start)))
    return [{ provision, ...joined(lead, before.replace(marksFirst, ''), words) }]
  })
}

/** Between the ends of a range stand places, too, that only a dash or the like names. */
function hasOwnWords(words: string): boolean {
  return linkIn(words) === undefined
}

/** Where in a suffix the page ends with which it begins; 0 where it begins with none. */
function endOfFirstPage({ meaning, suffix: { text, start } }: CitationRead): number {
  const pages = meaning.places.flatMap((place) => place.pages)
  const first = pages.find(
    ({ wholeSpan }) => text.slice(0, wholeSpan.start - start).replace(marksFirst, '') === '',
  )
  return first === undefined ? 0 : first.wholeSpan.end - start
}

/** What stands before the first letter or digit. */
const marksFirst = /^[^\p{L}\p{N}§¶]+/u

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

/** The place of the key itself, where it is one of a provision: with it the page says the words. */
function leadOf({ meaning }: CitationRead, corpus: Corpus, language: Language): string {
  const { key } = meaning
  if (key.kind !== 'known') return ''
  const instrument = instrumentOf(corpus, key.provision.key)
  return instrument === undefined ? '' : placeOfKey(key.provision, instrument, corpus, language)
}

function placeOfKey(
  provision: Provision,
  instrument: Instrument,
  corpus: Corpus,
  language: Language,
): string {
  if (provision.level === 'instrument') return ''
  return placeBehindKey(provision, instrument, {
    corpus,
    language,
    style: 'pandoc',
    withPage: false,
  })
}

/** Parts in parentheses go on where a key ends: `(1)(a)` behind that of `art. 5` is `art. 5(1)(a)`. */
function joined(lead: string, before: string, words: string): Omit<PlaceInWords, 'provision'> {
  if (lead !== '' && before === '' && words.startsWith('('))
    return { words: lead + words, after: '' }
  const after = lead === '' ? before : `${lead}, ${before}`
  return { words, after: after.trim() }
}
