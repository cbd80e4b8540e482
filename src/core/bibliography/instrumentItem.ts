import { documentUrl } from '../citation/address/officialPage.ts'
import { dateParts } from '../citation/reference.ts'
import { listedIssuers } from '../corpus/listed.ts'
import type { Division, Instrument, InstrumentType, Measure } from '../corpus/provision.ts'
import type { CslDate, CslItem, CslName } from './cslItem.ts'
import { plain } from './cslMarkup.ts'
import { isLaw, type Listing } from './listing.ts'

/**
 * The item of `instrument`, listed under these words, as all styles but a few take it. What the file
 * does not say is left out.
 *
 * The issuers are the authors, as literals: so Chicago (Pandoc's default style) prints `(White House
 * 2025, 3)`. As the publisher too they would be printed twice, and as the publisher only the title
 * would take the author's place in the text (tried with Pandoc 3.10). A law is `legislation`, orders
 * too: as `regulation` styles lose the journal. Its journal with volume and page is one text, since
 * apart they lose one of these, and it has no number of its own, which styles take for that of an
 * American statute.
 */
export function instrumentItem(instrument: Instrument, listing: Listing): CslItem {
  return {
    id: instrument.key,
    type: types[instrument.type],
    ...wordsOf(listing),
    ...authorsOf(instrument, listing),
    ...(isLaw(instrument) ? jurisdictionOf(instrument) : {}),
    ...issuedOf(instrument),
    ...addressOf(documentUrl(instrument, instrument), instrument),
    language: listing.tag,
  }
}

/** What each type of instrument is for CSL. */
export const types: Readonly<Record<InstrumentType, CslItem['type']>> = {
  plan: 'report',
  act: 'legislation',
  order: 'legislation',
  declaration: 'report',
  article: 'article-newspaper',
}

function wordsOf(
  listing: Listing,
): Pick<CslItem, 'title' | 'title-short' | 'container-title' | 'number'> {
  const { title, shortTitle, container, number } = listing
  return {
    title: plain(title),
    ...(shortTitle === undefined ? {} : { 'title-short': plain(shortTitle) }),
    ...(container === undefined ? {} : { 'container-title': plain(container) }),
    ...(number === undefined ? {} : { number: plain(number) }),
  }
}

function authorsOf(instrument: Instrument, { language }: Listing): Pick<CslItem, 'author'> {
  const bodies = listedIssuers(instrument, language).map((name) => ({ literal: plain(name) }))
  const author = instrument.reference?.authors?.map(personOf) ?? bodies
  return author.length === 0 ? {} : { author }
}

/** `Family, Given`, or a name as printed. */
function personOf(name: string): CslName {
  const [family = '', given = '', ...more] = name.split(',').map((part) => plain(part.trim()))
  return family === '' || given === '' || more.length > 0
    ? { literal: plain(name) }
    : { family, given }
}

/** In the codes of Juris-M, which CSL follows: `us`, `eu.int`. */
function jurisdictionOf({ reference }: Instrument): Pick<CslItem, 'jurisdiction'> {
  const code = reference?.jurisdiction
  if (code === undefined) return {}
  return { jurisdiction: code === 'EU' ? 'eu.int' : code.toLowerCase() }
}

function issuedOf({ issued }: Instrument): Pick<CslItem, 'issued'> {
  const date = dateOf(issued)
  return date === undefined ? {} : { issued: date }
}

function dateOf(date: string | undefined): CslDate | undefined {
  const parts = dateParts(date)
  return parts && { 'date-parts': [parts] }
}

/**
 * An address of `instrument`, where it has one, and when it was read: when the facts were checked, never
 * today, so that the same corpus gives the same file.
 */
export function addressOf(
  url: string | undefined,
  { checked }: Instrument,
): Pick<CslItem, 'URL' | 'accessed'> {
  if (url === undefined) return {}
  const accessed = dateOf(checked)
  return { ...(accessed === undefined ? {} : { accessed }), URL: url }
}

/** The printed pages of `provision`, where they are known. */
export function pageOf({ pages }: Division | Measure): Pick<CslItem, 'page'> {
  if (pages === undefined) return {}
  const { first, last } = pages
  return { page: first === last ? String(first) : `${first}-${last}` }
}
