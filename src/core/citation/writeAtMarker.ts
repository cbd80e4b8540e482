import type { Span } from '../text/span.ts'
import type { CitationContext } from '../pandoc/citationContext.ts'
import {
  inBrackets,
  inGroup,
  inSentence,
  mustBeBracketed,
  openingGroup,
  type CitationText,
  type Neighbours,
} from './citationText.ts'

/** What to write for a citation, and where the caret belongs: a UTF-16 offset in `text`. */
export interface WrittenCitation {
  readonly text: string
  readonly caret: number
}

/** What a citation replaces at `context`: a missing separator before the marker, the marker, and the words up to the end of the key. */
export function replacedSpan({ markerSpan, replaceSpan, braces, bracket }: CitationContext): Span {
  return {
    start: bracket?.separatorBefore?.start ?? markerSpan.start,
    end: replaceSpan.end + (braces === 'closed' ? 1 : 0),
  }
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
): WrittenCitation {
  const written = writtenAt(citation, context, inOwnBrackets)
  return context.spaceAfter ? withSpaceBehind(written) : written
}

/** `written` with a space behind it, if none ends it. */
export function withSpaceBehind({ text, caret }: WrittenCitation): WrittenCitation {
  return { text: text.endsWith(' ') ? text : `${text} `, caret }
}

function writtenAt(
  citation: CitationText,
  context: CitationContext,
  inOwnBrackets: boolean,
): WrittenCitation {
  const { bracket } = context
  if (bracket !== undefined) return withinBrackets(context, bracket, inGroup(citation))
  const isBare = citation.locator === undefined
  if (inOwnBrackets || mustBeBracketed(neighboursOf(context), isBare))
    return beforeLast(inBrackets([citation]))
  const text = inSentence(citation)
  return isBare ? atEnd(text) : beforeLast(text)
}

/** `citation` with the bracket that opens those behind it, of which it becomes a part. */
export function writeIntoBrackets(citation: CitationText, joint: string): WrittenCitation {
  return { text: openingGroup(citation, joint), caret: openingGroup(citation, '').length }
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
  { glued, runsOn }: CitationContext,
  { separatorBefore, separatorAfter, end }: NonNullable<CitationContext['bracket']>,
  parts: string,
): WrittenCitation {
  const before = separatorBefore !== undefined ? '; ' : glued ? ' ' : ''
  const after = separatorAfter ? '; ' : end === undefined ? ']' : runsOn ? ' ' : ''
  return { text: before + parts + after, caret: before.length + parts.length }
}

function beforeLast(text: string): WrittenCitation {
  return { text, caret: text.length - 1 }
}

function atEnd(text: string): WrittenCitation {
  return { text, caret: text.length }
}
