import {
  citationOf,
  keyStyles,
  type CitationStyle,
  type CitingFormat,
} from '../citation/citationForm.ts'
import { groupParts } from '../citation/citationText.ts'
import {
  beginsSuffix,
  endOfReplacedKey,
  replacedSpan,
  withinBrackets,
  withSpaceBehind,
} from '../citation/writeAtMarker.ts'
import type { Provision } from '../corpus/provision.ts'
import { bracketsBehind, type BracketsBehind } from '../pandoc/bracketsBehind.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'
import type { TextEdit } from '../text/textEdit.ts'
import type { Span } from '../text/span.ts'
import { placeToCite } from './placeToCite.ts'
import { quotedString } from './quotedString.ts'
import { proseAround, type Report } from './report.ts'

/** How what is chosen for words behind a marker is written. */
export interface TypedCitation {
  /** What is replaced: the marker and the words, with what belongs to them; a whole string that gets quotation marks. */
  readonly span: Span
  readonly write: (provision: Provision) => string
}

/**
 * How a provision is written that was found by the words typed at `context`: as {@link citeAtMarker}
 * writes it, with the space that ended the words. Before a suffix, which is kept, the key stands alone
 * in any style.
 */
export function typedCitation(
  report: Report,
  context: CitationContext,
  format: CitingFormat,
): TypedCitation {
  const { span, write } = writtenAtMarker(report, context, format)
  const own = quotedString(report, span)
  return {
    span: own?.span ?? span,
    write: (provision) => {
      const written = write([provision])
      const spaced = context.spaceAfter ? withSpaceBehind(written) : written
      return own?.quote(spaced) ?? spaced
    },
  }
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
  const { span, write } = writtenAtMarker(report, context, format)
  return { span, text: write(provisions) }
}

interface WrittenAtMarker {
  readonly span: Span
  readonly write: (provisions: readonly Provision[]) => string
}

function writtenAtMarker(
  report: Report,
  context: CitationContext,
  format: CitingFormat,
): WrittenAtMarker {
  const { bracket } = context
  const span = replacedSpan(context)
  const partsOf = (provisions: readonly Provision[]): string =>
    partsAt(report, context, provisions, format)
  if (bracket !== undefined) {
    return { span, write: (all) => withinBrackets(context, bracket, partsOf(all)) }
  }
  const brackets = bracketsToJoin(report, context, span.end)
  if (brackets !== undefined) {
    const { joint, rest, end } = brackets
    const write = (all: readonly Provision[]) => `[${partsOf(all)}${joint}${rest}`
    return { span: { start: span.start, end }, write }
  }
  if (suffixFollows(report, context)) {
    const isAlone = (all: readonly Provision[]): boolean => all.length === 1 && !isHidden(context)
    return { span, write: (all) => (isAlone(all) ? partsOf(all) : `[${partsOf(all)}]`) }
  }
  const suppressAuthor = suppressesAuthor(report, context)
  const style = styleAt(context, suppressAuthor, format)
  const place = placeToCite(report, span, { ...format, style }, suppressAuthor)
  return { span: place.span, write: place.cite }
}

/**
 * The style of what is written at a marker in running text. Those that write no citation of Pandoc's
 * give way to `pandoc` where only one of Pandoc's makes sense: behind a hyphen that suppresses the
 * author, and in place of a key.
 */
function styleAt(
  { replaceSpan, querySpan }: CitationContext,
  suppressAuthor: boolean,
  { style }: CitingFormat,
): CitationStyle {
  const isInKey = replaceSpan.end > querySpan.end
  return (suppressAuthor || isInKey) && !keyStyles.has(style) ? 'pandoc' : style
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
  if (!isHidden(context)) return undefined
  const prose = proseAround(report, context.querySpan.end)
  const brackets = prose && bracketsBehind(prose.mask, prose.start, keyEnd)
  if (prose === undefined || brackets === undefined) return undefined
  const { opening, joint, end } = brackets
  const isOnLine = !/[\n\r]/.test(report.source.slice(opening.start, end))
  return isOnLine ? { joint, end, rest: report.source.slice(opening.end, end) } : undefined
}

/** What cites `provisions` at `context` as parts of a group: before a suffix that is kept, their keys. */
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

/** Whether what stands before hides a bare citation from Pandoc. */
function isHidden({ glued, before }: CitationContext): boolean {
  return glued || before === 'letter'
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
