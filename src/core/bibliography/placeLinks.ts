import { documentUrl } from '../citation/address/officialPage.ts'
import { placesIn } from '../citation/meaning.ts'
import { printedTitle } from '../citation/reference.ts'
import { ancestorsOf, instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Division, Instrument, Measure } from '../corpus/provision.ts'
import type { PlaceLinks } from './cslItem.ts'
import { plain } from './cslMarkup.ts'
import type { Entry } from './mergedEntry.ts'
import type { PlaceInWords } from './placesInWords.ts'
import { isOfLinks, recordName } from './record.ts'

/** Where places link to: in `corpus`, under titles in the `language` of the report. */
interface Linked {
  readonly instrument: Instrument
  readonly corpus: Corpus
  readonly language: Language
}

/** What the key of `provision` links to; nothing where it has no official page. */
export function linkOfKey(provision: Division | Measure, linked: Linked): PlaceLinks {
  const link = linkTo(provision, linked)
  return link === undefined ? {} : { 'policy-address': link.address, 'policy-title': link.title }
}

/** What those of `said` link to that are places of the instrument, in their order. */
export function linksOfPlaces(said: readonly PlaceInWords[], linked: Linked): PlaceLinks {
  const { corpus, instrument } = linked
  const own = said.filter(({ provision }) => instrumentOf(corpus, provision.key) === instrument)
  const links = own.flatMap((place) => {
    const link = linkTo(place.provision, linked)
    return link === undefined ? [] : [{ ...place, ...link }]
  })
  return links.reduce<PlaceLinks>(
    (all, link, index) => ({ ...all, ...fieldsOf(link, index + 1) }),
    {},
  )
}

interface Link {
  readonly address: string
  readonly title: string
}

function linkTo(
  provision: Division | Measure,
  { instrument, corpus, language }: Linked,
): Link | undefined {
  const url = documentUrl(instrument, provision, ancestorsOf(corpus, provision))
  if (url === undefined) return undefined
  // A mark that Pandoc would make a quotation mark of.
  const address = url.replaceAll("'", '%27')
  return { address, title: plain(printedTitle(provision, corpus, language)) }
}

function fieldsOf(
  { words, after, address, title }: PlaceInWords & Link,
  number: number,
): PlaceLinks {
  const name = `policy-place-${number}` as const
  return {
    [name]: plain(words),
    ...(after === '' ? {} : { [`${name}-after`]: plain(after) }),
    [`${name}-address`]: address,
    [`${name}-title`]: title,
  }
}

/** The places whose words `entry` of `instrument` has, as far as they are places in `corpus`: another report cites them. */
export function placesHeld(
  entry: Entry,
  instrument: Instrument,
  corpus: Corpus,
): readonly PlaceInWords[] {
  const names = Object.keys(entry).filter((name) => /^policy-place-\d+$/u.test(name))
  return names.flatMap((name) => {
    const words = textIn(entry, name)
    const after = textIn(entry, `${name}-after`)
    const provision = placesIn(instrument, [', ', after, ' ', words].join(''), corpus).at(
      -1,
    )?.provision
    const isPlace = provision !== undefined && provision.level !== 'instrument'
    return isPlace ? [{ provision, words, after }] : []
  })
}

function textIn(entry: Entry, name: string): string {
  const value = entry[name]
  return typeof value === 'string' ? value : ''
}

/** `entry` as far as a list of references prints it: without what only places on the page link to. */
export function withoutLinks(entry: Entry): Entry {
  const fields = Object.entries(entry).filter(([name]) => !isOfLinks(name))
  return { ...Object.fromEntries(fields), [recordName]: recordWithoutLinks(entry[recordName]) }
}

function recordWithoutLinks(record: unknown): unknown {
  if (typeof record !== 'string') return record
  const parts = record.split(' ').filter((part) => !isOfLinks(part.split(':', 1)[0] ?? ''))
  return parts.join(' ')
}
