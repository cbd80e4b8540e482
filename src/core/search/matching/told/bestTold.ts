import { coveredOfImpact, worthOfImpact } from '../../index/impacts.ts'
import { eachIn, headOf, readerOf, type Lists, type Segment } from '../../index/segment.ts'
import { fieldOfTag } from '../../index/segmentDraft.ts'
import type { ParsedQuery } from '../../query.ts'
import { typedWords, weights, worthOf } from '../../ranking.ts'
import { Best, type Found } from '../bestFound.ts'
import type { Lead } from '../candidates.ts'
import type { PlannedUnit, QueryPlan } from '../queryPlan.ts'
import { mayHaveAll } from './toldUnits.ts'

/** So few documents are read rather than told more of. */
const fewEnough = 24

/** What {@link bestTold} is told by. */
export interface Telling {
  readonly plan: QueryPlan
  readonly query: ParsedQuery
  /** How rare each unit is, by slot. */
  readonly rarity: Float64Array
  /** What leads to the fewest documents. */
  readonly lead: Lead
  readonly limit: number
  readonly favour: ((document: number) => number) | undefined
  /** Whether a document is in use. */
  readonly isInUse: (document: number) => boolean
}

/** The documents of a segment that its postings speak for most. */
export interface Told {
  /** By their numbers in the segment, the best first; their scores are about what scoring them gives. */
  readonly found: readonly Found[]
  /** Whether postings said of each of them that it has all units: else that is still to be found out. */
  readonly isSure: boolean
}

/**
 * The documents of a large segment that have all units of a query in their own titles, aliases, agencies and
 * the like, as its postings tell with their impacts: whichever stand where in the corpus, the best of all.
 */
export function bestTold(telling: Telling, impacts: Lists): Told {
  const { plan, query, lead, rarity } = telling
  const { segment, units } = plan
  const tally = segment.scratch.impactTally(segment)
  tally.begin()
  const best = new BestOfSegment(segment, telling)
  const reader = new PostingReader(segment, impacts)
  const isOneTerm = units.every(({ sequences }) => sequences.length === 0)
  const [unit] = units
  if (units.length === 1 && unit !== undefined) {
    // All that it tells is what one posting tells: nothing has to be summed up.
    reader.eachWorth(unit, rarity, (document, worth) => {
      if (best.mayTake(document, worth) && tally.lead(document, 1, worth)) best.add(document, worth)
    })
    return { found: best.sorted(), isSure: isOneTerm }
  }
  const leading = new Set(lead.units)
  for (const one of leading) {
    const bit = 1 << one.slot
    reader.eachWorth(one, rarity, (document, worth) => tally.lead(document, bit, worth))
  }
  const isSure = tally.count > fewEnough
  const others = isSure ? units.filter((one) => !leading.has(one)) : []
  for (const one of others) {
    const bit = 1 << one.slot
    reader.eachWorth(one, rarity, (document, worth) => {
      tally.tell(document, bit, worth)
    })
  }
  for (let place = 0; place < tally.count; place++) {
    const document = tally.at(place)
    if (isSure && !mayHaveAll(query, tally.unitsOf(document))) continue
    const worth = tally.worthOf(document)
    if (best.mayTake(document, worth)) best.add(document, worth)
  }
  return { found: best.sorted(), isSure: isSure && isOneTerm }
}

/** The best documents of a segment by what postings tell. */
class BestOfSegment {
  readonly #segment: Segment
  readonly #best: Best
  readonly #favour: ((document: number) => number) | undefined
  readonly #isInUse: (document: number) => boolean

  constructor(segment: Segment, { limit, favour, isInUse }: Telling) {
    this.#segment = segment
    this.#isInUse = isInUse
    this.#best = new Best(limit)
    this.#favour = favour
  }

  /** Whether `document` may be among them if so much is told for it. */
  mayTake(document: number, worth: number): boolean {
    return this.#best.mayTake(inSteps(worth), document, this.#favour !== undefined)
  }

  add(document: number, worth: number): void {
    if (!this.#isInUse(document)) return
    const { standing } = headOf(this.#segment, document)
    const score = inSteps(worth * weights.standing[standing])
    this.#best.add({ document, score, favour: this.#favour?.(document) ?? 1, late: 0 })
  }

  sorted(): readonly Found[] {
    return this.#best.sorted()
  }
}

function inSteps(score: number): number {
  return Math.ceil(score / weights.step) * weights.step
}

/** Told of a document, and what it is worth that it has a unit; one that has it several times is told of as often. */
type Tell = (document: number, worth: number) => unknown

/** Reads the strong postings of units with their impacts. */
class PostingReader {
  readonly #segment: Segment
  readonly #impacts: Lists

  constructor(segment: Segment, impacts: Lists) {
    this.#segment = segment
    this.#impacts = impacts
  }

  /** Calls `tell` with each document that has `unit`, of which `rarity` says how rare it is. */
  eachWorth({ matches, sequences, slot }: PlannedUnit, rarity: Float64Array, tell: Tell): void {
    const rare = rarity[slot] ?? 1
    matches.each((term) => {
      this.#eachWithTerm(term, matches.fitAt(term), rare, tell)
      return true
    })
    for (const { first, end } of sequences.flatMap(({ lead }) => lead)) {
      for (let term = first; term < end; term++) this.#eachWithTerm(term, partly, rare, tell)
    }
  }

  #eachWithTerm(term: number, fit: number, rarity: number, tell: Tell): void {
    const { strong, size } = this.#segment
    const { bytes } = strong
    const end = strong.starts[term + 1] ?? 0
    const impacts = this.#impacts.bytes
    let place = this.#impacts.starts[term] ?? 0
    let entity = 0
    // Decoded here: of a letter alone there are as many postings as documents.
    for (let at = strong.starts[term] ?? 0; at < end; place++) {
      let byte = bytes[at++] ?? 0
      let step = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        step |= (byte & 0x7f) << shift
      }
      entity += step
      if (entity >= size) {
        this.#eachSharer(entity, term, fit * rarity, tell)
        continue
      }
      const impact = impacts[place] ?? 0
      tell(entity, fit * ((worthOfImpact[impact] ?? 0) * rarity + (coveredOfImpact[impact] ?? 0)))
    }
  }

  /** Tells of the documents that have a shared field. */
  #eachSharer(entity: number, term: number, fit: number, tell: Tell): void {
    const { records, sharers, size, terms } = this.#segment
    const reader = readerOf(records, entity)
    const { name } = fieldOfTag(reader.byte())
    const letters = reader.number()
    const { part, whole } = worthOf(name, reader.number(), false, typedWords)
    const worth = fit * (terms.lengthOf(term) === letters ? whole : part)
    eachIn(sharers, entity - size, (document) => {
      tell(document, worth)
      return true
    })
  }
}

/** What a term is worth that may be one of several that were typed as one. */
const partly = 0.5
