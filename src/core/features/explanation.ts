import { citationContextAt, isCrossReference } from '../pandoc/syntax.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Language } from '../corpus/language.ts'
import type { Provision } from '../corpus/provision.ts'
import { proseAround, type Report } from '../report/report.ts'
import { sentenceBefore } from '../report/sentenceBefore.ts'
import { evidenceFor, type Evidence } from '../search/evidence.ts'
import { favourOf, type FavourReason, type Usage } from '../search/favour.ts'
import type { PinyinTable } from '../words/pinyin.ts'
import { search } from '../search/search.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import { saysEnough, searchSentence, wordsShared } from '../search/searchSentence.ts'
import { placeAt, type PlaceKind } from '../markdown/prose.ts'
import { sliceSpan } from '../text/span.ts'

/** Why something or nothing is offered at a place, the first reason that applies. */
export type OfferReason =
  | { readonly kind: 'emptyCorpus' }
  | { readonly kind: 'notProse'; readonly place: PlaceKind }
  | { readonly kind: 'noMarker' }
  | { readonly kind: 'crossReference'; readonly query: string }
  | { readonly kind: 'nothingFits'; readonly query: string }
  | { readonly kind: 'offered'; readonly query: string; readonly count: number }
  | { readonly kind: 'noSentenceFits'; readonly sentence: string }
  | { readonly kind: 'offeredBySentence'; readonly sentence: string; readonly count: number }

export interface Explanation {
  readonly place: PlaceKind
  readonly verdict: OfferReason
}

/** As many as a list holds. */
const mostBySentence = 100

/** Why one provision stands where it stands on the list. */
export interface Rank {
  readonly provision: Provision
  /** What was found where, of the words typed. */
  readonly evidence: readonly Evidence[]
  /** Which words of the sentence it has, where nothing was typed. */
  readonly shared: readonly string[]
  /** What of the analyst's own citing moves it up. */
  readonly favour: readonly FavourReason[]
}

/** The first `limit` provisions that are offered for `verdict`, best first, each with why it stands there. */
export function explainOrder(
  index: SearchIndex,
  verdict: OfferReason,
  { language, pinyin, usage, limit }: OrderOptions,
): readonly Rank[] {
  const favour = favourOf(index.corpus, usage)
  if (verdict.kind === 'offeredBySentence') {
    const { sentence } = verdict
    return searchSentence(index, { text: sentence, limit, language, favour }).map(
      ({ provision }) => ({
        provision,
        evidence: [],
        shared: wordsShared(index, sentence, provision),
        favour: favour.reasonsOf(provision),
      }),
    )
  }
  if (verdict.kind !== 'offered') return []
  const query = { text: verdict.query, limit, language, pinyin, favour }
  return search(index, query).map(({ provision }) => ({
    provision,
    evidence: evidenceFor(index, query, provision),
    shared: [],
    favour: favour.reasonsOf(provision),
  }))
}

/** How the list was made that is explained. */
export interface OrderOptions {
  readonly language: Language
  readonly pinyin: PinyinTable | undefined
  readonly usage: Usage
  readonly limit: number
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
): OfferReason {
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
  const sentence = query.trim() === '' ? sentenceBefore(report, context.markerSpan.start) : ''
  if (saysEnough(sentence)) {
    const { length } = searchSentence(index, { text: sentence, limit: mostBySentence })
    return length === 0
      ? { kind: 'noSentenceFits', sentence }
      : { kind: 'offeredBySentence', sentence, count: length }
  }
  const count = search(index, { text: query, limit: corpus.provisions.length }).length
  return count === 0 ? { kind: 'nothingFits', query } : { kind: 'offered', query, count }
}
