import type { CslItem } from '../../bibliography/cslItem.ts'
import type { TermLanguage } from '../../citation/citationForm.ts'
import { readStyle, type PrintingStyle } from '../placing/citationStyle.ts'
import { staysAsWritten, suffixText } from '../placing/placedCitations.ts'
import type { OwnStyle, PlacedCitation, PrintedPlace } from '../printed.ts'
import type { Cited, Format, SortKeys, Telling } from '../formats/format.ts'
import { readBehind, type Behind } from '../pieces/locators.ts'
import type { KnownReferences } from './knownReferences.ts'
import { positionsOf, type WorkMention, type CitedBefore } from './positions.ts'
import type { ReadGroup, SaidBehind, UnplacedGroup, UnplacedMention } from './readMention.ts'
import { sortedBy } from './listOrder.ts'
import { nothingTold, tellApart, type Tellings } from './tellApart.ts'
import { termsIn, type PrintedTerms } from '../pieces/terms.ts'
import { unbroken } from '../pieces/abbreviations.ts'
import { expanded, readWritten, unset } from '../pieces/markup.ts'
import { anyMark, beginOf, marks, textOf, type Words } from '../pieces/words.ts'

/** What is known of a report before anything of it is printed. */
export interface ReportCitations {
  readonly format: Format
  readonly terms: PrintedTerms
  readonly lang: string
  /** In the order of the list, each once. */
  readonly works: readonly CslItem[]
  /** In the order in which works are cited first, by their keys; none in a style that says no numbers. */
  readonly numbers: ReadonlyMap<string, number>
  readonly tellings: Tellings
  readonly groups: readonly ReadGroup[]
  readonly known: KnownReferences
}

/** A report, in what its citations are printed by. */
export interface Printing {
  readonly style: OwnStyle
  readonly format: Format
  readonly lang: string
  /** In whose words the report names places. */
  readonly spoken: TermLanguage
  /** What `nocite` lists. */
  readonly listed: readonly CslItem[]
  /** Of each group the number of its note. */
  readonly notes: readonly number[]
  readonly known: KnownReferences
}

/** What there is to know of all citations of a report before one of them is printed. */
export function readCited(
  groups: readonly (readonly PlacedCitation[])[],
  { style, format, lang, spoken, listed, notes, known }: Printing,
): ReportCitations {
  const terms = format.termsOf?.(termsIn(lang)) ?? termsIn(lang)
  const cited = groups.flat()
  const all = [...cited.flatMap(({ work }) => work ?? []), ...listed]
  const keys = [...cited.map(idOf), ...listed.map(({ id }) => id)]
  const isNumeric = format.collapse === 'number'
  const numbers = new Map(isNumeric ? [...new Set(keys)].map((key, index) => [key, index + 1]) : [])
  const unsorted = [...new Map(all.map((work) => [work.id, work])).values()]
  const listing = { format, terms, numbers, tellings: new Map<string, Telling>() }
  const inOrder = (among: readonly CslItem[]): readonly CslItem[] => {
    const { listKeys } = format
    if (listKeys === undefined) return among
    const keysOf = (work: CslItem): SortKeys =>
      known.sortKeys.of(work, '', () => listKeys(asListed(work, listing)))
    return sortedBy(among, keysOf, lang)
  }
  const traits = readStyle(style)
  const readAnew = (placed: readonly PlacedCitation[]): UnplacedGroup => {
    const mentions = readGroup(placed, { traits, terms, spoken })
    const group = { placed, mentions, alone: withoutPlaces(mentions) }
    known.read.set(placed, group)
    return group
  }
  const read = groups.map((group) => known.read.get(group) ?? readAnew(group))
  const list = known.sorted.of(unsorted.map(({ id }) => id).join(' '), '', () => ({
    works: inOrder(unsorted),
    entries: format.listKeys === undefined ? unsorted : inOrder(byFamily(unsorted, traits)),
  }))
  const alone = citedAlone(read, notes, listing, list.works)
  const tellings = known.tellings.of(list, alone.map(({ by }) => by).join('\n'), () =>
    tellApart({ works: list.works, inOrder }, format.telling, (told) =>
      printedAlone(alone, { ...listing, tellings: told }, known),
    ),
  )
  return {
    ...{ format, terms, lang, works: list.entries, numbers, tellings, known },
    groups: withPositions(read, notes, format),
  }
}

