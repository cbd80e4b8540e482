import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { askedAt } from '../report/askedAt.ts'
import { typedCitation } from '../report/citeAtMarker.ts'
import { citingFormat, optionsAt, type CitingOptions } from '../report/citingFormat.ts'
import type { Report } from '../report/report.ts'
import { offerFor, type OfferOptions } from '../search/offer.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import type { Span } from '../text/span.ts'

/** One provision to offer, and what accepting it writes in place of the whole span, with the caret behind it. */
export interface Suggestion {
  readonly provision: Provision
  readonly text: string
}

export interface Suggestions {
  /**
   * What accepting replaces: from the marker to the end of an existing key, and a bracket right behind it;
   * in front matter the whole string that the marker begins, which may go on over lines.
   */
  readonly span: Span
  /** The part of the span before the caret, as typed. */
  readonly typed: string
  readonly items: readonly Suggestion[]
  /** Whether the sentence before the marker may be about these, and may well not be: then none is chosen beforehand. */
  readonly isPerhaps: boolean
}

export type SuggestionOptions = OfferOptions & CitingOptions

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
  const asked = askedAt(report, corpus, offset)
  if (asked.kind !== 'citation') return undefined
  const { matches, isPerhaps } = offerFor(index, asked, options)
  const format = citingFormat(report, corpus, optionsAt(report, offset, options))
  const { span, write } = typedCitation(report, asked.context, format)
  return {
    span,
    typed: report.source.slice(span.start, offset),
    items: matches.map(({ provision }) => ({ provision, text: write(provision) })),
    isPerhaps,
  }
}
