import type { CslItem } from '../../bibliography/cslItem.ts'
import type { TermLanguage } from '../../citation/citationForm.ts'
import { readStyle, type PrintingStyle } from '../placing/citationStyle.ts'
import { staysAsWritten, suffixText } from '../placing/placedCitations.ts'
import type { OwnStyle, PlacedCitation, PrintedPlace } from '../printed.ts'
import type { Cited, Format, Telling } from '../formats/format.ts'
import { readBehind, type Behind } from '../pieces/locators.ts'
import { positionsOf, type WorkMention, type CitedBefore } from './positions.ts'
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
  /** In the order in which works are cited first, by their keys. */
  readonly numbers: ReadonlyMap<string, number>
  readonly tellings: Tellings
  readonly groups: readonly (readonly ReadMention[])[]
}

/** One citation of a group, read, and where it stands in the report. */
export interface ReadMention extends WorkMention, CitedBefore {
  readonly placed: PlacedCitation
  readonly behind: SaidBehind
}

/** What a citation says behind its work, in words. */
interface SaidBehind extends Pick<Behind, 'locator'> {
  readonly rest: Words
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
}

/** What there is to know of all citations of a report before one of them is printed. */
export function readCited(
  groups: readonly (readonly PlacedCitation[])[],
  { style, format, lang, spoken, listed, notes }: Printing,
): ReportCitations {
  const terms = format.termsOf?.(termsIn(lang)) ?? termsIn(lang)
  const cited = groups.flat()
  const all = [...cited.flatMap(({ work }) => work ?? []), ...listed]
  const keys = [...cited.map(idOf), ...listed.map(({ id }) => id)]
  const numbers = new Map([...new Set(keys)].map((key, index) => [key, index + 1]))
  const unsorted = [...new Map(all.map((work) => [work.id, work])).values()]
  const listing = { format, terms, numbers, tellings: new Map<string, Telling>() }
  const inOrder = (among: readonly CslItem[]): readonly CslItem[] => {
    const { listKeys } = format
    return listKeys === undefined
      ? among
      : sortedBy(among, (work) => listKeys(asListed(work, listing)), lang)
  }
  const works = inOrder(unsorted)
  const traits = readStyle(style)
  const read = groups.map((group) => readGroup(group, { traits, terms, spoken }))
  const tellings = tellApart({ works, inOrder }, format.telling, (told) =>
    printedAlone(read, notes, { ...listing, tellings: told }, works),
  )
  return {
    ...{ format, terms, lang, numbers, tellings, groups: withPositions(read, notes) },
    works: format.listKeys === undefined ? unsorted : inOrder(byFamily(unsorted, traits)),
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

type UnplacedMention = Omit<ReadMention, keyof CitedBefore>

function withPositions(
  groups: readonly (readonly UnplacedMention[])[],
  notes: readonly number[],
): readonly (readonly ReadMention[])[] {
  const positions = positionsOf(groups, notes)
  return groups.map((group, at) =>
    group.flatMap((mention, index) => {
      const placed = positions[at]?.[index]
      return placed === undefined ? [] : [{ ...mention, ...placed }]
    }),
  )
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

/** What `mention` says of its work. */
export function asCited(
  work: CslItem,
  { position, firstNote }: CitedBefore,
  listing: Omit<Listing, 'format'>,
): Cited {
  return { ...asListed(work, listing), position, firstNote }
}

/** What each citation would say without anything around it, and each work if it were cited once more. */
function printedAlone(
  groups: readonly (readonly UnplacedMention[])[],
  notes: readonly number[],
  listing: Listing,
  works: readonly CslItem[],
): readonly { readonly id: string; readonly text: string }[] {
  const { format } = listing
  const byId = new Map(works.map((work) => [work.id, work]))
  const bare = groups.map(alone)
  const again = works.map(({ id }): WorkMention => ({ id, mode: 'whole' }))
  const mentions = [...bare, again]
  const cited = positionsOf(mentions, notes).flatMap((placed, group) =>
    placed.flatMap((before, index) => {
      const { id = '', mode } = mentions[group]?.[index] ?? {}
      const work = byId.get(id)
      const isOut = mode !== 'whole' || before.position.startsWith('ibid')
      return work === undefined || isOut ? [] : [asCited(work, before, listing)]
    }),
  )
  const distinct = new Map(
    cited.map((one) => [`${one.work.id} ${one.position} ${String(one.firstNote)}`, one]),
  )
  return [...distinct.values()].map((one) => ({
    id: one.work.id,
    text: textOf(format.cite(one, format.author(one))),
  }))
}

/** Without their places; a narrative citation as one. */
function alone(group: readonly UnplacedMention[]): readonly WorkMention[] {
  const [first, ...others] = group.map(({ id, mode }): WorkMention => ({ id, mode }))
  if (first?.mode !== 'author') return first === undefined ? [] : [first, ...others]
  return [{ ...first, mode: 'whole' }, ...others.slice(1)]
}
