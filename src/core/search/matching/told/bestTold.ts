import { coveredOfImpact, impactOfShared, worthOfImpact } from '../../index/impacts.ts'
import type { ImpactTally } from '../../index/impactTally.ts'
import { eachIn, headOf, readerOf, type Lists, type Segment } from '../../index/segment.ts'
import { fieldOfTag } from '../../index/segmentDraft.ts'
import type { ParsedQuery } from '../../query.ts'
import { typedWords, weights, worthOf as worthOfField } from '../../ranking.ts'
import { Best, type Found } from '../bestFound.ts'
import type { Lead } from '../candidates.ts'
import { foundBy, type PlannedUnit, type QueryPlan } from '../queryPlan.ts'
import { hasAllByUnits, mayHaveAll } from './toldUnits.ts'

/** So few documents are read rather than told more of. */
const fewEnough = 24

/** What more documents have is not followed: one or two letters of a word, and what every other title has. */
const mostFollowed = 50_000

/** What {@link bestTold} is told by. */
export interface ToldBy {
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
export interface BestTold {
  /** By their numbers in the segment, the best first; their scores are about what scoring them gives. */
  readonly found: readonly Found[]
  /** Whether postings said of one of them that it has all units: else that is still to be found out. */
  readonly isSure: (document: number) => boolean
}

/**
 * The documents of a large segment that have all units of a query in their own titles, aliases, agencies and
 * the like, as its postings tell with their impacts: whichever stand where in the corpus, the best of all.
 */
export function bestTold(telling: ToldBy, impacts: Lists): BestTold {
  const { plan, query, lead, rarity } = telling
  const { segment, units } = plan
  const tally = segment.scratch.impactTally(segment)
  tally.begin()
  const best = new BestOfSegment(segment, telling)
  const reader = new PostingReader(segment, impacts, tally, best)
  const isSure = (document: number): boolean => hasAllByUnits(query, tally.sureUnitsOf(document))
  const [unit] = units
  if (units.length === 1 && unit !== undefined) {
    reader.read(unit, rarity, 'alone')
    return { found: best.sorted(), isSure }
  }
  if (lead.found > mostFollowed) return { found: [], isSure }
  const leading = new Set(lead.units)
  for (const one of leading) reader.read(one, rarity, 'leading')
  const isMany = tally.count > fewEnough
  const others = units.filter((one) => !leading.has(one))
  /** The units that are not followed: any document may have them. */
  let open = 0
  for (const one of others) {
    if (isMany && foundBy(one, segment) <= mostFollowed) reader.read(one, rarity, 'beside')
    else open |= 1 << one.slot
  }
  for (let place = 0; place < tally.count; place++) {
    const document = tally.at(place)
    if (!mayHaveAll(query, tally.unitsOf(document) | open)) continue
    const worth = tally.worthOf(document)
    if (best.mayTake(document, worth)) best.add(document, worth)
  }
  return { found: best.sorted(), isSure }
}

/** The best documents of a segment by what postings tell. */
class BestOfSegment {
  readonly #segment: Segment
  readonly #best: Best
  readonly #favour: ((document: number) => number) | undefined
  readonly #isInUse: (document: number) => boolean

  constructor(segment: Segment, { limit, favour, isInUse }: ToldBy) {
    this.#segment = segment
    this.#isInUse = isInUse
    this.#best = new Best(limit)
    this.#favour = favour
  }

  /** Whether `document` may be among them if so much is told for it. */
  mayTake(document: number, worth: number): boolean {
    return this.#best.mayTake(inSteps(worth), document, this.#favour !== undefined)
  }

  /** Whether anything that so much is told for may be among them. */
  isOpenTo(worth: number): boolean {
    return this.#best.mayTake(inSteps(worth), 0, true)
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

/**
 * How a unit is read: as the only one, of which each posting tells all; as one that leads to documents; or as one
 * that they must have besides.
 */
type Reading = 'alone' | 'leading' | 'beside'

/** Reads the strong postings of units with their impacts. */
class PostingReader {
  readonly #segment: Segment
  readonly #impacts: Lists
  readonly #largest: Uint8Array
  readonly #tally: ImpactTally
  readonly #best: BestOfSegment
  #reading: Reading = 'alone'
  #bit = 0

  constructor(segment: Segment, impacts: Lists, tally: ImpactTally, best: BestOfSegment) {
    this.#segment = segment
    this.#impacts = impacts
    this.#largest = segment.scratch.largestImpacts(impacts)
    this.#tally = tally
    this.#best = best
  }

  /** Tells of each document that has `unit`, of which `rarity` says how rare it is. */
  read({ matches, sequences, slot }: PlannedUnit, rarity: Float64Array, reading: Reading): void {
    const rare = rarity[slot] ?? 1
    this.#reading = reading
    this.#bit = 1 << slot
    this.#tally.isGuess = false
    matches.each((term) => {
      this.#readTerm(term, matches.fitAt(term), rare)
      return true
    })
    this.#tally.isGuess = true
    for (const { first, end } of sequences.flatMap(({ lead }) => lead)) {
      for (let term = first; term < end; term++) this.#readTerm(term, partly, rare)
    }
  }

  #readTerm(term: number, fit: number, rarity: number): void {
    const { strong, size } = this.#segment
    if (this.#reading === 'alone' && !this.#mayTell(term, fit, rarity)) return
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
      if (entity < size) this.#tell(entity, fit * worthOf(impacts[place] ?? 0, rarity))
      else this.#readSharers(entity, term, fit * rarity)
    }
  }

  /** Whether any posting of `term` may tell of one of the best. */
  #mayTell(term: number, fit: number, rarity: number): boolean {
    const largest = this.#largest[term] ?? 0
    return largest === impactOfShared || this.#best.isOpenTo(fit * worthOf(largest, rarity))
  }

  #tell(document: number, worth: number): void {
    if (this.#reading === 'beside') this.#tally.tell(document, this.#bit, worth)
    else if (this.#reading === 'leading') this.#tally.lead(document, this.#bit, worth)
    else if (this.#best.mayTake(document, worth) && this.#tally.lead(document, this.#bit, worth)) {
      this.#best.add(document, worth)
    }
  }

  /** Tells of the documents that have a shared field. */
  #readSharers(entity: number, term: number, fit: number): void {
    const { records, sharers, size, terms } = this.#segment
    const reader = readerOf(records, entity)
    const { name } = fieldOfTag(reader.byte())
    const letters = reader.number()
    const { part, whole } = worthOfField(name, reader.number(), false, typedWords)
    const worth = fit * (terms.lengthOf(term) === letters ? whole : part)
    if (this.#reading === 'alone' && !this.#best.isOpenTo(worth)) return
    eachIn(sharers, entity - size, (document) => {
      this.#tell(document, worth)
      return true
    })
  }
}

/** What a posting with this impact is worth to a word that is so rare. */
function worthOf(impact: number, rarity: number): number {
  return (worthOfImpact[impact] ?? 0) * rarity + (coveredOfImpact[impact] ?? 0)
}

/** What a term is worth that may be one of several that were typed as one. */
const partly = 0.5
