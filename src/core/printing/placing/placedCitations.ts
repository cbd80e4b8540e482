import type { CslItem } from '../../bibliography/cslItem.ts'
import type { TermLanguage } from '../../citation/citationForm.ts'
import type { CitedSuffix } from '../../citation/meaning.ts'
import type { Citation, CitationGroup } from '../../pandoc/syntax.ts'
import { termLanguage, type Report } from '../../report/report.ts'
import { sliceSpan } from '../../text/span.ts'
import type { PlacedCitation, PlaceText, PrintedPlace } from '../printed.ts'
import type { PrintingStyle } from './citationStyle.ts'
import { citedTogether } from './citedTogether.ts'
import { inFamily } from './familyItem.ts'
import { withoutOwnComments } from './ownComments.ts'
import { openingWords } from './openingWords.ts'
import { inThree, placeWritten, placeText, setApart, withPlace } from './writtenPlace.ts'

/** What places are put by, in one report. */
export interface Placing {
  readonly report: Report
  readonly style: PrintingStyle
  /** Of the report. */
  readonly language: TermLanguage
  /** By their keys, of instruments and of provisions, in the words of the style's family. */
  readonly items: ReadonlyMap<string, CslItem>
}

/** What the places of `report` are put by in `style`; `items` are those of what it cites. */
export function placingIn(
  report: Report,
  style: PrintingStyle,
  items: readonly CslItem[],
): Placing {
  const { family } = style
  const own = items.map((item) => (family === undefined ? item : inFamily(item, family)))
  const byKey = new Map(own.flatMap((item) => idsOf(item).map((id) => [id, item] as const)))
  return { report, style, language: termLanguage(report), items: byKey }
}

/** The key of `item`, and those that it had before. */
function idsOf({ id, 'other-ids': former }: CslItem): readonly string[] {
  return [id, ...(former?.split(' ') ?? [])]
}

/** A citation with its places, and what of the report it was read from. */
export interface ReadPlaces {
  readonly placed: PlacedCitation
  /** The last of those that became one. */
  readonly last: Citation
  /** Where what is no place begins behind it, in the report. */
  readonly end: number
}

/**
 * The citations of each of `groups` of a report with their places, as the Lua filter puts them; those
 * that stand within the words of others left out.
 */
export function placedGroups(
  groups: readonly CitationGroup[],
  placing: Placing,
): readonly (readonly PlacedCitation[])[] {
  return groups.map((group) => {
    const [first = []] = citedTogether(placing.report.source, group)
    return readTogether(first, placing).map(({ placed }) => placed)
  })
}

/** What `citations`, which are one to Pandoc, say, several places of one work as one. */
export function readTogether(
  citations: readonly Citation[],
  placing: Placing,
): readonly ReadPlaces[] {
  const group: ReadPlaces[] = []
  for (const citation of citations) {
    const read = readCitation(citation, placing)
    const before = group.at(-1)
    if (before !== undefined && goesOn(read.placed, before.placed)) {
      group[group.length - 1] = { ...read, placed: joined(before, read, placing.style) }
    } else group.push(read)
  }
  return group
}

function goesOn(placed: PlacedCitation, before: PlacedCitation): boolean {
  const isSame = placed.work !== undefined && placed.work.id === before.work?.id
  const havePlaces = placed.places.length > 0 && before.places.length > 0
  return isSame && havePlaces && before.rest === '' && placed.prefix === ''
}

function joined(
  { placed: before }: ReadPlaces,
  { placed: { places, rest } }: ReadPlaces,
  style: PrintingStyle,
): PlacedCitation {
  const later = places.map((place) => laterPage(place, style))
  return { ...before, places: [...before.places, ...later], rest }
}

/** A page behind another one of the same work, which is no locator any more. */
function laterPage(place: PrintedPlace, { isBare }: PrintingStyle): PrintedPlace {
  const dashed = place.page.replaceAll('-', '–')
  return { ...place, page: isBare ? dashed.replace(/^pp?\.[ \u00A0]*/u, '') : dashed }
}

function readCitation(citation: Citation, placing: Placing): ReadPlaces {
  const { report, items, style, language } = placing
  const item = citation.form === 'glued' ? undefined : items.get(citation.key)
  const work = item && items.get(item['policy-work'] ?? '')
  const suffix = report.writtenSuffixOf(citation)
  const words = openingWords(withoutOwnComments(suffix.text, sourceOf(suffix, report)))
  const written = placeWritten(words.text, citation.form === 'narrative')
  const isPlaced = work !== undefined && written !== undefined
  const end = suffix.start + (isPlaced ? words.end : 0)
  const said = item && work && placeOf(item, written, language)
  const placed = {
    citation,
    ...(work && { work }),
    places:
      said === undefined || work === undefined
        ? []
        : [{ citation, ...inFamilyWords(said, work, style) }],
    prefix: citation.prefixSpan === undefined ? '' : sliceSpan(report.source, citation.prefixSpan),
    rest: report.source.slice(end, suffix.start + suffix.text.length).trimEnd(),
  }
  return { placed, last: citation, end }
}

