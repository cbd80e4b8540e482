import type { Language } from '../../corpus/language.ts'
import { isAscii } from '../../text/characters.ts'
import { smallSegment } from '../index/impacts.ts'
import { documentsIn, type PlacedSegments, type SegmentPlace } from '../index/segmentPlace.ts'
import { headOf, type Segment } from '../index/segment.ts'
import type { PinyinTable } from '../../words/pinyin.ts'
import type { ParsedQuery } from '../query.ts'
import { rarity, weights } from '../ranking.ts'
import { mostUnits, unitsOf } from '../query.ts'
import { Best, type Found } from './bestFound.ts'
import { bestTold, type BestTold } from './told/bestTold.ts'
import { eachCandidate, leadsOf, type Lead } from './candidates.ts'
import { DocumentScorer, type AskedQuery } from './documentScore.ts'
import { eachWithKey, keyScore, typedKeyOf } from './keyMatches.ts'
import { hasWholeKey } from './keysOfDocuments.ts'
import { knownWordsIn, meantIn, reaches, type Reach } from './lookUp.ts'
import { queryPlansFor, type QueryPlan } from './queryPlan.ts'
import { readingSpaceOf, type ReadingSpace } from './readingSpace.ts'
import { RecordReader } from './recordReader.ts'
import { areUnitsAll } from './told/toldUnits.ts'

/** What a search has cost since the counters were made: what tests count. */
export interface Effort {
  /** Documents whose records were read and scored. */
  documents: number
  /** Documents whose keys were compared. */
  keys: number
}

/** How documents are searched, whatever was typed. */
export interface SearchOptions {
  readonly limit: number
  readonly language: Language | undefined
  /** How characters are read, where letters may be pinyin. */
  readonly pinyin: PinyinTable | undefined
  /** How much a document goes before equals for what the report already cites and the like. */
  readonly favour?: (document: number) => number
  /** Whether nobody waits for the answer any more. */
  readonly isCancelled?: () => boolean
}

/**
 * So many documents of a segment that is not small are scored at most, by the reach of a search: what bounds
 * its time whatever the size of the corpus.
 */
const mostScored: Readonly<Record<Reach, number>> = {
  beginnings: 800,
  insides: 500,
  typos: 500,
}

/** So many documents are scored of every segment, however small a share of all it has: what is new is found. */
const leastScored = 300

/** The share of `most` documents to score that is due to a segment with the share `share` of all. */
function shareOf(most: number, share: number): number {
  return Math.max(leastScored, Math.ceil(most * share))
}

/** So many documents of a larger one are scored before a search is content with having found a list's worth. */
const enoughScored = 200

/** Of those whose postings say that they have all that was typed, so many are scored in full. */
const mostRanked = 24

/** So few that fit are not all that was meant: typing errors are looked for. */
const enoughFound = 10

/** So many keys that begin as something typed are compared at most, in a segment. */
const mostKeys = 1000

/**
 * The best documents of `placed`, by their numbers in the corpus, that have all that was typed. First by words
 * and their beginnings; where that finds less than a list, also inside words; and where that finds hardly
 * anything, behind it also with typing errors; each only where it understands more. What is a whole key is nothing else. Up to a list's
 * worth a smaller `limit` gives the first ones of a larger one.
 */
export function searchSegments(
  placed: PlacedSegments,
  query: ParsedQuery,
  options: SearchOptions,
  effort: Effort,
): readonly Found[] {
  const listed = { ...options, limit: Math.max(options.limit, mostListed) }
  if (isWholeKey(placed, query.dotted)) {
    const byKeys = new SegmentSearch(placed, query, listed, effort).runKeys()
    return byKeys.slice(0, options.limit)
  }
  const known = knownWordsIn(placed.segments, unitsOf(query))
  let found: readonly Found[] = []
  let before: readonly QueryPlan[] | undefined
  for (const reach of reaches) {
    if (found.length >= (reach === 'typos' ? enoughFound : listed.limit)) break
    if (options.isCancelled?.() === true) return []
    const meant = found.length === 0 ? nothing : meantIn(placed.segments, unitsOf(query), known)
    const reading = { reach, pinyin: options.pinyin, known, meant }
    const plans = queryPlansFor(placed.segments, query, reading)
    const search = new SegmentSearch(placed, query, listed, effort)
    if (plans === undefined) {
      if (reach === 'beginnings') found = search.runKeys()
      continue
    }
    if (before !== undefined && sayNoMore(plans, before)) continue
    const reached = search.run(plans, mostScored[reach])
    found = reach === 'typos' ? behind(found, reached) : reached
    before = plans
  }
  return found.slice(0, options.limit)
}

