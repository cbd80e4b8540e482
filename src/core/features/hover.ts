import { cardOf, type Card } from '../corpus/card.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { findPageMismatches, type PageMismatch } from '../citation/pages.ts'
import { namedPlaceAt, type Report } from '../report/report.ts'
import { sliceSpan, type Span } from '../text/span.ts'

/** What to show, not how: the adapter turns it into a `vscode.Hover`. */
export interface HoverCard {
  /** The key, or the words behind it that name the place: what the pointer rests on. */
  readonly span: Span
  readonly card: Card
  /** Pages of the citation's locator that the provision does not stand on. */
  readonly pageMismatches: readonly PageMismatch[]
  /** The words of the citation that go deeper than the corpus, which has the provision only. */
  readonly deeper?: string
}

/**
 * The card, on the day `today`, of the provision whose key, or whose place in words, touches `offset`;
 * `undefined` where nothing of `corpus` is named.
 */
export function findHover(
  report: Report,
  corpus: Corpus,
  offset: number,
  today?: string,
): HoverCard | undefined {
  const found = namedPlaceAt(report, corpus, offset)
  if (found === undefined) return undefined
  const { span, place } = found
  return {
    span,
    card: cardOf(corpus, place.provision, today),
    pageMismatches: findPageMismatches(place, corpus),
    ...(place.deeper && { deeper: sliceSpan(report.source, place.deeper) }),
  }
}
