import { readBibliography, readStyleField } from '../bibliography/bibliographyField.ts'
import { cslItems } from '../bibliography/csl.ts'
import type { CslItem } from '../bibliography/cslItem.ts'
import { inBrackets } from '../citation/citationText.ts'
import { instrumentOf, type Corpus } from '../corpus/corpus.ts'
import type { Instrument, Provision } from '../corpus/provision.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { beginsNote, inPrintedOrder, isInNote, noteNumbers } from '../printing/notes.ts'
import { readStyle } from '../printing/placing/citationStyle.ts'
import { placedGroups, placingIn } from '../printing/placing/placedCitations.ts'
import { printReferences } from '../printing/printReferences.ts'
import { withinNote } from '../printing/withinNote.ts'
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
import { worksOf } from '../report/works.ts'

/** A group of citations of a report, as a style prints it. */
export interface PrintedCitations extends PrintedGroup {
  readonly group: CitationGroup
  /** Of each place that its runs number, what is cited there. */
  readonly places: readonly (Provision | undefined)[]
  /** What it is about, where it cites one thing. */
  readonly cited?: Provision
  /** The instruments that it cites. */
  readonly instruments: readonly Instrument[]
  /** Whether any key of it is one of ours, or meant as one. */
  readonly isOurs: boolean
  /** Its keys that are meant as ours and name nothing. */
  readonly unknown: readonly string[]
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
  readonly from: string
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
  const groups = inPrintedOrder(report)
  const notes = style.isNote ? noteNumbers(report, groups) : []
  const from = printedFrom(report, groups, notes)
  if (before?.from === from) return { ...before, groups: movedTo(groups, before.groups) }
  const own = asked.own ?? 'chicago-author-date'
  const placing = placingIn(report, style, itemsOf(report, corpus))
  const placed = placedGroups(groups, placing)
  const listed = nociteItems(report, placing.items)
  const printed = printReferences(placed, own, languageTag(report), listed, notes)
  const citations = groups.map((group, index) => ({
    ...inItsPlace(printed.groups[index] ?? { text: [] }, group, placed[index] ?? [], report),
    ...citedBy(group, placed[index] ?? [], report, corpus),
    group,
  }))
  return {
    style: own,
    ...(asked.own === undefined && named.name !== undefined && { otherStyle: named.name }),
    groups: byPlace(citations, ({ group }) => group),
    list: printed.list,
    from,
  }
}

function byPlace<T>(things: readonly T[], groupOf: (thing: T) => CitationGroup): readonly T[] {
  return things.toSorted((one, other) => groupOf(one).span.start - groupOf(other).span.start)
}

/** What was printed of groups that stand elsewhere now. */
function movedTo(
  groups: readonly CitationGroup[],
  printed: readonly PrintedCitations[],
): readonly PrintedCitations[] {
  const places = byPlace(groups, (group) => group)
  return printed.map((one, index) => ({ ...one, group: places[index] ?? one.group }))
}

/** All that a report's print depends on: its words about citations, the citations, and how they stand to its notes. */
function printedFrom(
  report: Report,
  groups: readonly CitationGroup[],
  notes: readonly number[],
): string {
  const { source } = report
  const place = new Map(byPlace(groups, (group) => group).map((group, index) => [group, index]))
  const said = groups.map((group, index) => {
    const { start, end } = group.span
    const inNote = notes.length > 0 && isInNote(report, group)
    const where = inNote ? [beginsNote(report, group), source.charAt(end)] : []
    return [source.slice(start, end), place.get(group), notes[index], ...where].join('\0')
  })
  return [languageTag(report), ...nociteOf(report), ...said].join('\u0001')
}

/** What a group prints, the words of its note in the sentence where it stands in a note already. */
function inItsPlace(
  printed: PrintedGroup,
  group: CitationGroup,
  [first]: readonly PlacedCitation[],
  report: Report,
): PrintedGroup {
  if (printed.note === undefined || !isInNote(report, group)) return printed
  const text = withinNote(printed, {
    isFirst: beginsNote(report, group),
    isNarrative: first?.citation.form === 'narrative' && !first.citation.suppressAuthor,
    isStopped: report.source.charAt(group.span.end) === '.',
  })
  return { text }
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

/** The items of all that the keys of `report` name, those of its `nocite` too. */
function itemsOf(report: Report, corpus: Corpus): readonly CslItem[] {
  const works = [...worksOf(report, corpus), ...nociteOf(report).flatMap(corpusHas(corpus))]
  return cslItems(works, corpus, reportLanguage(report) ?? 'en')
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

type Cited = Pick<PrintedCitations, 'places' | 'cited' | 'instruments' | 'isOurs' | 'unknown'>

function citedBy(
  { citations }: CitationGroup,
  placed: readonly PlacedCitation[],
  report: Report,
  corpus: Corpus,
): Cited {
  const namedBy = (citation: Citation): Provision | undefined => {
    const meaning = report.meaningOf(citation, corpus)
    return meaning?.places[0]?.provision
  }
  const named = citations.flatMap((citation) => namedBy(citation) ?? [])
  const [only] = named
  const unknown = citations.filter(isUnknown(report, corpus)).map(({ key }) => key)
  return {
    isOurs: named.length + unknown.length > 0,
    places: placed.flatMap(({ places }) => places.map(({ citation }) => namedBy(citation))),
    ...(named.length === 1 && only && { cited: only }),
    instruments: [...new Set(named.flatMap(({ key }) => instrumentOf(corpus, key) ?? []))],
    unknown,
  }
}

function isUnknown(report: Report, corpus: Corpus): (citation: Citation) => boolean {
  return (citation) => {
    const kind = report.meaningOf(citation, corpus)?.key.kind ?? 'foreign'
    return kind !== 'known' && kind !== 'foreign'
  }
}
