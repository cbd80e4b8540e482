import { formatCitation, type CitationStyle, type FormatOptions } from '../citation/format.ts'
import { type Citation, type CitationContext, type CitationGroup } from '../pandoc/syntax.ts'
import { beginsSuffix, citeBeside, replacedSpan, withinBrackets } from '../citation/writeKey.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'
import { askedAt } from './askedAt.ts'
import { groupAt, reportLanguage, type Report } from './report.ts'

type Format = Omit<FormatOptions, 'before' | 'after'>

/** How a citation is to be written, where the report does not say otherwise. */
export interface CitingOptions {
  readonly style: CitationStyle
  readonly withPage: boolean
  /** The language of words where the report names none. */
  readonly language: Language
}

/** The styles that write Pandoc citations, which join a group that they land in. */
export const keyStyles: ReadonlySet<CitationStyle> = new Set(['pandoc', 'narrative', 'locator'])

/**
 * The edit that cites `provisions` at `offset`: it replaces nothing, or a marker there that waits for
 * a key. Within the brackets of a citation group the new citations join it behind the citation at
 * `offset`, so do they at a narrative one. No key is cut in two.
 */
export function citeAt(
  report: Report,
  corpus: Corpus,
  offset: number,
  provisions: readonly Provision[],
  { style, withPage, language }: CitingOptions,
): TextEdit {
  const named = reportLanguage(report)
  const format = { corpus, withPage, language: named ?? language, locatorLanguage: named ?? 'en' }
  const marker = openMarkerAt(report, format.corpus, offset)
  if (marker !== undefined) return atMarker(report, marker, provisions, { style, ...format })
  const group = groupAt(report, offset)
  if (group !== undefined && keyStyles.has(style) && takesOthers(group, offset)) {
    return joinGroup(report, group, offset, provisions, { style, ...format })
  }
  const at = group !== undefined && isWithinKey(group, offset) ? group.span.end : offset
  const text = formatCitation(provisions, style, { ...format, ...beside(report, at, at) })
  return { span: { start: at, end: at }, text }
}

/** So much text before a place tells whether it hides a citation, in UTF-16 units. */
const farthestBefore = 80

/** What stands before and after a span of the report. */
function beside(
  { source }: Report,
  start: number,
  end: number,
): Pick<FormatOptions, 'before' | 'after'> {
  return {
    before: source.slice(Math.max(0, start - farthestBefore), start),
    after: source.slice(end, end + 3),
  }
}

/** Whether what is written at `offset` joins `group`: within its brackets, or in or right behind a narrative citation. */
function takesOthers({ bracketed, span, citations }: CitationGroup, offset: number): boolean {
  if (offset <= span.start || offset > span.end) return false
  if (bracketed) return offset < span.end
  const [first] = citations
  return first.form === 'narrative' && first.span.start === span.start
}

function isWithinKey({ citations }: CitationGroup, offset: number): boolean {
  return citations.some(
    (citation) => citation.markerSpan.start < offset && offset < endOfKey(citation),
  )
}

function endOfKey({ keySpan, braced }: Citation): number {
  return keySpan.end + (braced ? 1 : 0)
}

type StyledFormat = Format & { readonly style: CitationStyle }

/** `[@a; @b, p. 4]`, `@a [p. 3; @b, p. 4]`, `@a [@b, p. 4]`. */
function joinGroup(
  report: Report,
  group: CitationGroup,
  offset: number,
  provisions: readonly Provision[],
  format: StyledFormat,
): TextEdit {
  const citation = citationToJoin(group, offset)
  const { form, span, suffixSpan } = citation
  if (form !== 'narrative' || suffixSpan !== undefined) {
    return citeBeside(citation, withoutBrackets(provisions, format))
  }
  if (span.end > endOfKey(citation)) {
    const within = span.end - 1
    return { span: { start: within, end: within }, text: withoutBrackets(provisions, format) }
  }
  const { after } = beside(report, span.end, span.end)
  const text = formatCitation(provisions, withinStyle(format), { ...format, before: '', after })
  return { span: { start: span.end, end: span.end }, text: ` ${text}` }
}

/** The style of what stands within brackets. */
function withinStyle({ style }: StyledFormat): CitationStyle {
  return style === 'narrative' ? 'pandoc' : style
}

/** What cites `provisions` within brackets that are there. */
function withoutBrackets(provisions: readonly Provision[], format: StyledFormat): string {
  const options = { ...format, before: '', after: '' }
  return formatCitation(provisions, withinStyle(format), options).slice(1, -1)
}

/**
 * The last citation of `group` that begins before `offset`, or its first; none that stands in the suffix
 * of another. Of a narrative citation whose brackets begin with another one, that one.
 */
function citationToJoin({ citations }: CitationGroup, offset: number): Citation {
  const isNested = (citation: Citation): boolean =>
    citations.some(
      ({ suffixSpan }) => suffixSpan !== undefined && contains(suffixSpan, citation.span),
    )
  const own = citations.filter((one) => one.form !== 'glued' && !isNested(one))
  const before = own.findLast((one) => one.span.start < offset) ?? own[0] ?? citations[0]
  const isBare = before.form === 'narrative' && before.suffixSpan === undefined
  return (isBare ? own[own.indexOf(before) + 1] : undefined) ?? before
}

/** The marker right before `offset` that waits for a key: `@`, `-@`, `@{`, and no ASCII letter behind it. */
function openMarkerAt(report: Report, corpus: Corpus, offset: number): CitationContext | undefined {
  if (/^\w/.test(report.source.charAt(offset))) return undefined
  const asked = askedAt(report, corpus, offset)
  return asked.kind === 'citation' && asked.context.querySpan.start === offset
    ? asked.context
    : undefined
}

/** What is written in place of a marker that waits for a key; within brackets it joins what stands there. */
function atMarker(
  report: Report,
  context: CitationContext,
  provisions: readonly Provision[],
  format: StyledFormat,
): TextEdit {
  const { markerSpan, bracket } = context
  const suppresses = report.source.charAt(markerSpan.start) === '-'
  const { start, end } = replacedSpan(context)
  if (!keyStyles.has(format.style)) {
    const at = markerSpan.start + (suppresses ? 1 : 0)
    const text = formatCitation(provisions, format.style, { ...format, ...beside(report, at, end) })
    return { span: { start: at, end }, text }
  }
  const marked = (text: string): string => (suppresses ? text.replace('@', '-@') : text)
  if (bracket === undefined) {
    const options = { ...format, ...beside(report, start, end) }
    return { span: { start, end }, text: marked(formatCitation(provisions, format.style, options)) }
  }
  const hasSuffix = beginsSuffix(report.source.slice(end, end + 40), true)
  const options = { ...format, withPage: format.withPage && !hasSuffix }
  const { text } = withinBrackets(context, bracket, marked(withoutBrackets(provisions, options)))
  return { span: { start, end }, text }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
