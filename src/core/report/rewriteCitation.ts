import {
  citationOf,
  commaIn,
  pageBeforePlace,
  pageLocator,
  type CitingFormat,
  type GroupStyle,
} from '../citation/citationForm.ts'
import { ownPart } from '../citation/locator.ts'
import type { Meaning, Place } from '../citation/meaning.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import { drawsColumns } from '../markdown/pandocBlocks/drawnColumns.ts'
import { movedSpan, sliceSpan, type Span } from '../text/span.ts'
import { applyEdits, type TextEdit } from '../text/textEdit.ts'
import { endOfKey } from './amendCitation.ts'
import { areOwnPages, placeSaid, type PlaceSaid } from './placeSaid.ts'
import type { Report } from './report.ts'
import { runStart } from '../text/characters.ts'
import { greatestOf, leastOf } from '../text/lists.ts'

/** Why a citation stays as it is. */
export type StayReason =
  /** Its key names nothing, or has to be mended first. */
  | 'key'
  /** Pandoc does not read it. */
  | 'glued'
  | 'severalPlaces'
  | 'notUnderstood'
  /** The corpus has no key for its place. */
  | 'noKey'
  /** No words lead to what its key names, and to nothing else. */
  | 'noWords'
  /** Other words stand among those of its place. */
  | 'amongOthers'
  /** The columns of its table are where they are by the length of what stands in them. */
  | 'inColumns'
  /** What would be written would be read as something else. */
  | 'readOtherwise'

/** The edit that writes a citation in another form, or why it stays. */
export type Rewritten =
  | { readonly kind: 'rewritten'; readonly edit: TextEdit }
  | { readonly kind: 'stays'; readonly reason: StayReason }

/** A citation as far as it was read. */
export interface ReadCitation {
  readonly meaning: Meaning
  /** The group that it stands in. */
  readonly group: CitationGroup
}

/**
 * The citation of `meaning` with its place in words, or with the key of it, as `style` says: the rest of
 * it stays, also where it stands. `undefined` where it is written so already, or is none of ours. What
 * the edit leaves has to be read again: only then is it sure that it says the same.
 */
export function rewriteCitation(
  report: Report,
  { meaning, group }: ReadCitation,
  style: GroupStyle,
  format: CitingFormat,
): Rewritten | undefined {
  const { citation, key, places } = meaning
  const [place, ...others] = places
  if (key.kind === 'foreign') return undefined
  if (key.kind !== 'known' || place === undefined) return stays('key')
  if (style === 'pandoc' && key.provision.level === 'instrument') return undefined
  if (others.length > 0) return stays('severalPlaces')
  if (style === 'key' && place.provision === key.provision) return asKeyAlready(place)
  if (place.notUnderstood !== undefined) return stays('notUnderstood')
  if (citation.form === 'glued') return stays('glued')
  const said = placeSaid(report, meaning, format.corpus)
  return rewritePlace({ report, citation, group, place, said }, style, format)
}

function stays(reason: StayReason): Rewritten {
  return { kind: 'stays', reason }
}

/** Of the whole instrument, words may name more than the corpus has. */
function asKeyAlready({ provision, notUnderstood, deeper }: Place): Rewritten | undefined {
  if (provision.level !== 'instrument') return undefined
  if (notUnderstood !== undefined) return stays('notUnderstood')
  return deeper === undefined ? undefined : stays('noKey')
}

/** A citation that names one place, and what it says of it. */
interface Cited {
  readonly report: Report
  readonly citation: Citation
  readonly group: CitationGroup
  readonly place: Place
  readonly said: PlaceSaid
}

function rewritePlace(cited: Cited, style: GroupStyle, format: CitingFormat): Rewritten {
  const { place, said } = cited
  const target = targetOf(place.provision, style, format)
  if (target === undefined) return stays('noWords')
  const raw = rawSuffix(cited)
  if (saysNone.test(raw)) return stays('readOtherwise')
  if (isInColumns(cited)) return stays('inColumns')
  if (!areApart(said) || !said.words.every((run) => isBalanced(sliceSpan(raw, run))))
    return stays('amongOthers')
  const edits = [
    { span: cited.citation.keySpan, text: target.key },
    ...suffixEdits(cited, target.locator, style, format),
  ]
  return { kind: 'rewritten', edit: oneEdit(cited.report, edits) }
}