/**
 * Those that the style's family says otherwise before all others: the filter hands them to Pandoc first,
 * and so they are listed, where nothing else tells.
 */
function byFamily(works: readonly CslItem[], { family }: PrintingStyle): readonly CslItem[] {
  const isOther = (work: CslItem): boolean =>
    family !== undefined && Object.keys(work).some((name) => name.startsWith(`policy-${family}-`))
  return [...works.filter(isOther), ...works.filter((work) => !isOther(work))]
}

function idOf({ work, citation }: PlacedCitation): string {
  return work?.id ?? citation.key
}

/** Within the text a style minds no position. */
function withPositions(
  groups: readonly UnplacedGroup[],
  notes: readonly number[],
  { isNote = false }: Format,
): readonly ReadGroup[] {
  const mentions = groups.map((group) => group.mentions)
  const positions = isNote ? positionsOf(mentions, notes) : []
  return groups.map((group, at) => ({ ...group, before: positions[at] ?? [] }))
}

/** What places are read by. */
interface ReadingPlaces extends Pick<Printing, 'spoken'> {
  readonly traits: PrintingStyle
  readonly terms: PrintedTerms
}

function readGroup(
  group: readonly PlacedCitation[],
  printing: ReadingPlaces,
): readonly UnplacedMention[] {
  let places = 0
  return group.flatMap((placed) => {
    const behind = behindOf(placed, places, printing)
    places += placed.places.length
    const { form, suppressAuthor } = placed.citation
    const said = { id: idOf(placed), placed, behind }
    const located =
      behind.locator === undefined ? {} : { locator: behind.locator.text.replace(anyMark, '') }
    const mode = suppressAuthor || form === 'narrative' ? 'suppressed' : 'whole'
    const author = form === 'narrative' && !suppressAuthor && placed.work !== undefined
    return [
      ...(author ? [{ ...said, behind: { rest: [] }, mode: 'author' as const }] : []),
      { ...said, ...located, mode: placed.work === undefined ? ('whole' as const) : mode },
    ]
  })
}

/** What Pandoc makes of all that the filter writes behind the key, with marks around each place. */
function behindOf(
  placed: PlacedCitation,
  first: number,
  { traits, terms, spoken }: ReadingPlaces,
): SaidBehind {
  const { work, places, rest } = placed
  const { text, marked } = readWritten(rest)
  const words = (text: string): Words => expanded({ text, marked })
  if (work === undefined) return { rest: words(setOff(text)) }
  const read = readBehind(suffixOf(placed, text, { traits, spoken }), terms)
  const { locator, ...behind } = places.length === 0 ? read : withBegins(read, first)
  // Pandoc sets no words of a locator.
  const bare = locator && { locator: { ...locator, text: unset({ text: locator.text, marked }) } }
  return { ...bare, rest: words(behind.rest) }
}

/** Behind a key of others stands a comma, where nothing else does. */
function setOff(written: string): string {
  return /^[\p{L}\p{N}]/u.test(written) ? `, ${written}` : written
}

/** Places as they are put, and `text` behind them. */
function suffixOf(
  placed: PlacedCitation,
  text: string,
  { traits, spoken }: Omit<ReadingPlaces, 'terms'>,
): string {
  const { work, citation, places } = placed
  const isWritten = work?.id === citation.key
  const isSigned = isWritten && traits.isNote && work['policy-section'] !== undefined
  const marked = places.map((place) => withEnd(isSigned ? withSign(place) : place))
  const suffix = suffixText({ ...placed, places: marked }, traits, spoken)
  if (!isWritten) return suffix + text
  const bare = staysAsWritten(placed, traits) ? suffix.replaceAll('\u00A0', ' ') : suffix
  return unbroken(bare + text, traits.family === 'oscola')
}

/** The sign stands for `sec.`, which no line ends behind. */
function withSign({ words, ...place }: PrintedPlace): PrintedPlace {
  return { ...place, words: words.replace(/^§ /u, '§\u00A0') }
}

function withEnd(place: PrintedPlace): PrintedPlace {
  const { page, words } = place
  return words === ''
    ? { ...place, page: page + marks.placeEnd }
    : { ...place, words: words + marks.placeEnd }
}

