import { formatCitation, type CitationStyle, type FormatOptions } from '../citation/format.ts'
import type { Citation, CitationGroup } from '../citation/syntax.ts'
import { citeBeside } from '../citation/writeKey.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { groupAt, reportLanguage, type Report } from '../report/report.ts'
import type { TextEdit } from '../text/edit.ts'
import { placeAt, type PlaceKind } from '../text/prose.ts'
import type { Span } from '../text/span.ts'

export interface InsertionOptions {
  readonly style: CitationStyle
  readonly withPage: boolean
  /** The language of words where the report names none. */
  readonly language: Language
}

/** What inserting writes, and where. */
export interface Insertion {
  /** One insertion for each selection, in their order, none overlapping. */
  readonly edits: readonly TextEdit[]
  /** What the first place is where Pandoc reads no citation; absent when all are prose. */
  readonly notProse?: PlaceKind
}

/** The styles that write Pandoc citations, which join a group that they land in. */
const keyStyles: ReadonlySet<CitationStyle> = new Set(['pandoc', 'narrative', 'locator'])

/**
 * The edits that cite `provisions` at the end of each of `selections` (spans in the report; a caret
 * is an empty one). The selected text stays. Within the brackets of a citation group the new
 * citations join the group behind the citation at the caret.
 */
export function planInsertion(
  report: Report,
  corpus: Corpus,
  selections: readonly Span[],
  provisions: readonly Provision[],
  options: InsertionOptions,
): Insertion {
  const named = reportLanguage(report)
  const format = {
    corpus,
    withPage: options.withPage,
    language: named ?? options.language,
    locatorLanguage: named ?? 'en',
  }
  const places = selections.map(({ end }) => placeAt(report.source, report.blocks, end))
  const notProse = places.find((place) => place !== 'prose')
  const edits = selections.map(({ end }) =>
    insertionAt(report, end, provisions, options.style, format),
  )
  return notProse === undefined ? { edits } : { edits, notProse }
}

type Format = Omit<FormatOptions, 'before' | 'after'>

function insertionAt(
  report: Report,
  offset: number,
  provisions: readonly Provision[],
  style: CitationStyle,
  format: Format,
): TextEdit {
  const group = groupAt(report, offset)
  if (group !== undefined && keyStyles.has(style)) {
    if (isWithin(group, offset)) return joinGroup(group, offset, provisions, style, format)
    const narrative = narrativeAt(group, offset)
    if (narrative !== undefined) return joinNarrative(narrative, provisions, style, format)
  }
  // An `@` that waits for a key is part of what is written.
  const start = keyStyles.has(style) ? beginningOfMarker(report, offset) : offset
  const before = report.source.slice(Math.max(0, start - 3), start)
  const after = report.source.slice(offset, offset + 3)
  const text = formatCitation(provisions, style, { ...format, before, after })
  return { span: { start, end: offset }, text }
}

/** Where a lone `@` right before `offset` begins; `offset` where none stands there. */
function beginningOfMarker({ source }: Report, offset: number): number {
  return /(?:^|[^\p{L}\p{N}@])@$/u.test(source.slice(Math.max(0, offset - 3), offset))
    ? offset - 1
    : offset
}

/** The narrative citation of `group` that the caret is within or right behind, when it can take others. */
function narrativeAt({ citations }: CitationGroup, offset: number): Citation | undefined {
  const [citation] = citations
  const touches = citation.span.start < offset && offset <= citation.span.end
  return citation.form === 'narrative' && touches ? citation : undefined
}

/** `@a [p. 3; @b, p. 4]`: beside a narrative citation others stand in its brackets. */
function joinNarrative(
  citation: Citation,
  provisions: readonly Provision[],
  style: CitationStyle,
  format: Format,
): TextEdit {
  return citeBeside(citation, withoutBrackets(provisions, style, format))
}

/** What cites `provisions` within brackets that are there. */
function withoutBrackets(
  provisions: readonly Provision[],
  style: CitationStyle,
  format: Format,
): string {
  const joined = style === 'narrative' ? 'pandoc' : style
  return formatCitation(provisions, joined, { ...format, before: '', after: '' }).slice(1, -1)
}

function isWithin(group: CitationGroup, offset: number): boolean {
  return group.bracketed && group.span.start < offset && offset < group.span.end
}

function joinGroup(
  group: CitationGroup,
  offset: number,
  provisions: readonly Provision[],
  style: CitationStyle,
  format: Format,
): TextEdit {
  const at = citationBefore(group, offset).span.end
  const text = `; ${withoutBrackets(provisions, style, format)}`
  return { span: { start: at, end: at }, text }
}

/** The last citation of `group` that begins before `offset`, or its first; none that stands in the suffix of another. */
function citationBefore({ citations }: CitationGroup, offset: number): Citation {
  const isNested = (citation: Citation): boolean =>
    citations.some(
      ({ suffixSpan }) => suffixSpan !== undefined && contains(suffixSpan, citation.span),
    )
  return citations.findLast((one) => one.span.start < offset && !isNested(one)) ?? citations[0]
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