function sourceOf({ start, text }: CitedSuffix, { source }: Report): string {
  return source.slice(start, start + text.length)
}

/** The place of a provision with what is written behind its key; else what is written. */
function placeOf(
  item: CslItem,
  written: string | undefined,
  language: TermLanguage,
): string | undefined {
  const { id, 'policy-work': work, 'policy-place': place = '' } = item
  if (id === work) return written
  const said = withPlace(place, written ?? '', isChinese(language))
  return said === '' ? undefined : said
}

function isChinese(language: TermLanguage): boolean {
  return language !== 'en' && language !== 'other'
}

/** A place as law is cited: American sections by their sign, and in OSCOLA without full stops. */
function inFamilyWords(
  text: string,
  { 'policy-section': sign }: CslItem,
  { isNote, family }: PrintingStyle,
): PlaceText {
  const { page, gap, words } = inThree(text)
  const signed = sign !== undefined && isNote ? words.replace(/^sec\./u, () => sign) : words
  const bare = family === 'oscola' ? signed.replace(/([A-Za-z]{2})\.(?=[ \u00A0])/gu, '$1') : signed
  return { page, gap, words: bare }
}

/** Whether `style` prints what is written of `placed` as it stands, so that nothing needs to be put elsewhere. */
export function staysAsWritten(placed: PlacedCitation, style: PrintingStyle): boolean {
  const { citation, work, places } = placed
  if (work === undefined) return true
  if (work.id !== citation.key) return false
  const [place, ...others] = places
  if (place === undefined) return true
  const said = placeText(place)
  const isMoved = style.isNote || style.isDeaf || style.hasOwnBrackets
  return others.length === 0 && !isMoved && setApart(said) === said
}

/**
 * What stands behind the key of the work of `placed`, so that `style` prints its places where it wants
 * them, in a report of `language`. `{}, place`: no locator, and a text. `, {place}`: all of it the
 * locator, which notes print before the address. `, place`: what Pandoc takes for one is the locator, as
 * styles within the text want it.
 */
export function suffixText(
  { places, work }: PlacedCitation,
  style: PrintingStyle,
  language: TermLanguage,
): string {
  const joint = isChinese(language) ? '；' : '; '
  // No line ends between an abbreviation and its number.
  const place = places
    .map(placeText)
    .join(joint)
    .replace(/([A-Za-z]\.) (?=\d)/gu, '$1\u00A0')
  if (place === '' || work === undefined) return ''
  if (isText(place, work, style)) return `{}${commaBefore(style, language)}${place}`
  const within = style.hasOwnBrackets ? inOwnBracket(places, language) : undefined
  if (within !== undefined) return `, {${within}}`
  return style.isNote ? `, {${asPage(place, language)}}` : `, ${setApart(place)}`
}

/**
 * All of it as a locator, the pages last, or all of it would be one; `undefined` where there are no words to
 * keep within the bracket, or one of Pandoc's own terms would be set in the plural.
 */
function inOwnBracket(places: readonly PrintedPlace[], language: TermLanguage): string | undefined {
  if (places.every(({ words }) => words === '')) return undefined
  const [comma, joint] = isChinese(language) ? ['，', '；'] : [', ', '; ']
  const said = places
    .map(({ page, words }) =>
      [words, page.replaceAll('-', '–')].filter((part) => part !== '').join(comma),
    )
    .join(joint)
  return isTermed(said) ? undefined : said
}

/** Whether `words` begin with a term of Pandoc's, of which styles print the plural where a number and more stands behind it. */
function isTermed(words: string): boolean {
  const isTerm = /^(?:sec|para|chap|part|no|vol|fig)/u.test(words)
  return isTerm && /^[A-Za-z]+\.[ \u00A0]*\d/u.test(words) && /[,;]/u.test(words)
}

function commaBefore({ isNote }: PrintingStyle, language: TermLanguage): string {
  if (!isChinese(language)) return ', '
  return isNote ? '，' : '：'
}

/** Whether the style loses or misplaces `place` of `work` as a locator, so that it goes behind it as text. */
function isText(place: string, { type }: CslItem, style: PrintingStyle): boolean {
  if (style.isDeaf || (style.isLabelled && inThree(place).page === '')) return true
  const isDroppedLaw = type === 'legislation' && !style.takesAll
  return isDroppedLaw || (style.family === 'bluebook' && !/^(?:legislation|report)$/u.test(type))
}

/**
 * In braces Pandoc takes the first word for a term, which styles shorten, number or leave out; behind that
 * of a page, which notes do not print, all words stay.
 */
function asPage(place: string, language: TermLanguage): string {
  const isSaid = language !== 'en' || /^(?:pp?\.|pages? )/u.test(place)
  return isSaid ? place : `p. ${place}`
}
