import { readBibliography, readStyleField } from '../bibliography/bibliographyField.ts'
import { cslItems } from '../bibliography/csl.ts'
import type { CslItem } from '../bibliography/cslItem.ts'
import { inBrackets } from '../citation/citationText.ts'
import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import type { CitationGroup } from '../pandoc/syntax.ts'
import { KnownGroups, type CitedInGroup, type SaidInGroup } from '../printing/knownGroups.ts'
import { beginsNote, inPrintedOrder, isInNote, noteNumbers } from '../printing/notes.ts'
import { readStyle, type PrintingStyle } from '../printing/placing/citationStyle.ts'
import { placingIn } from '../printing/placing/placedCitations.ts'
import { printReferences } from '../printing/printReferences.ts'
import { Remembered } from '../printing/remembered.ts'
import { KnownReferences } from '../printing/together/knownReferences.ts'
import { withinNote, type PlaceInNote } from '../printing/withinNote.ts'
import {
  type OwnStyle,
  type PlacedCitation,
  type PrintedEntry,
  type PrintedGroup,
  type PrintedRun,
} from '../printing/printed.ts'
import { spanTouches } from '../text/span.ts'
import {
  analyseReport,
  frontOf,
  languageTag,
  reportLanguage,
  type Report,
} from '../report/report.ts'

/** A group of citations of a report, as a style prints it. */
export interface PrintedCitations extends PrintedGroup, CitedInGroup {
  readonly group: CitationGroup
}

/** What a report prints of what it cites. */
export interface PrintedReport {
  readonly style: OwnStyle
  /** What the report calls its style, where that is none of those that we print. */
  readonly otherStyle?: string
  /** By where they stand in the report; those of others, too. */
  readonly groups: readonly PrintedCitations[]
  readonly list: readonly PrintedEntry[]
  /** All of the report that this depends on. */
  readonly from: readonly (string | number | boolean | undefined)[]
  /** What the next version takes over where that says the same. */
  readonly known: KnownPrint
}

/** What is known of a version of a report, and of the one before, with one corpus, in one style and one language. */
interface KnownPrint {
  readonly lang: string | undefined
  readonly groups: KnownGroups
  readonly references: KnownReferences
  readonly inNotes: Remembered<PrintedGroup, PrintedGroup>
  /** Of what is cited, in the words of the style's family. */
  readonly items: ReadonlyMap<string, CslItem>
  /** In the order in which they are printed. */
  readonly printed: readonly Omit<PrintedCitations, 'group'>[]
}

/** The style of a report, as its front matter names it, and what its file says. */
export interface NamedStyle {
  readonly name?: string
  readonly text?: string
}

/**
 * `report` as its style prints it; in one that is none of ours as in Pandoc's own, Chicago author-date.
 * `before` is what was printed of an earlier version, with the same corpus and style: where the report cites
 * as it did, it is taken over, so that a key typed in the text costs next to nothing.
 */
export function printReport(
  report: Report,
  corpus: Corpus,
  named: NamedStyle,
  before?: PrintedReport,
): PrintedReport {
  const asked = readStyle(named.name, named.text)
  const style = asked.own === undefined ? readStyle(undefined) : asked
  const known = knownAfter(before?.known, languageTag(report))
  const citing = readCiting(report, corpus, style, known)
  const from = dependedOn(report, citing)
  if (before !== undefined && isSame(before.from, from)) {
    return { ...before, groups: byPlace(citing.groups, before.known.printed) }
  }
  const own = asked.own ?? 'chicago-author-date'
  const { held, lacking } = itemsOf(report, corpus, citing, known)
  const placing = placingIn(report, style, lacking, held)
  const read = citing.groups.map((group) => known.groups.of(group, placing, corpus))
  const placed = read.map((one) => one.placed)
  const listed = nociteItems(report, placing.items)
  const printed = printReferences(placed, own, known.lang, listed, citing.notes, known.references)
  const citations = read.map((one, index) => ({
    ...inItsPlace(printed.groups[index] ?? { text: [] }, one.placed, citing.inNotes[index], known),
    ...one.about,
  }))
  return {
    style: own,
    ...(asked.own === undefined && named.name !== undefined && { otherStyle: named.name }),
    groups: byPlace(citing.groups, citations),
    list: printed.list,
    from,
    known: { ...known, items: placing.items, printed: citations },
  }
}

/** The citations of a report, in the order in which they are printed. */
interface Citing {
  readonly groups: readonly CitationGroup[]
  /** What each group of the report says by itself, by where they stand; those that are not printed, too. */
  readonly said: readonly SaidInGroup[]
  /** Of each group, in a style of notes, where in a note of the report it stands; of one that does in none, nothing. */
  readonly inNotes: readonly (WrittenInNote | undefined)[]
  /** Of each group, in a style of notes, the number of its note. */
  readonly notes: readonly number[]
}

type WrittenInNote = Omit<PlaceInNote, 'isNarrative'>

function readCiting(
  report: Report,
  corpus: Corpus,
  { isNote }: PrintingStyle,
  known: KnownPrint,
): Citing {
  const groups = inPrintedOrder(report)
  const said = report.groups.map((group) => known.groups.saidIn(group, report, corpus))
  if (!isNote) return { groups, said, inNotes: [], notes: [] }
  const inNotes = groups.map((group) => writtenInNote(group, report))
  const own = groups.filter((_, index) => inNotes[index] === undefined)
  return { groups, said, inNotes, notes: noteNumbers(report, groups, own) }
}

