import type { Language } from '../../corpus/language.ts'
import { documentsIn, type PlacedSegments, type SegmentPlace } from '../index/segmentPlace.ts'
import { documentsSaying, type Segment } from '../index/segment.ts'
import type { Terms } from '../index/terms.ts'
import { weights, wordsOfSentences } from '../ranking.ts'
import type { MeaningUnit } from '../meaningUnits.ts'
import { Best, type Found } from './bestFound.ts'
import { likelyDocuments } from './likelyDocuments.ts'
import { lookUpMeaning } from './meaningMatches.ts'
import type { QueryPlan } from './queryPlan.ts'
import { readingSpaceOf, type ReadingSpace } from './readingSpace.ts'
import { RecordReader } from './recordReader.ts'
import type { Scores } from './scores.ts'
import type { Effort } from './segment/searchOptions.ts'

/** What documents are scored by, whatever the sentence. */
export interface SentenceOptions {
  readonly limit: number
  readonly language: Language | undefined
  readonly favour?: (document: number) => number
}

/** How well documents must fit a sentence to be offered, in units of {@link rarityOf}. */
const bounds = {
  /** The least that the best must have. */
  least: 2,
  /** The least share of the best one's score. */
  share: 0.3,
  /** The least confidence with which anything is offered. */
  unsure: 0.03,
  /** The confidence from which it is about the best one: of a sentence in words, and of one in pairs of Chinese characters, of which most are no word. */
  sure: { words: 3.7, han: 1.6 },
}

/** So many documents are offered where it is not sure that the sentence is about any. */
const mostUnsure = 3

/** What a sentence is most likely about, best first. */
export interface SentenceFound {
  readonly found: readonly Found[]
  /** Whether it says so much of the best one, and so little else, that it is about that. */
  readonly isSure: boolean
}

/**
 * The documents that a sentence is most likely about: those that have most of its words, or words that
 * mean the same, the rare ones above all; three at most where that is not sure. None when even the best
 * has too little of it.
 */
export function searchBySentence(
  placed: PlacedSegments,
  units: readonly MeaningUnit[],
  options: SentenceOptions,
  effort: Effort,
): SentenceFound {
  const plans = placed.segments.map((segment) => planOf(segment, units))
  const all = documentsIn(placed)
  weighTerms(plans, units, all)
  const best = new Best(options.limit)
  const space = readingSpaceOf(placed.segments)
  for (const [at, plan] of plans.entries()) {
    const place = placed.places[at]
    if (place === undefined || place.size === 0) continue
    effort.documents += scoreSegment(plan, space, units, all, place, options, best)
  }
  const found = best.sorted()
  const [top] = found
  if (top === undefined || top.score < bounds.least) return { found: [], isSure: false }
  const confidence = confidenceIn(top, plans, placed, units, all)
  if (confidence < bounds.unsure) return { found: [], isSure: false }
  if (confidence < surenessFor(units)) return { found: found.slice(0, mostUnsure), isSure: false }
  return { found: found.filter(({ score }) => score >= top.score * bounds.share), isSure: true }
}

/**
 * How sure it is that a sentence is about `found`: what that has, times the root of the share that this is of
 * all that the sentence says, times the share of its words that it has.
 */
function confidenceIn(
  { document, score }: Found,
  plans: readonly QueryPlan[],
  placed: PlacedSegments,
  units: readonly MeaningUnit[],
  all: number,
): number {
  const said = Math.max(1, saidBy(plans, units, all))
  const had = unitsHad(plans, placed, units, document).filter(isOwn).length
  return (score * Math.sqrt(score / said) * had) / Math.max(1, units.filter(isOwn).length)
}

/** The units of a sentence that `document` of `placed` has, by its number in the corpus; none for one that is not there. */
export function unitsIn(
  placed: PlacedSegments,
  units: readonly MeaningUnit[],
  document: number,
): readonly MeaningUnit[] {
  const plans = placed.segments.map((segment) => planOf(segment, units))
  return unitsHad(plans, placed, units, document)
}

function unitsHad(
  plans: readonly QueryPlan[],
  { segments, places }: PlacedSegments,
  units: readonly MeaningUnit[],
  number: number,
): readonly MeaningUnit[] {
  const space = readingSpaceOf(segments)
  for (const [at, plan] of plans.entries()) {
    const document = places[at]?.documentOf(number) ?? -1
    if (document < 0) continue
    const reader = new RecordReader(plan, space, 0, undefined, wordsOfSentences)
    reader.begin()
    const { score } = reader.read(document)
    const found = units.filter((_, slot) => (score[slot] ?? 0) > 0)
    reader.end()
    return found
  }
  return []
}