/** Whether `dotted` is the whole key of something in use. */
function isWholeKey({ segments, places }: PlacedSegments, dotted: string): boolean {
  return segments.some((segment, at) => {
    const isInUse = (document: number): boolean => (places[at]?.numberOf(document) ?? -1) >= 0
    return hasWholeKey(segment, dotted, isInUse)
  })
}

const nothing: ReadonlySet<string> = new Set()

/** `more` behind what fits as it was typed, which none of it may score more than. */
function behind(found: readonly Found[], more: readonly Found[]): readonly Found[] {
  const known = new Set(found.map(({ document }) => document))
  const most = found.at(-1)?.score ?? Infinity
  const others = more.filter(({ document }) => !known.has(document))
  return [...found, ...others.map((one) => ({ ...one, score: Math.min(one.score, most) }))]
}

/** Whether `plans`, which reach further than those `before`, are the same. */
function sayNoMore(plans: readonly QueryPlan[], before: readonly QueryPlan[]): boolean {
  return plans.every(({ units }, at) =>
    units.every(({ matches, sequences }, slot) => {
      const known = before[at]?.units[slot]
      return known?.matches.size === matches.size && known.sequences.length === sequences.length
    }),
  )
}

class SegmentSearch {
  readonly #placed: PlacedSegments
  readonly #query: ParsedQuery
  readonly #options: SearchOptions
  readonly #effort: Effort
  readonly #best: Best
  readonly #space: ReadingSpace

  constructor(placed: PlacedSegments, query: ParsedQuery, options: SearchOptions, effort: Effort) {
    this.#placed = placed
    this.#query = query
    this.#options = options
    this.#effort = effort
    this.#best = new Best(options.limit)
    this.#space = readingSpaceOf(placed.segments)
  }

  /** The best that `plans` lead to, one for each segment, which score `most` documents together. */
  run(plans: readonly QueryPlan[], most: number): readonly Found[] {
    const asked = { query: this.#query, rarity: this.#rarities(plans) }
    const all = documentsIn(this.#placed)
    for (const [at, plan] of plans.entries()) {
      const place = this.#placed.places[at]
      if (place === undefined || place.size === 0) continue
      this.#searchSegment(plan, asked, place, shareOf(most, place.size / all))
    }
    return this.#best.sorted()
  }

  /** The best of all whose keys begin with what was typed. */
  runKeys(): readonly Found[] {
    for (const [at, segment] of this.#placed.segments.entries()) {
      const place = this.#placed.places[at]
      if (place !== undefined) this.#addByKey(segment, place)
    }
    return this.#best.sorted()
  }

  /** How rare each unit is in all segments, by slot; words written as one do not count. */
  #rarities(plans: readonly QueryPlan[]): Float64Array {
    const all = documentsIn(this.#placed)
    const found = new Float64Array(mostUnits)
    for (const { segment, units } of plans) {
      for (const unit of units) {
        found[unit.slot] = (found[unit.slot] ?? 0) + unit.matches.foundIn(segment)
      }
    }
    return found.map((count) => rarity(count, all))
  }

  #searchSegment(plan: QueryPlan, asked: AskedQuery, place: SegmentPlace, most: number): void {
    const { segment } = plan
    const { limit, language, isCancelled } = this.#options
    const { scratch } = segment
    const byKey = this.#addByKey(segment, place)
    let { matched } = byKey
    // What words reach stands behind all keys that begin so.
    if (matched >= limit) return
    const reader = new RecordReader(plan, this.#space, asked.query.letters, language)
    const scorer = new DocumentScorer(asked, reader, segment)
    let count = 0
    let isOver = false
    const isSmall = segment.impacts === undefined
    const contentWith = isSmall ? smallSegment : enoughScored
    const bound = isSmall ? smallSegment : most
    const begin = (document: number): boolean =>
      !isOver && scratch.see(document) && place.numberOf(document) >= 0
    const note = (document: number, score: number, late: number): void => {
      count += 1
      if (score > 0) {
        matched += 1
        this.#add(place.numberOf(document), score, late)
      }
      isOver = count >= bound || (count >= contentWith && matched >= limit)
      if (count % scoredPerLook === 0) isOver ||= isCancelled?.() === true
    }
    const visit = (document: number): boolean => {
      if (begin(document)) {
        const score = scorer.scoreOf(document)
        note(document, score * weights.standing[reader.standing], scorer.late)
      }
      return !isOver
    }
    reader.begin()
    if (asked.query.pieces.length === 1) for (const document of byKey.withPart) visit(document)
    const leads = leadsOf(plan, asked.query)
    const [lead] = leads
    const told = lead && this.#told(plan, asked, lead, place)
    const ranked = told?.isSure === true && areUnitsAll(asked.query) ? mostRanked : limit
    for (const [rank, { document, score }] of told?.found.entries() ?? []) {
      if (rank < ranked) visit(document)
      else if (begin(document)) note(document, score, behindAll)
    }
    if (matched < limit || isSmall) {
      if (lead === undefined) eachDocument(segment, visit)
      else eachCandidate(segment, lead, filteredBy(segment, leads, visit))
    }
    reader.end()
    this.#effort.documents += count
  }

  /** The documents of a large segment that its postings speak for most, wherever in the corpus they stand. */
  #told(plan: QueryPlan, asked: AskedQuery, lead: Lead, place: SegmentPlace): BestTold | undefined {
    const { impacts } = plan.segment
    if (impacts === undefined) return undefined
    const { limit, favour } = this.#options
    const ofSegment = favour && ((document: number) => favour(place.numberOf(document)))
    const isInUse = (document: number): boolean => place.numberOf(document) >= 0
    return bestTold({ plan, ...asked, lead, limit, favour: ofSegment, isInUse }, impacts)
  }

  #add(document: number, score: number, late: number): void {
    this.#best.add({ document, score, favour: this.#options.favour?.(document) ?? 1, late })
  }

