import type { Span } from '../text/span.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'

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

/** `written` with a space behind it, if none ends it. */
export function withSpaceBehind(written: string): string {
  return written.endsWith(' ') ? written : `${written} `
}

/** Whether `rest`, the text behind a key, goes on with a locator or suffix of its citation. */
export function beginsSuffix(rest: string, inBrackets: boolean): boolean {
  return inBrackets ? /^[ \t]*[^\s;\]]/u.test(rest) : /^ ?\[/u.test(rest)
}

/** What to write for `parts` of a group within the brackets that are there: apart from its neighbours, the bracket closed. */
export function withinBrackets(
  context: CitationContext,
  { separatorBefore, joinedBy, separatorAfter, end }: NonNullable<CitationContext['bracket']>,
  parts: string,
): string {
  const { glued, runsOn } = context
  const joint = joinedBy === undefined ? '; ' : `; ${joinedBy} `
  const before = separatorBefore !== undefined ? joint : glued ? ' ' : ''
  const closes = end === undefined || closesBehind(context)
  const after = separatorAfter ? '; ' : closes ? ']' : runsOn ? ' ' : ''
  return before + parts + after
}
