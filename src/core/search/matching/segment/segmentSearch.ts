import { smallSegment } from '../../index/impacts.ts'
import { headOf, type Segment } from '../../index/segment.ts'
import { documentsIn, type PlacedSegments, type SegmentPlace } from '../../index/segmentPlace.ts'
import { mostUnits, type ParsedQuery } from '../../query.ts'
import { rarity, weights } from '../../ranking.ts'
import { Best, type Found } from '../bestFound.ts'
import { leadsOf, type Lead } from '../candidates.ts'
import { DocumentScorer, type AskedQuery } from '../documentScore.ts'
import type { QueryPlan } from '../queryPlan.ts'
import { readingSpaceOf, type ReadingSpace } from '../readingSpace.ts'
import { RecordReader } from '../recordReader.ts'
import { bestTold } from '../told/bestTold.ts'
import { eachByCeiling, hasCeilings } from './ceilings.ts'
import { DocumentVisits } from './documentVisits.ts'
import { eachFiltered } from './filteredCandidates.ts'
import { eachFoundByKey } from './foundByKey.ts'
import type { Effort, SearchOptions } from './searchOptions.ts'

/** A list has so many items at most; who asks for more wants to count. */
export const mostListed = 100

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

/** One search of all segments: what one of the reaches finds, or what keys do. */
export class SegmentSearch {
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

  /**
   * The best that `plans` lead to, one for each segment, which score `most` documents together. The largest goes
   * first: what it has leaves less open to the others.
   */
  run(plans: readonly QueryPlan[], most: number): readonly Found[] {
    const asked = { query: this.#query, rarity: this.#rarities(plans) }
    const all = documentsIn(this.#placed)
    const placed = plans.map((plan, at) => ({ plan, place: this.#placed.places[at] }))
    placed.sort((a, b) => b.plan.segment.size - a.plan.segment.size)
    for (const { plan, place } of placed) {
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
    const { matched, withPart } = this.#addByKey(segment, place)
    // What words reach stands behind all keys that begin so.
    if (matched >= this.#options.limit) return
    const reader = new RecordReader(plan, this.#space, asked.query.letters, this.#options.language)
    const scorer = new DocumentScorer(asked, reader, segment)
    const scoring = { segment, place, scorer, best: this.#best, options: this.#options }
    const isSmall = segment.impacts === undefined
    const bounds = isSmall
      ? { most: smallSegment, enough: smallSegment }
      : { most, enough: enoughScored }
    const visits = new DocumentVisits(scoring, bounds, matched)
    reader.begin()
    if (asked.query.pieces.length === 1) withPart.forEach(visits.visit)
    if (isSmall) this.#visitSmall(plan, asked, visits)
    else this.#visitLarge(plan, asked, place, visits)
    reader.end()
    this.#effort.documents += visits.scored
  }

  /** Visits all documents of a small segment that may be among the best. */
  #visitSmall(plan: QueryPlan, asked: AskedQuery, visits: DocumentVisits): void {
    const { segment } = plan
    const leads = leadsOf(plan, asked.query)
    if (!hasCeilings(segment, asked.query)) {
      eachFiltered(segment, leads, visits.visit)
      return
    }
    eachByCeiling(plan, asked, leads, (document, ceiling, isInherited) => {
      if (!this.#best.isOpenTo(ceiling)) return true
      return isInherited ? visits.visitInherited(document) : visits.visit(document)
    })
  }

  /** Visits those of a large segment that its postings speak for most, wherever in the corpus they stand; then others, as far as it may go. */
  #visitLarge(
    plan: QueryPlan,
    asked: AskedQuery,
    place: SegmentPlace,
    visits: DocumentVisits,
  ): void {
    const { limit } = this.#options
    const leads = leadsOf(plan, asked.query)
    this.#visitTold(plan, asked, leads, place, visits)
    if (visits.matched < limit) eachFiltered(plan.segment, leads, visits.visit)
  }

  #visitTold(
    plan: QueryPlan,
    asked: AskedQuery,
    [lead]: readonly Lead[],
    place: SegmentPlace,
    visits: DocumentVisits,
  ): void {
    const { impacts } = plan.segment
    if (lead === undefined || impacts === undefined) return
    const { limit, favour } = this.#options
    const ofSegment = favour && ((document: number) => favour(place.numberOf(document)))
    const isInUse = (document: number): boolean => place.numberOf(document) >= 0
    const told = bestTold({ plan, ...asked, lead, limit, favour: ofSegment, isInUse }, impacts)
    for (const [rank, { document, score }] of told.found.entries()) {
      if (rank < mostRanked || !told.isSure(document)) visits.visit(document)
      else visits.note(document, score)
    }
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
    const typed = {
      dotted: this.#query.dotted,
      limit: this.#options.limit + mostListed,
      effort: this.#effort,
    }
    eachFoundByKey(segment, place, typed, (document, score) => {
      if (score < weights.key.start) withPart.push(document)
      else if (scratch.see(document)) {
        matched += 1
        const { standing } = headOf(segment, document)
        this.#add(place.numberOf(document), score * weights.standing[standing])
      }
    })
    return { matched, withPart }
  }

  #add(document: number, score: number): void {
    this.#best.add({ document, score, favour: this.#options.favour?.(document) ?? 1, late: 0 })
  }
}
