import { citationContextAt, isCrossReference } from '../citation/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { proseAround, type Report } from '../report/report.ts'
import { search } from '../search/search.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import { placeAt, type PlaceKind } from '../text/prose.ts'
import { sliceSpan } from '../text/span.ts'

/** Why something or nothing is offered at a place, the first reason that applies. */
export type Verdict =
  | { readonly kind: 'emptyCorpus' }
  | { readonly kind: 'notProse'; readonly place: PlaceKind }
  | { readonly kind: 'noMarker' }
  | { readonly kind: 'crossReference'; readonly query: string }
  | { readonly kind: 'nothingFits'; readonly query: string }
  | { readonly kind: 'offered'; readonly query: string; readonly count: number }

export interface Explanation {
  readonly place: PlaceKind
  readonly verdict: Verdict
}

/** The explanation for the caret at `offset`. */
export function explainOffer(
  report: Report,
  index: SearchIndex,
  corpus: Corpus,
  offset: number,
): Explanation {
  const place = placeAt(report.source, report.blocks, offset)
  return { place, verdict: verdictAt(report, index, corpus, offset, place) }
}

function verdictAt(
  report: Report,
  index: SearchIndex,
  corpus: Corpus,
  offset: number,
  place: PlaceKind,
): Verdict {
  if (corpus.instruments.length === 0) return { kind: 'emptyCorpus' }
  const prose = proseAround(report, offset)
  // Between two blocks there is no prose yet, and nothing against it.
  if (prose === undefined)
    return place === 'prose' ? { kind: 'noMarker' } : { kind: 'notProse', place }
  const context = citationContextAt(prose.mask, prose.start, offset, (key) => corpus.byKey.has(key))
  if (context === undefined) {
    const written = /@(\S{1,80})$/u.exec(prose.mask.slice(0, offset - prose.start))?.[1]
    const isReference = written !== undefined && isCrossReference(written)
    return isReference ? { kind: 'crossReference', query: written } : { kind: 'noMarker' }
  }
  const query = sliceSpan(report.source, context.querySpan)
  const count = search(index, { text: query, limit: corpus.provisions.length }).length
  return count === 0 ? { kind: 'nothingFits', query } : { kind: 'offered', query, count }
}
