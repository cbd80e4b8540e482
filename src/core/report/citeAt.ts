import { keyStyles, type CitationStyle, type CitingFormat } from '../citation/citationForm.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { citationContextAt, type CitationContext } from '../pandoc/citationContext.ts'
import type { Citation, CitationGroup } from '../pandoc/syntax.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Span } from '../text/span.ts'
import { citeBeside, endOfKey } from './amendCitation.ts'
import { askedAt } from './askedAt.ts'
import { citeAtMarker } from './citeAtMarker.ts'
import { citingFormat, optionsAt, type CitingOptions } from './citingFormat.ts'
import { placeToCite } from './placeToCite.ts'
import { withQuotedString } from './quotedString.ts'
import { groupAt, proseAround, type Report } from './report.ts'
import { waitsForCitation } from './wideBrackets.ts'

/**
 * The edit that cites `provisions` at `offset`: it replaces nothing, a marker there that waits for a key,
 * or a *see* before it, which goes into the brackets. Within the brackets of a citation group the new
 * citations join it behind the citation at `offset`, so do they at a narrative one. No key is cut in two.
 * A string of front matter that would begin with a citation is replaced by itself in quotation marks.
 */
export function citeAt(
  report: Report,
  corpus: Corpus,
  offset: number,
  provisions: readonly Provision[],
  options: CitingOptions,
): TextEdit {
  const format = citingFormat(report, corpus, optionsAt(report, offset, options))
  return withQuotedString(report, citeUnquoted(report, corpus, offset, provisions, format))
}

function citeUnquoted(
  report: Report,
  corpus: Corpus,
  offset: number,
  provisions: readonly Provision[],
  format: CitingFormat,
): TextEdit {
  const marker = openMarkerAt(report, corpus, offset)
  if (marker !== undefined) return citeAtMarker(report, marker, provisions, format)
  const part = emptyPartAt(report, offset, format.style)
  if (part?.bracket?.joinedBy !== undefined) return citeAtMarker(report, part, provisions, format)
  const group = groupAt(report, offset)
  if (group !== undefined && joins(format.style, group, offset)) {
    return citeBeside(report, citationToJoin(group, offset), provisions, format)
  }
  if (part !== undefined) return citeAtMarker(report, part, provisions, format)
  const at = group !== undefined && isWithinKey(group, offset) ? group.span.end : offset
  const { span, cite } = placeToCite(report, { start: at, end: at }, format)
  return { span, text: cite(provisions) }
}

/** Whether what is written in `style` at `offset` joins `group`: within its brackets, or in or right behind a narrative citation. */
function joins(
  style: CitationStyle,
  { bracketed, span, citations }: CitationGroup,
  offset: number,
): boolean {
  if (!keyStyles.has(style) || offset <= span.start || offset > span.end) return false
  if (bracketed) return offset < span.end
  const [first] = citations
  return first.form === 'narrative' && first.span.start === span.start
}

function isWithinKey({ citations }: CitationGroup, offset: number): boolean {
  return citations.some(
    (citation) => citation.markerSpan.start < offset && offset < endOfKey(citation),
  )
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

/** The part of a group at `offset` that waits for its citation, as if a marker stood there: `[|]`, `[see |]`, `[@a; |]`, `[@a and |]`. */
function emptyPartAt(
  report: Report,
  offset: number,
  style: CitationStyle,
): CitationContext | undefined {
  const prose = keyStyles.has(style) ? proseAround(report, offset) : undefined
  if (prose === undefined) return undefined
  const { mask, start } = prose
  const at = offset - start
  const marked = `${mask.slice(0, at)}@${mask.slice(at)}`
  const context = citationContextAt(marked, start, offset + 1, () => false)
  if (context?.bracket === undefined) return undefined
  const open = context.bracket.start - start
  const part =
    mask
      .slice(open + 1, at)
      .split(';')
      .at(-1) ?? ''
  const isOpen = waitsForCitation(part) || context.bracket.joinedBy !== undefined
  return isOpen ? withoutMarker(context, offset) : undefined
}

/** `context` of a marker that was put at `offset`, without it. */
function withoutMarker(context: CitationContext, offset: number): CitationContext {
  const here = { start: offset, end: offset }
  const { bracket, markerSpan } = context
  const end = bracket?.end === undefined ? {} : { end: bracket.end - 1 }
  return {
    ...context,
    markerSpan: { start: Math.min(markerSpan.start, offset), end: offset },
    querySpan: here,
    replaceSpan: here,
    ...(bracket && { bracket: { ...bracket, ...end } }),
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
