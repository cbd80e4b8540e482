import type { Corpus } from '../corpus/corpus.ts'
import type { Provision } from '../corpus/provision.ts'
import { placeAt, type PlaceKind } from '../markdown/prose.ts'
import { kindNotHeld, type KindOfPlace } from '../paths/kindNotHeld.ts'
import { askedAt, type AskedCitation } from '../report/askedAt.ts'
import { noSentence } from '../report/sentenceBefore.ts'
import type { Report } from '../report/report.ts'
import { evidenceFor, type Evidence } from '../search/evidence.ts'
import { favourOf, noUsage, type FavourReason } from '../search/favour.ts'
import { offerFor, type AskedWords, type OfferOptions } from '../search/offer.ts'
import type { SearchIndex } from '../search/searchIndex.ts'
import { wordsShared } from '../search/searchSentence.ts'

/** Why something or nothing is offered at a place, the first reason that applies. */
export type OfferReason =
  | { readonly kind: 'emptyCorpus' }
  | { readonly kind: 'notProse'; readonly place: PlaceKind }
  | { readonly kind: 'noMarker' }
  | { readonly kind: 'crossReference'; readonly query: string }
  | { readonly kind: 'nothingFits'; readonly query: string }
  | {
      readonly kind: 'kindNotHeld'
      readonly query: string
      readonly missing: KindOfPlace
    }
  | { readonly kind: 'offered'; readonly query: string; readonly count: number }
  | { readonly kind: 'noSentenceFits'; readonly sentence: string }
  | {
      readonly kind: 'offeredBySentence'
      readonly sentence: string
      readonly heading: string
      readonly count: number
      readonly isPerhaps: boolean
    }

export interface Explanation {
  readonly place: PlaceKind
  readonly verdict: OfferReason
}

/** As many as a list holds. */
const mostBySentence = 100

/** How the list is made that is explained: the same as for suggesting, but for its length. */
export type ExplanationOptions = Omit<OfferOptions, 'limit'>

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
  options: OfferOptions,
): readonly Rank[] {
  const asked = askedBy(verdict)
  if (asked === undefined) return []
  const favour = favourOf(index.corpus, options.usage ?? noUsage)
  const query = { ...options, text: asked.words, favour }
  const { by, matches } = offerFor(index, asked, options)
  return matches.map(({ provision }) => ({
    provision,
    evidence: by === 'words' ? evidenceFor(index, query, provision) : [],
    shared: by === 'sentence' ? wordsShared(index, asked.sentence, provision) : [],
    favour: favour.reasonsOf(provision),
  }))
}

/** What was asked where something was offered. */
function askedBy(verdict: OfferReason): AskedWords | undefined {
  if (verdict.kind === 'offered') return { words: verdict.query, ...noSentence }
  if (verdict.kind === 'offeredBySentence')
    return { words: '', sentence: verdict.sentence, heading: verdict.heading }
  return undefined
}

/** The explanation for the caret at `offset` of what is offered there with `options`. */
export function explainOffer(
  report: Report,
  index: SearchIndex,
  corpus: Corpus,
  offset: number,
  options: ExplanationOptions,
): Explanation {
  const place = placeAt(report.source, report.blocks, offset)
  return { place, verdict: verdictAt(report, index, corpus, offset, options) }
}

function verdictAt(
  report: Report,
  index: SearchIndex,
  corpus: Corpus,
  offset: number,
  options: ExplanationOptions,
): OfferReason {
  if (corpus.instruments.length === 0) return { kind: 'emptyCorpus' }
  const asked = askedAt(report, corpus, offset)
  switch (asked.kind) {
    case 'notProse':
    case 'noMarker':
      return asked
    case 'crossReference':
      return { kind: 'crossReference', query: asked.words }
    case 'citation':
      return verdictOf(asked, index, options)
  }
}

function verdictOf(
  asked: AskedCitation,
  index: SearchIndex,
  options: ExplanationOptions,
): OfferReason {
  const { words: query, sentence, heading } = asked
  const limit = mostCounted(index, asked)
  const { by, matches, isPerhaps } = offerFor(index, asked, { ...options, limit })
  const count = matches.length
  if (by === 'sentence') {
    return count === 0
      ? { kind: 'noSentenceFits', sentence }
      : { kind: 'offeredBySentence', sentence, heading, count, isPerhaps }
  }
  return count === 0 ? nothingFor(query, index.corpus) : { kind: 'offered', query, count }
}

function nothingFor(query: string, corpus: Corpus): OfferReason {
  const missing = kindNotHeld(query, corpus)
  return missing === undefined
    ? { kind: 'nothingFits', query }
    : { kind: 'kindNotHeld', query, missing }
}

/** All that fit the words are counted; of what fits a sentence, as many as are offered. */
function mostCounted({ corpus }: SearchIndex, { sentence }: AskedCitation): number {
  return sentence === '' ? corpus.provisions.length : mostBySentence
}
