import { cardOf, type Card } from '../corpus/card.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { findPageMismatches, type PageMismatch } from '../citation/pages.ts'
import { provisionAt, suffixOf, type Report } from '../report/report.ts'
import type { Span } from '../text/span.ts'

/** What to show, not how: the adapter turns it into a `vscode.Hover`. */
export interface HoverCard {
  /** The key, and only the key. */
  readonly span: Span
  readonly card: Card
  /** Pages of the citation's locator that the provision does not stand on. */
  readonly pageMismatches: readonly PageMismatch[]
}

/** The card of the provision whose key touches `offset` in `report`; `undefined` where no key of `corpus` does. */
export function findHover(report: Report, corpus: Corpus, offset: number): HoverCard | undefined {
  const found = provisionAt(report, corpus, offset)
  if (found === undefined) return undefined
  const { citation, keySpan, provision } = found
  return {
    span: keySpan,
    card: cardOf(corpus, provision),
    pageMismatches: findPageMismatches(suffixOf(report, citation), provision, corpus),
  }
}