/** The mark of each place before its words: behind the comma, or the semicolon, that parts it from what stands before. */
function withBegins({ locator, rest }: Behind, first: number): Behind {
  let place = first
  const following = (text: string): string =>
    text.replace(/\uE003[;；] ?/gu, (before) => before + beginOf(++place))
  if (locator === undefined) {
    const comma = /^[,，：\s]*/u.exec(rest)?.[0] ?? ''
    return { rest: comma + following(beginOf(place) + rest.slice(comma.length)) }
  }
  const text = following(beginOf(place) + locator.text)
  return { locator: { ...locator, text }, rest: following(rest) }
}

/** A work, cited in one way. */
interface CitedAlone {
  readonly work: CslItem
  readonly before: CitedBefore
  /** What tells it from all others. */
  readonly by: string
}

type Listing = Pick<ReportCitations, 'format' | 'terms' | 'numbers' | 'tellings'>

/** `work` as its entry says it. */
export function asListed(
  work: CslItem,
  { terms, numbers, tellings }: Omit<Listing, 'format'>,
): Cited {
  const telling = tellings.get(work.id) ?? nothingTold
  return {
    work,
    terms,
    telling,
    position: 'first',
    firstNote: 0,
    number: numbers.get(work.id) ?? 0,
  }
}

/** What a citation says of its work, cited `before`. */
export function asCited(work: CslItem, before: CitedBefore, listing: Listing): Cited {
  return { ...asListed(work, listing), ...asMinded(before, listing.format) }
}

/** Of how a work was cited before that of which the style says anything. */
function asMinded(
  { position, firstNote }: CitedBefore,
  { isNote = false, saysFirstNote = false }: Format,
): CitedBefore {
  if (!isNote) return firstTime
  return { position, firstNote: saysFirstNote && position !== 'first' ? firstNote : 0 }
}

/** How a work is cited that was not before. */
export const firstTime: CitedBefore = { position: 'first', firstNote: 0 }

/** All of a report by which is decided what is said of the work with this key, cited `before`. */
export function saidBy(
  id: string,
  before: CitedBefore,
  { format, numbers, tellings }: Listing,
): string {
  const { position, firstNote } = asMinded(before, format)
  const { givenNames, named, letter, isAlike } = tellings.get(id) ?? nothingTold
  const names = JSON.stringify([...givenNames])
  return [position, firstNote, numbers.get(id), named, letter, isAlike, names].join()
}

/** The works that are cited, in each of the ways in which they are, and each if it were cited once more. */
function citedAlone(
  groups: readonly UnplacedGroup[],
  notes: readonly number[],
  listing: Listing,
  works: readonly CslItem[],
): readonly CitedAlone[] {
  const byId = new Map(works.map((work) => [work.id, work]))
  const again = works.map(({ id }): WorkMention => ({ id, mode: 'whole' }))
  const mentions = [...groups.map(({ alone }) => alone), again]
  const cited = new Map<string, CitedAlone>()
  for (const [group, placed] of positionsOf(mentions, notes).entries()) {
    for (const [index, before] of placed.entries()) {
      const { id = '', mode } = mentions[group]?.[index] ?? {}
      const work = byId.get(id)
      if (work === undefined || mode !== 'whole' || before.position.startsWith('ibid')) continue
      const { position, firstNote } = asMinded(before, listing.format)
      const by = `${id} ${position} ${String(firstNote)} ${String(listing.numbers.get(id))}`
      if (!cited.has(by)) cited.set(by, { work, before, by })
    }
  }
  return [...cited.values()]
}

/** What each would say without anything around it. */
function printedAlone(
  cited: readonly CitedAlone[],
  listing: Listing,
  known: KnownReferences,
): readonly { readonly id: string; readonly text: string }[] {
  const { format } = listing
  return cited.map(({ work, before }) => {
    const one = asCited(work, before, listing)
    const say = (): string => textOf(format.cite(one, format.author(one)))
    return { id: work.id, text: known.texts.of(work, saidBy(work.id, before, listing), say) }
  })
}

function withoutPlaces(group: readonly UnplacedMention[]): readonly WorkMention[] {
  const [first, ...others] = group.map(({ id, mode }): WorkMention => ({ id, mode }))
  if (first?.mode !== 'author') return first === undefined ? [] : [first, ...others]
  return [{ ...first, mode: 'whole' }, ...others.slice(1)]
}