/** Whether a citation stands in a table whose columns would move. */
function isInColumns({ report: { source, blocks }, citation: { span } }: Cited): boolean {
  return drawsColumns(source, blocks.around(span.start)?.span.start ?? span.start)
}

/** Pandoc's sign that no locator follows. */
const saysNone = /^[\s,]*\{\s*\}/u

/** The key to write, and the words behind it. */
function targetOf(
  provision: Provision,
  style: GroupStyle,
  format: CitingFormat,
): { readonly key: string; readonly locator?: string | undefined } | undefined {
  if (style === 'key') return { key: provision.key }
  const written = citationOf(provision, { ...format, style, withPage: false })
  return written.key === provision.key ? undefined : written
}

function rawSuffix({ report, said: { suffix } }: Cited): string {
  return report.source.slice(suffix.start, suffix.start + suffix.text.length)
}

/** Whether commas, or marks that open something, part the words of the place from all that stands among them. */
function areApart({ suffix: { text }, words, pages }: PlaceSaid): boolean {
  return words.slice(1).every(({ start }, at) => {
    const end = words[at]?.end ?? start
    const hasPage = pages.some(({ span }) => span.start >= end && span.end <= start)
    return hasPage || /^\s?[,，(（“"「『].*[,，]\s?$/su.test(text.slice(end, start))
  })
}

/** Whether each mark of emphasis in `raw` has its other one. */
function isBalanced(raw: string): boolean {
  return ['*', '_'].every((mark) => raw.split(mark).length % 2 === 1)
}

/** What is to be written behind the key, and what taken away. */
function suffixEdits(
  cited: Cited,
  locator: string | undefined,
  style: GroupStyle,
  format: CitingFormat,
): readonly TextEdit[] {
  const { citation, said } = cited
  const words = wordsToWrite(cited, locator, format)
  const kept = [...pageEdits(cited, style, format), ...takenAway(cited)]
  if (citation.suffixSpan === undefined)
    return words === undefined ? [] : [behindBareKey(cited, words)]
  const own = ownPart(said.suffix.text).length
  const rest = applyEdits(rawSuffix(cited).slice(0, own), kept).trim()
  if (words === undefined && rest === '' && citation.form === 'narrative')
    return [withoutSuffix(cited, citation.suffixSpan)]
  const edits = words === undefined ? kept : [insertion(cited, words, rest, format), ...kept]
  return edits.map(({ span, text }) => ({ span: movedSpan(span, said.suffix.start), text }))
}

/** `locator` with the words that go deeper than the corpus, which are the analyst's. */
function wordsToWrite(
  { report, place: { deeper } }: Cited,
  locator: string | undefined,
  { language }: CitingFormat,
): string | undefined {
  if (deeper === undefined) return locator
  const below = sliceSpan(report.source, deeper)
  if (locator === undefined) return below
  return locator + (/^[(（第]/u.test(below) ? '' : commaIn(language)) + below
}

/** The page of the provision in the form that it has beside the key, or before a place in words. */
function pageEdits(
  { place: { provision }, said: { suffix, pages } }: Cited,
  style: GroupStyle,
  { language, locatorLanguage = language }: CitingFormat,
): readonly TextEdit[] {
  const [named, ...others] = pages
  if (named === undefined || others.length > 0 || !areOwnPages(named, provision)) return []
  const byKey = pageLocator(provision, locatorLanguage)
  const before = pageBeforePlace(provision, language, locatorLanguage)
  const text = style === 'key' ? byKey : before
  if (text === undefined || byKey === before) return []
  const { start, end } = named.wholeSpan
  const marks = /^[\s,，{]*/u.exec(suffix.text.slice(start, end))?.[0].length ?? 0
  return [{ span: { start: start + marks, end }, text }]
}

/** The words of the place, each run with what joins it to the rest; no mark of emphasis does. */
function takenAway(cited: Cited): readonly TextEdit[] {
  const raw = rawSuffix(cited)
  const { text: plain } = cited.said.suffix
  const text = raw.replace(/[^*_]/g, (_, at: number) => plain.charAt(at))
  const opens = cited.citation.form === 'narrative'
  return cited.said.words.map((run) => ({
    span: withJoint(text, widened(raw, run), opens),
    text: '',
  }))
}

/** Marks that stand around a place and go with it. */
const pairs: ReadonlySet<string> = new Set(['**', '__', '()', '（）', '{}', '[]'])

function widened(raw: string, { start, end }: Span): Span {
  const pair = raw.charAt(start - 1) + raw.charAt(end)
  return pairs.has(pair) ? widened(raw, { start: start - 1, end: end + 1 }) : { start, end }
}

/** Commas and blanks beside a run of words are no longer, in UTF-16 units. */
const longestJoint = 80

/** `run` with the comma before it, unless a word would then touch the key; where it `opens` the suffix with the one behind it. */
function withJoint(text: string, { start, end }: Span, opens: boolean): Span {
  const behind = text.slice(end, end + longestJoint)
  const from = Math.max(start - longestJoint, runStart(text, /[\s,，]/u, start))
  if (opens && from === 0) {
    const joint = /^[\s,，]*/u.exec(behind)?.[0].length ?? 0
    return { start, end: end + joint }
  }
  return { start: /^(?:[\s,，})）\]]|$)/u.test(behind) ? from : start, end }
}

/** `words` behind the pages, or first; before `rest` in the brackets of a narrative citation with a comma. */
function insertion(cited: Cited, words: string, rest: string, format: CitingFormat): TextEdit {
  const comma = commaIn(format.language)
  const { citation, said } = cited
  const page = said.pages.at(-1)?.wholeSpan.end
  if (page !== undefined) {
    const marks = /^[*_}]*/u.exec(rawSuffix(cited).slice(page))?.[0].length ?? 0
    const at = page + marks
    return { span: { start: at, end: at }, text: comma + words }
  }
  const span = { start: 0, end: 0 }
  if (citation.form === 'bracketed') return { span, text: `, ${words}` }
  return { span, text: rest === '' || /^[,，]/u.test(rest) ? words : words + comma }
}

