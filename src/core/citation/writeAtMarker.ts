import type { Span } from '../text/span.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'
import {
  inBrackets,
  inGroup,
  inSentence,
  mustBeBracketed,
  type CitationText,
  type Neighbours,
} from './citationText.ts'

/**
 * What a citation replaces at `context`: a missing separator before the marker, the marker, the words up
 * to the end of the key, and the bracket right behind them that closes its group, so that a caret behind
 * what is written stands behind the whole.
 */
export function replacedSpan(context: CitationContext): Span {
  const { markerSpan, bracket } = context
  const end = endOfReplacedKey(context)
  return {
    start: bracket?.separatorBefore?.start ?? markerSpan.start,
    end: closesBehind(context) ? end + 1 : end,
  }
}

/** The end of what is replaced at `context`, with its brace, and without a bracket behind it. */
export function endOfReplacedKey({ replaceSpan, braces }: CitationContext): number {
  return replaceSpan.end + (braces === 'closed' ? 1 : 0)
}

function closesBehind(context: CitationContext): boolean {
  return context.bracket?.end === endOfReplacedKey(context) + 1
}

/**
 * How `citation` is written at `context`, in the form that Pandoc reads there: only its part of the group
 * within brackets, joined by `; `; in brackets of its own where `inOwnBrackets`, or where Pandoc sees
 * it in no other; in the sentence elsewhere. Brackets that are open are closed.
 */
export function writeAtMarker(
  citation: CitationText,
  context: CitationContext,
  inOwnBrackets: boolean,
): string {
  const written = writtenAt(citation, context, inOwnBrackets)
  return context.spaceAfter ? withSpaceBehind(written) : written
}

/** `written` with a space behind it, if none ends it. */
export function withSpaceBehind(written: string): string {
  return written.endsWith(' ') ? written : `${written} `
}

function writtenAt(
  citation: CitationText,
  context: CitationContext,
  inOwnBrackets: boolean,
): string {
  const { bracket } = context
  if (bracket !== undefined) return withinBrackets(context, bracket, inGroup(citation))
  const isBare = citation.locator === undefined
  if (inOwnBrackets || mustBeBracketed(neighboursOf(context), isBare)) return inBrackets([citation])
  return inSentence(citation)
}

/** What stands beside the marker, as far as Pandoc minds it. */
export function neighboursOf({ glued, before, after, runsOn }: CitationContext): Neighbours {
  return { isHidden: glued || before === 'letter', letterFollows: after === 'letter', runsOn }
}

/** Whether `rest`, the text behind a key, goes on with a locator or suffix of its citation. */
export function beginsSuffix(rest: string, inBrackets: boolean): boolean {
  return inBrackets ? /^[ \t]*[^\s;\]]/u.test(rest) : /^ ?\[/u.test(rest)
}

/** What to write for `parts` of a group within the brackets that are there: apart from its neighbours, the bracket closed. */
export function withinBrackets(
  context: CitationContext,
  { separatorBefore, separatorAfter, end }: NonNullable<CitationContext['bracket']>,
  parts: string,
): string {
  const { glued, runsOn } = context
  const before = separatorBefore !== undefined ? '; ' : glued ? ' ' : ''
  const closes = end === undefined || closesBehind(context)
  const after = separatorAfter ? '; ' : closes ? ']' : runsOn ? ' ' : ''
  return before + parts + after
}