function planOf(segment: Segment, units: readonly MeaningUnit[]): QueryPlan {
  return {
    segment,
    units: units.map((unit, slot) => ({
      slot,
      matches: lookUpMeaning(segment, unit),
      isTail: false,
      sequences: [],
    })),
    name: undefined,
  }
}

/** Has each term that a unit fits count by how rare it is itself, as a share of the rarest: not by what means the same. */
function weighTerms(plans: readonly QueryPlan[], asked: readonly MeaningUnit[], all: number): void {
  const most = rarityOf(1, all)
  for (const { segment, units } of plans) {
    for (const { matches, slot } of units) {
      const share = asked[slot]?.isAbove === true ? weights.headingInSentences : 1
      matches.weigh(
        (term) => (share * rarityOf(foundInAll(plans, segment.terms, term), all)) / most,
      )
    }
  }
}

function isOwn({ isAbove }: MeaningUnit): boolean {
  return isAbove !== true
}

/** The confidence from which a sentence of `units` is about what fits it best. */
function surenessFor(units: readonly MeaningUnit[]): number {
  const { words, han } = bounds.sure
  const own = units.filter(isOwn)
  const share = own.filter((unit) => unit.han).length / Math.max(1, own.length)
  return words + (han - words) * share
}

/** What a sentence says in all: the sum of how rare each of its words is, whatever means the same. */
function saidBy(plans: readonly QueryPlan[], units: readonly MeaningUnit[], all: number): number {
  let sum = 0
  for (const [slot, unit] of units.entries()) {
    if (isOwn(unit)) sum += rarityOf(foundItself(plans, slot), all)
  }
  return sum
}

/** How many documents say the unit at `slot` itself, in any of its forms; one with several counts for each. */
function foundItself(plans: readonly QueryPlan[], slot: number): number {
  let found = 0
  for (const { segment, units } of plans) {
    for (const term of units[slot]?.matches.itself() ?? []) found += documentsSaying(segment, term)
  }
  return found
}

/** How many documents of all segments have the term with the number `term` in `terms`. */
function foundInAll(plans: readonly QueryPlan[], terms: Terms, term: number): number {
  let found = 0
  for (const { segment } of plans) {
    const there = segment.terms.numberOf(terms, term)
    if (there !== -1) found += documentsSaying(segment, there)
  }
  return found
}

/** The worth of a word that `found` of `all` documents have (the inverse document frequency of BM25). */
function rarityOf(found: number, all: number): number {
  const held = Math.min(found, all)
  return Math.log(1 + (all - held + 0.5) / (held + 0.5))
}

function scoreSegment(
  plan: QueryPlan,
  space: ReadingSpace,
  units: readonly MeaningUnit[],
  all: number,
  place: SegmentPlace,
  { language, favour }: SentenceOptions,
  best: Best,
): number {
  const { segment } = plan
  const reader = new RecordReader(plan, space, 0, language, wordsOfSentences)
  reader.begin()
  const most = rarityOf(1, all)
  const likely = likelyDocuments(segment, plan.units, place)
  for (const document of likely) {
    const number = place.numberOf(document)
    const worth =
      scoreOf(reader.read(document), most, units) *
      weights.standingInSentences[reader.standing] *
      shareOf(segment, document) *
      (favour?.(number) ?? 1)
    if (worth > 0) best.add({ document: number, score: worth, favour: 1, late: 0 })
  }
  reader.end()
  return likely.length
}

/** Whether a unit stands right behind the one before it, as in the sentence. */
function isBeside({ score, field, place }: Scores, slot: number): boolean {
  if (slot === 0 || (score[slot - 1] ?? 0) === 0 || field[slot] !== field[slot - 1]) return false
  return (place[slot] ?? 0) - (place[slot - 1] ?? 0) === 1
}

/** What is left of a score by level: a sentence is seldom about a whole section, and less about a plan. */
function shareOf({ parents }: Segment, document: number): number {
  if (parents[document] === -1) return weights.levelInSentences.instrument
  return parents[document + 1] === document ? weights.levelInSentences.division : 1
}

/** The sum over all units, and more when several are found: one word alone says little. */
function scoreOf(scores: Scores, most: number, asked: readonly MeaningUnit[]): number {
  let sum = 0
  let units = 0
  for (let slot = 0; slot < asked.length; slot++) {
    const score = (scores.score[slot] ?? 0) * most
    if (score === 0) continue
    sum +=
      asked[slot]?.han === false && isBeside(scores, slot)
        ? score * weights.besideInSentences
        : score
    if (asked[slot]?.isAbove !== true) units += 1
  }
  return units === 0 ? 0 : sum * (1 - 0.5 / units) ** 2
}