/** `words` behind a key that no suffix follows: in the brackets of the group, in those that cite more behind it, or in their own. */
function behindBareKey({ report, citation, group }: Cited, words: string): TextEdit {
  const at = endOfKey(citation)
  if (citation.form === 'bracketed') return { span: { start: at, end: at }, text: `, ${words}` }
  const isFirst = group.citations[0] === citation
  const behind = isFirst ? report.source.slice(at, Math.min(group.span.end, at + longestJoint)) : ''
  const opening = /^\s*\[/u.exec(behind)?.[0].length
  if (opening === undefined || citation.span.end > at)
    return { span: { start: at, end: citation.span.end }, text: ` [${words}]` }
  return { span: { start: at + opening, end: at + opening }, text: `${words}; ` }
}

/** A narrative citation without the brackets that held its place alone, or without that part of them. */
function withoutSuffix({ report, citation }: Cited, suffix: Span): TextEdit {
  const { end } = citation.span
  const isAlone = report.source.charAt(suffix.end) !== ';'
  if (isAlone) return { span: { start: endOfKey(citation), end }, text: '' }
  const joint = /^;\s*/u.exec(report.source.slice(end, end + longestJoint))?.[0].length ?? 0
  return { span: { start: suffix.start, end: end + joint }, text: '' }
}

/** `edits`, the first of which is the first in the text, as one. */
function oneEdit({ source }: Report, edits: readonly TextEdit[]): TextEdit {
  const start = leastOf(edits.map(({ span }) => span.start))
  const end = greatestOf(edits.map(({ span }) => span.end))
  const moved = edits.map(({ span, text }) => ({ span: movedSpan(span, -start), text }))
  return { span: { start, end }, text: applyEdits(source.slice(start, end), moved) }
}
