import {
  citationOf,
  keyStyles,
  type CitationStyle,
  type CitingFormat,
} from '../citation/citationForm.ts'
import { groupParts, mustBeBracketed, openingGroup } from '../citation/citationText.ts'
import { formatCitation } from '../citation/format.ts'
import {
  beginsSuffix,
  endOfReplacedKey,
  neighboursOf,
  replacedSpan,
  withinBrackets,
  withSpaceBehind,
  writeAtMarker,
} from '../citation/writeAtMarker.ts'
import type { Provision } from '../corpus/provision.ts'
import { bracketsBehind, type BracketsBehind } from '../pandoc/bracketsBehind.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Span } from '../text/span.ts'
import { besideIn } from './citingFormat.ts'
import { proseAround, type Report } from './report.ts'

/** How what is chosen for words behind a marker is written. */
export interface TypedCitation {
  /** What is replaced: the marker and the words, with what belongs to them. */
  readonly span: Span
  readonly write: (provision: Provision) => string
}

/**
 * How a provision is written that was found by the words typed at `context`. In the styles with keys it
 * stands in the sentence where it can, in the locator style in brackets. Before a suffix, which is kept,
 * the key stands alone in any style.
 */
export function typedCitation(
  report: Report,
  context: CitationContext,
  format: CitingFormat,
): TypedCitation {
  const replaced = replacedSpan(context)
  const brackets = bracketsToJoin(report, context, replaced.end)
  const hasSuffix = suffixFollows(report, context)
  const suppressAuthor = suppressesAuthor(report, context)
  const style = styleAt(context, suppressAuthor, format)
  return {
    span: { start: replaced.start, end: brackets?.end ?? replaced.end },
    write: (provision) => {
      const alone = { key: provision.key, suppressAuthor }
      if (brackets !== undefined) return openingGroup(alone, brackets.joint) + brackets.rest
      if (hasSuffix) return writeAtMarker(alone, context, false)
      if (!keyStyles.has(style)) return writeInStyle(report, context, provision, format)
      const citation = { ...citationOf(provision, format), suppressAuthor }
      return writeAtMarker(citation, context, style === 'locator')
    },
  }
}

/**
 * The style of what is written at a marker. Those that write no citation of Pandoc's give way to
 * `pandoc` where only one of Pandoc's makes sense: within brackets, behind a hyphen that suppresses
 * the author, and in place of a key.
 */
function styleAt(
  { bracket, replaceSpan, querySpan }: CitationContext,
  suppressAuthor: boolean,
  { style }: CitingFormat,
): CitationStyle {
  const isInKey = replaceSpan.end > querySpan.end
  const mustBePandoc = bracket !== undefined || suppressAuthor || isInKey
  return mustBePandoc && !keyStyles.has(style) ? 'pandoc' : style
}

function writeInStyle(
  report: Report,
  context: CitationContext,
  provision: Provision,
  format: CitingFormat,
): string {
  const { start, end } = replacedSpan(context)
  const options = { ...format, ...besideIn(report, start, end) }
  const text = formatCitation([provision], format.style, options)
  return context.spaceAfter ? withSpaceBehind(text) : text
}

/** Brackets behind a key that it goes into. */
interface BracketsToJoin extends Pick<BracketsBehind, 'joint' | 'end'> {
  /** What stands in them, with the one that closes them. */
  readonly rest: string
}

/** The brackets behind a key, on its line, where the key must stand in brackets: it goes into those. */
function bracketsToJoin(
  report: Report,
  context: CitationContext,
  keyEnd: number,
): BracketsToJoin | undefined {
  if (context.bracket !== undefined || !mustBeBracketed(neighboursOf(context), false))
    return undefined
  const prose = proseAround(report, context.querySpan.end)
  const brackets = prose && bracketsBehind(prose.mask, prose.start, keyEnd)
  if (prose === undefined || brackets === undefined) return undefined
  const { opening, joint, end } = brackets
  const isOnLine = !/[\n\r]/.test(report.source.slice(opening.start, end))
  return isOnLine ? { joint, end, rest: report.source.slice(opening.end, end) } : undefined
}

/**
 * The edit that cites `provisions` in place of a marker at `context` that waits for a key. Within
 * brackets they join what stands there, in a form of Pandoc's.
 */
export function citeAtMarker(
  report: Report,
  context: CitationContext,
  provisions: readonly Provision[],
  format: CitingFormat,
): TextEdit {
  const span = replacedSpan(context)
  const suppressAuthor = suppressesAuthor(report, context)
  if (context.bracket !== undefined) {
    const parts = partsAt(report, context, provisions, format)
    return { span, text: withinBrackets(context, context.bracket, parts) }
  }
  const options = { ...format, ...besideIn(report, span.start, span.end), suppressAuthor }
  const style = styleAt(context, suppressAuthor, format)
  return { span, text: formatCitation(provisions, style, options) }
}

/** What cites `provisions` within the brackets at `context`: before a suffix that is kept, their keys. */
function partsAt(
  report: Report,
  context: CitationContext,
  provisions: readonly Provision[],
  format: CitingFormat,
): string {
  const hasSuffix = suffixFollows(report, context)
  const suppressAuthor = suppressesAuthor(report, context)
  const citations = provisions.map((provision, place) => ({
    ...(hasSuffix ? { key: provision.key } : citationOf(provision, format)),
    suppressAuthor: suppressAuthor && place === 0,
  }))
  return groupParts(citations)
}

/** So far behind a key the beginning of its suffix is looked for, in UTF-16 units. */
const farthestSuffix = 40

function suffixFollows({ source }: Report, context: CitationContext): boolean {
  const end = endOfReplacedKey(context)
  return beginsSuffix(source.slice(end, end + farthestSuffix), context.bracket !== undefined)
}

function suppressesAuthor({ source }: Report, { markerSpan }: CitationContext): boolean {
  return source.charAt(markerSpan.start) === '-'
}