  /**
   * Begins a search of `segment`, and adds what has keys that begin with what was typed: how many, and the
   * documents whose keys have it as a part.
   */
  #addByKey(
    segment: Segment,
    place: SegmentPlace,
  ): { readonly matched: number; readonly withPart: readonly number[] } {
    const { scratch } = segment
    scratch.begin(segment)
    const withPart: number[] = []
    let matched = 0
    this.#eachKey(segment, place, (document, score) => {
      if (score < weights.key.start) withPart.push(document)
      else if (scratch.see(document)) {
        matched += 1
        const { standing } = headOf(segment, document)
        this.#add(place.numberOf(document), score * weights.standing[standing], 0)
      }
    })
    return { matched, withPart }
  }

  /** Calls `visit` with the documents whose keys are what was typed, begin so, or have it as a part. */
  #eachKey(
    segment: Segment,
    place: SegmentPlace,
    visit: (document: number, score: number) => void,
  ): void {
    const { dotted } = this.#query
    if (!isAscii(dotted)) return
    const typed = typedKeyOf(dotted)
    let compared = 0
    let found = 0
    eachWithKey(segment, typed, (document) => {
      if (place.numberOf(document) < 0) return true
      compared += 1
      const score = keyScore(typed, segment, document)
      if (score > 0) visit(document, score)
      if (score >= weights.key.start) found += 1
      return compared < mostKeys && found < this.#options.limit + mostListed
    })
    this.#effort.keys += compared
  }
}

/** A list has so many items at most; who asks for more wants to count. */
const mostListed = 100

/** How late in a document stands what was not looked for there. */
const behindAll = 0x7fffffff

/** So many documents are scored between two looks at whether the answer is still wanted. */
const scoredPerLook = 64

/** Marking a document costs so much less than scoring it. */
const marksPerScore = 40

/** So many documents of a large segment are marked, whatever leads to how many. */
const marks = { least: 20_000, most: 300_000 }

/** `visit`, but only for documents that all of `leads` lead to, where finding these out is cheap; the first leads. */
function filteredBy(
  segment: Segment,
  [lead, ...others]: readonly Lead[],
  visit: (document: number) => boolean,
): (document: number) => boolean {
  if (lead === undefined || others.length === 0) return visit
  const { scratch } = segment
  const worthwhile = marksPerScore * lead.found
  const most =
    segment.impacts === undefined
      ? worthwhile
      : Math.min(marks.most, Math.max(marks.least, worthwhile))
  const lists = others
    .filter(({ found }) => found <= most)
    .map((other) => (mark: (document: number) => boolean) => {
      eachCandidate(segment, other, mark)
    })
  const isAny = scratch.filter(segment, most, lists)
  return isAny ? (document) => !scratch.isMarked(document) || visit(document) : visit
}

function eachDocument({ size }: Segment, visit: (document: number) => boolean): void {
  for (let document = 0; document < size; document++) if (!visit(document)) return
}