/** Where in a note of the report `group` stands; nowhere where it gets one of its own. */
function writtenInNote(group: CitationGroup, report: Report): WrittenInNote | undefined {
  if (!isInNote(report, group)) return undefined
  const isStopped = report.source.charAt(group.span.end) === '.'
  return { isFirst: beginsNote(report, group), isStopped }
}

/** All that a report's print depends on: its words about citations, what these say, their order, and how they stand to its notes. */
function dependedOn(
  report: Report,
  { groups, said, inNotes, notes }: Citing,
): PrintedReport['from'] {
  const places = new Map(report.groups.map((group, index) => [group, index]))
  return [
    ...[languageTag(report), ...nociteOf(report)],
    ...said.map(({ text }) => text),
    ...groups.map((group) => places.get(group)),
    ...notes,
    ...inNotes.flatMap((one) => [one?.isFirst, one?.isStopped]),
  ]
}

function isSame(before: PrintedReport['from'], now: PrintedReport['from']): boolean {
  return before.length === now.length && before.every((one, index) => one === now[index])
}

function knownAfter(before: KnownPrint | undefined, lang: string | undefined): KnownPrint {
  const alike = before?.lang === lang ? before : undefined
  return {
    lang,
    groups: new KnownGroups(alike?.groups),
    references: new KnownReferences(alike?.references),
    inNotes: new Remembered(alike?.inNotes),
    items: alike?.items ?? new Map(),
    printed: [],
  }
}

/** What is printed of each of `groups`, by where they stand. */
function byPlace(
  groups: readonly CitationGroup[],
  printed: KnownPrint['printed'],
): readonly PrintedCitations[] {
  const placed = groups.flatMap((group, index) => {
    const one = printed[index]
    return one === undefined ? [] : [{ ...one, group }]
  })
  return placed.sort((one, other) => one.group.span.start - other.group.span.start)
}

/** Whether its author stands in the sentence. */
function isNarrative(placed: PlacedCitation | undefined): boolean {
  return placed?.citation.form === 'narrative' && !placed.citation.suppressAuthor
}

/** What a group prints, the words of its note in the sentence where it stands in a note already. */
function inItsPlace(
  printed: PrintedGroup,
  [first]: readonly PlacedCitation[],
  written: WrittenInNote | undefined,
  { inNotes }: KnownPrint,
): PrintedGroup {
  if (printed.note === undefined || written === undefined) return printed
  const place = { ...written, isNarrative: isNarrative(first) }
  const by = Object.values(place).join(' ')
  return inNotes.of(printed, by, () => ({ text: withinNote(printed, place) }))
}

/**
 * The reference of `provision` as a report in `lang` (BCP 47) prints it where nothing was cited before: in
 * a style of notes the note, place included, else the entry of its instrument in the list.
 */
export function printReference(
  provision: Provision,
  corpus: Corpus,
  { lang, ...named }: NamedStyle & { readonly lang: string },
): readonly PrintedRun[] {
  const report = analyseReport(`---\nlang: ${lang}\n---\n\n${inBrackets([provision])}\n`)
  const { groups, list } = printReport(report, corpus, named)
  return groups[0]?.note ?? list[0]?.runs ?? []
}

/** What is printed for the group whose span touches `offset`; nothing where it is no citation that Pandoc reads. */
export function printedAt({ groups }: PrintedReport, offset: number): PrintedCitations | undefined {
  return groups.findLast(({ group }) => spanTouches(group.span, offset))
}

/** What `report` calls its style; `undefined` where it names none. */
export function styleNameOf(report: Report): string | undefined {
  return readStyleField(frontOf(report))?.name
}

/** The items of all that the keys of `report` name, those of its `nocite` too: which of `known`, and what these lack. */
function itemsOf(
  report: Report,
  corpus: Corpus,
  { said }: Citing,
  { items: known }: KnownPrint,
): { readonly held: readonly CslItem[]; readonly lacking: readonly CslItem[] } {
  const cited = said.flatMap((one) => one.works)
  const works = new Set([...cited, ...nociteOf(report).flatMap(corpusHas(corpus))])
  const unknown = [...works].filter(({ key }) => !known.has(key))
  const made = cslItems(unknown, corpus, reportLanguage(report) ?? 'en')
  const keys = [...works].flatMap(({ key }) => [key, instrumentOf(corpus, key)?.key ?? key])
  return {
    held: [...new Set(keys)].flatMap((key) => known.get(key) ?? []),
    lacking: made.filter(({ id }) => !known.has(id)),
  }
}

function corpusHas({ byKey }: Corpus): (key: string) => readonly Provision[] {
  return (key) => {
    const provision = byKey.get(key)
    return provision === undefined ? [] : [provision]
  }
}

function nociteOf(report: Report): readonly string[] {
  return readBibliography(frontOf(report)).nocite
}

/** The instruments that `nocite` puts into the list. */
function nociteItems(report: Report, items: ReadonlyMap<string, CslItem>): readonly CslItem[] {
  const named = nociteOf(report).flatMap((key) => items.get(key)?.['policy-work'] ?? [])
  return [...new Set(named)].flatMap((key) => items.get(key) ?? [])
}
