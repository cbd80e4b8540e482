import { bracketsBehind, type BracketsBehind } from '../pandoc/bracketsBehind.ts'
import { type CitationContext } from '../pandoc/citationContext.ts'
import {
  beginsSuffix,
  mustBeBracketed,
  replacedSpan,
  writeKey,
  type KeyOptions,
  type WrittenKey,
} from '../citation/writeKey.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { proseAround, reportLanguage, type Report } from '../report/report.ts'
import { askedAt } from '../report/askedAt.ts'
import { offerFor, type OfferOptions } from '../search/offer.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import { sliceSpan, type Span } from '../text/span.ts'

/** One provision to offer, and what accepting it writes in place of the whole span. */
export interface Suggestion extends WrittenKey {
  readonly provision: Provision
}

export interface Suggestions {
  /** What accepting replaces: from the marker to the end of an existing key. */
  readonly span: Span
  /** The part of the span before the caret, as typed. */
  readonly typed: string
  readonly items: readonly Suggestion[]
}

export interface SuggestionOptions extends OfferOptions {
  readonly language: Language
  /** Whether a citation is written with the printed page. */
  readonly withPage: boolean
}

/**
 * The provisions to offer at `offset`, best first: by what was typed behind the marker, and with
 * nothing typed by the sentence before it; where that says too little, the table of contents.
 * No items where nothing fits; `undefined` where Pandoc reads no citation or the words belong to a
 * cross-reference of Quarto.
 */
export function suggestCitations(
  report: Report,
  index: SearchIndex,
  corpus: Corpus,
  offset: number,
  options: SuggestionOptions,
): Suggestions | undefined {
  const prose = proseAround(report, offset)
  const asked = askedAt(report, corpus, offset)
  if (asked.kind !== 'citation' || prose === undefined) return undefined
  const { context } = asked
  const { matches } = offerFor(index, asked, options)
  const replaced = replacedSpan(context)
  const brackets = bracketsToJoin(prose, context, replaced.end)
  const span = { start: replaced.start, end: brackets?.opening.end ?? replaced.end }
  const writing = {
    ...writingAt(report, context, replaced, options),
    ...(brackets && { joint: brackets.joint }),
  }
  return {
    span,
    typed: report.source.slice(span.start, offset),
    items: matches.map(({ provision }) => ({
      provision,
      ...writeKey(provision, context, writing),
    })),
  }
}

/** The brackets behind a key, on its line, where the key must stand in brackets: it goes into those. */
function bracketsToJoin(
  { mask, start }: { readonly mask: string; readonly start: number },
  context: CitationContext,
  keyEnd: number,
): BracketsBehind | undefined {
  if (context.bracket !== undefined || !mustBeBracketed(context)) return undefined
  const brackets = bracketsBehind(mask, start, keyEnd)
  if (brackets === undefined) return undefined
  const { opening } = brackets
  const isOnLine = !/[\n\r]/.test(mask.slice(opening.start - start, opening.end - start))
  return isOnLine ? brackets : undefined
}

function writingAt(
  report: Report,
  { markerSpan, bracket }: CitationContext,
  span: Span,
  { withPage }: SuggestionOptions,
): KeyOptions {
  return {
    withPage,
    language: reportLanguage(report) ?? 'en',
    marker: sliceSpan(report.source, markerSpan),
    suffixFollows: beginsSuffix(
      report.source.slice(span.end, span.end + 40),
      bracket !== undefined,
    ),
  }
}
