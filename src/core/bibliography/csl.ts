import { commaIn, placeBehindKey } from '../citation/citationForm.ts'
import { documentUrl } from '../citation/address/officialPage.ts'
import { placeWords, stepsSaid } from '../citation/placeWords.ts'
import { printedTitle } from '../citation/reference.ts'
import { ancestorsOf, formerKeysOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure, Provision } from '../corpus/provision.ts'
import type { CslItem } from './cslItem.ts'
import { familyWords } from './familyWords.ts'
import { inItsOwnCase, plain } from './cslMarkup.ts'
import { addressOf, instrumentItem, pageOf } from './instrumentItem.ts'
import { linkOfKey, linksOfPlaces } from './placeLinks.ts'
import type { PlaceInWords } from './placesInWords.ts'
import { withRecord } from './record.ts'
import { isLaw, listingIn, type Listing } from './listing.ts'

/**
 * The items for a report in `language` whose keys name `works`. Each instrument once, where a key first
 * names it or something in it, for that is the work; behind it an item for each of its provisions that
 * a key names, so that Pandoc finds this key too. `said` are the places that the report cites in words.
 */
export function cslItems(
  works: Iterable<Provision>,
  corpus: Corpus,
  language: Language,
  said: readonly PlaceInWords[] = [],
): readonly CslItem[] {
  const named = [...new Set(works)]
  const instruments = new Set(named.flatMap(({ key }) => instrumentOf(corpus, key) ?? []))
  return [...instruments].flatMap((instrument) => {
    const listing = listingIn(instrument, language)
    const item = instrumentItem(instrument, listing)
    const within = named.flatMap((work) =>
      work.level !== 'instrument' && instrumentOf(corpus, work.key) === instrument ? [work] : [],
    )
    const listed = { instrument, listing, item, corpus, language }
    const links = linksOfPlaces(said, listed)
    const whole = { ...item, ...familyWords(instrument, listing), ...links }
    const items = within.map((provision) =>
      withFormerKeys(itemWithin(provision, listed), provision, corpus),
    )
    return [withFormerKeys(whole, instrument, corpus), ...items]
      .map((one) => ({ ...one, 'policy-work': instrument.key }))
      .map(withRecord)
  })
}

/** `item` of `provision`, which reports may still cite by the keys that it had before. */
function withFormerKeys(item: CslItem, provision: Provision, corpus: Corpus): CslItem {
  const former = formerKeysOf(corpus, provision)
  return former.length === 0 ? item : { ...item, 'other-ids': former.join(' ') }
}

/** An instrument as it is listed. */
interface Listed {
  readonly instrument: Instrument
  readonly listing: Listing
  readonly item: CslItem
  readonly corpus: Corpus
  /** Of the report. */
  readonly language: Language
}

/**
 * What stands for a key of `provision`: of a law or an article its instrument once more, with the place
 * in its titles, for these are no books of chapters; else a chapter of the instrument, under the heading
 * that it prints, with our ordinal. Never a title of Policy Citation's own.
 */
function itemWithin(provision: Division | Measure, listed: Listed): CslItem {
  const { instrument } = listed
  const isUndivided = isLaw(instrument) || instrument.type === 'article'
  const item =
    isUndivided && instrument.reference !== undefined
      ? placedItem(provision, listed)
      : chapterItem(provision, listed)
  const place = plain(behindKey(provision, listed))
  return { ...item, 'policy-place': place, ...linkOfKey(provision, listed) }
}

/** `p. 3, pillar I, sec. 1, action 3`, by which a filter makes of the key what a report says in words. */
function behindKey(
  provision: Division | Measure,
  { instrument, corpus, language }: Listed,
): string {
  const format = { corpus, language, style: 'pandoc', withPage: true } as const
  return placeBehindKey(provision, instrument, format)
}

function placedItem(provision: Division | Measure, listed: Listed): CslItem {
  const { item, instrument, listing, corpus } = listed
  const comma = commaIn(listing.language)
  const words = plain(placeOf(provision, listed))
  const place = listing.language === 'en' ? inItsOwnCase(words) : words
  const short = item['title-short']
  return {
    ...item,
    id: provision.key,
    title: [item.title, place].join(comma),
    ...(short === undefined ? {} : { 'title-short': [short, place].join(comma) }),
    ...addressOf(documentUrl(instrument, provision, ancestorsOf(corpus, provision)), instrument),
  }
}

/** `art. 5(1)(a)`; of a division what leads to it. */
function placeOf(
  provision: Division | Measure,
  { instrument, listing: { language }, corpus }: Listed,
): string {
  return placeWords(stepsSaid(provision, instrument, corpus), language, instrument)
}

function chapterItem(provision: Division | Measure, listed: Listed): CslItem {
  const { item, instrument, listing, corpus } = listed
  const { author, issued, language } = item
  return {
    id: provision.key,
    type: 'chapter',
    title: plain(printedTitle(provision, corpus, listing.language)),
    'container-title': item.title,
    ...(author && { author }),
    ...(issued && { issued }),
    ...pageOf(provision),
    ...addressOf(documentUrl(instrument, provision, ancestorsOf(corpus, provision)), instrument),
    language,
  }
}
