import { eachIn, type Segment } from '../../index/segment.ts'
import { mostUnits, type ParsedQuery } from '../../query.ts'
import { weights } from '../../ranking.ts'
import type { Lead } from '../candidates.ts'
import type { AskedQuery } from '../documentScore.ts'
import { keyScore, typedKeyOf, type TypedKey } from '../keyMatches.ts'
import type { PlannedUnit, QueryPlan } from '../queryPlan.ts'
import { mayHaveAll } from '../told/toldUnits.ts'
import { ByHeight } from './byHeight.ts'
import { fieldPostingsOf, hasFieldPostings, type FieldPostings } from './fieldPostings.ts'

/** Told of a document that may fit, with what it scores at most, and whether all that it has is from what stands above it. */
type VisitCandidate = (document: number, ceiling: number, isInherited: boolean) => boolean

/** What is written while the ceilings of a small segment are found. */
class CeilingSpace {
  /** What the unit at hand is worth to each document, and what of that it hands down, itself and from above. */
  readonly worth: Float64Array
  readonly own: Float64Array
  readonly passed: Float64Array
  /** The units that each document has of itself or from above, and those that it has of itself. */
  readonly had: Uint32Array
  readonly hadItself: Uint32Array
  /** The units that lead to it: that it has, or that something above it shows. */
  readonly led: Uint32Array
  /** What a document scores at most, and what of that is for how much of its names was typed. */
  readonly ceiling: Float64Array
  readonly covered: Float64Array

  constructor(size: number) {
    this.worth = new Float64Array(size)
    this.own = new Float64Array(size)
    this.passed = new Float64Array(size)
    this.had = new Uint32Array(size)
    this.hadItself = new Uint32Array(size)
    this.led = new Uint32Array(size)
    this.ceiling = new Float64Array(size)
    this.covered = new Float64Array(size)
  }
}

const spaces = new WeakMap<Segment, CeilingSpace>()

function spaceOf(segment: Segment): CeilingSpace {
  const space = spaces.get(segment) ?? new CeilingSpace(segment.size)
  spaces.set(segment, space)
  return space
}

/** Whether the ceilings of what fits `query` in `segment` are known: those of what a place or a page is asked for are not. */
export function hasCeilings(segment: Segment, { pieces }: ParsedQuery): boolean {
  return (
    hasFieldPostings(segment) &&
    pieces.every((piece) => piece.kind === 'text' && piece.ordinal === undefined)
  )
}

/**
 * Calls `visit` with the documents of a small segment that may have all of a query, those first that may score most:
 * told by its postings, before any record is read. Until `visit` returns false.
 */
export function eachByCeiling(
  plan: QueryPlan,
  asked: AskedQuery,
  leads: readonly Lead[],
  visit: VisitCandidate,
): void {
  const ceilings = new Ceilings(plan, asked, fieldPostingsOf(plan.segment))
  const leading = new Set(leads[0]?.units)
  for (const unit of leading) ceilings.add(unit)
  const few = leading.size === 0 ? undefined : ceilings.fewLedTo()
  if (few !== undefined) {
    for (const document of few) if (!visit(document, Infinity, false)) return
    return
  }
  for (const unit of plan.units) if (!leading.has(unit)) ceilings.add(unit)
  ceilings.each(leads, visit)
}

/** So few documents are read rather than told more of. */
const fewEnough = 40

class Ceilings {
  readonly #plan: QueryPlan
  readonly #query: ParsedQuery
  readonly #postings: FieldPostings
  readonly #space: CeilingSpace
  /** By slot: what a unit adds to a score, of its worth. */
  readonly #factors: Float64Array
  /** The pieces that may be keys: as these, and as words. */
  readonly #keys: readonly {
    readonly typed: TypedKey
    readonly words: Pick<ParsedQuery, 'pieces'>
  }[]
  readonly #fitting = new Map<number, boolean>()
  /** Of the unit at hand. */
  #bit = 0

  constructor(plan: QueryPlan, { query, rarity }: AskedQuery, postings: FieldPostings) {
    this.#plan = plan
    this.#query = query
    this.#postings = postings
    this.#space = spaceOf(plan.segment)
    this.#factors = factorsOf(query).map((factor, slot) => factor * (rarity[slot] ?? 1))
    this.#keys = query.pieces.flatMap((piece) =>
      piece.kind === 'text' && piece.mayBeKey
        ? { typed: typedKeyOf(piece.dotted), words: { pieces: [{ ...piece, mayBeKey: false }] } }
        : [],
    )
    const { had, hadItself, led, ceiling, covered } = this.#space
    for (const array of [had, hadItself, led, ceiling, covered]) array.fill(0)
  }

  /** Adds what `unit` is worth to each document. */
  add(unit: PlannedUnit): void {
    const { worth, own, ceiling, had, hadItself, led } = this.#space
    worth.fill(0)
    own.fill(0)
    const bit = 1 << unit.slot
    this.#bit = bit
    this.#readUnit(unit)
    for (let document = 0; document < worth.length; document++) {
      if ((worth[document] ?? 0) > 0) hadItself[document] = (hadItself[document] ?? 0) | bit
    }
    this.#inherit()
    const factor = this.#factors[unit.slot] ?? 0
    for (let document = 0; document < worth.length; document++) {
      const value = worth[document] ?? 0
      if (value === 0) continue
      had[document] = (had[document] ?? 0) | bit
      led[document] = (led[document] ?? 0) | bit
      ceiling[document] = (ceiling[document] ?? 0) + factor * value
    }
  }

  #readUnit({ matches, sequences, isTail }: PlannedUnit): void {
    matches.each((term) => {
      this.#readTerm(term, matches.fitAt(term), isTail ? 0 : 1, 0)
      return true
    })
    for (const { lead, how } of sequences) {
      const [, fit] = weights.fit[how]
      for (const { first, end } of lead) {
        for (let term = first; term < end; term++) this.#readTerm(term, fit, 0, mostCovered)
      }
    }
  }

  /** Notes where `term` stands, which fits so well; `share` is what of the names that it covers counts, and `more` what it may cover besides. */
  #readTerm(term: number, fit: number, share: number, more: number): void {
    const { starts, entities, worths, covered } = this.#postings
    const { worth, own, led, covered: all } = this.#space
    const { segment } = this.#plan
    const end = starts[term + 1] ?? 0
    for (let place = starts[term] ?? 0; place < end; place++) {
      const entity = entities[place] ?? 0
      const value = fit * (worths[place] ?? 0)
      if (entity >= worth.length) this.#readShared(entity - worth.length, value)
      else {
        const shown = more + share * fit * (covered[place] ?? 0)
        if (value > (worth[entity] ?? 0)) worth[entity] = value
        if (value > (own[entity] ?? 0)) own[entity] = value
        all[entity] = (all[entity] ?? 0) + shown
        led[entity] = (led[entity] ?? 0) | this.#bit
      }
    }
    const inText = fit * weights.field.summary
    eachIn(segment.weak, term, (document) => {
      if (inText > (worth[document] ?? 0)) worth[document] = inText
      return true
    })
  }

  #readShared(field: number, value: number): void {
    const { worth, own, led, covered } = this.#space
    const { isHandedDown, coveredByShared } = this.#postings
    const isHanded = isHandedDown[field] === 1
    const shown = coveredByShared[field] ?? 0
    eachIn(this.#plan.segment.sharers, field, (document) => {
      if (value > (worth[document] ?? 0)) worth[document] = value
      if (isHanded && value > (own[document] ?? 0)) own[document] = value
      covered[document] = (covered[document] ?? 0) + shown
      led[document] = (led[document] ?? 0) | this.#bit
      return true
    })
  }

  /** Hands down what documents have. What stands above a document comes before it. */
  #inherit(): void {
    const { worth, own, passed, led } = this.#space
    const { parents } = this.#plan.segment
    const { below, perLevel } = weights.inherited
    for (let document = 0; document < worth.length; document++) {
      const parent = parents[document] ?? -1
      const above = parent === -1 ? 0 : (passed[parent] ?? 0)
      if (parent !== -1) led[document] = (led[document] ?? 0) | ((led[parent] ?? 0) & this.#bit)
      passed[document] = Math.max(own[document] ?? 0, above * perLevel)
      if (above * below > (worth[document] ?? 0)) worth[document] = above * below
    }
  }

  /** What the units added so far lead to, where that is little. */
  fewLedTo(): readonly number[] | undefined {
    const { led } = this.#space
    const few: number[] = []
    for (let document = 0; document < led.length; document++) {
      if (led[document] === 0) continue
      if (few.length === fewEnough) return undefined
      few.push(document)
    }
    return few
  }

  /** Those that have one of the units of each of `leads`, and all of the query as far as postings tell. */
  each(leads: readonly Lead[], visit: VisitCandidate): void {
    const { had, hadItself, led, ceiling } = this.#space
    const needed = leads.map(({ units }) => units.reduce((bits, { slot }) => bits | (1 << slot), 0))
    const found = new ByHeight()
    for (let document = 0; document < had.length; document++) {
      const units = had[document] ?? 0
      if (!hasEach(needed, led[document] ?? 0) || !this.#mayFit(units)) continue
      const byKey = this.#byKeys(document, units)
      if (byKey === undefined) continue
      const height = this.#whole((ceiling[document] ?? 0) + byKey, document)
      ceiling[document] = height
      if (byKey > 0) hadItself[document] = 1
      found.add(document, height)
    }
    found.each((document) => visit(document, ceiling[document] ?? 0, hadItself[document] === 0))
  }

  /** Whether a document with `units` may have all of the query; of the same units it is found out once. */
  #mayFit(units: number): boolean {
    const known = this.#fitting.get(units)
    if (known !== undefined) return known
    const mayFit = mayHaveAll(this.#query, units)
    this.#fitting.set(units, mayFit)
    return mayFit
  }

  /** What the key of `document` adds at most for pieces that may be keys; `undefined` where one of them is nothing there. */
  #byKeys(document: number, units: number): number | undefined {
    let sum = 0
    for (const { typed, words } of this.#keys) {
      const score = keyScore(typed, this.#plan.segment, document)
      if (score === 0 && !mayHaveAll(words, units)) return undefined
      sum += score
    }
    return sum
  }

  /** The score of `document` with what its names add. */
  #whole(words: number, document: number): number {
    const { covered } = this.#space
    const { shortestName, standing } = this.#postings
    const name = this.#query.letters >= (shortestName[document] ?? 0) ? mostOfName : 0
    const sum = words + name + Math.min(mostCovered, covered[document] ?? 0)
    return Math.ceil((sum * justAbove) / weights.step) * weights.step * (standing[document] ?? 1)
  }
}

/** More than is lost in reckoning with fractions. */
const justAbove = 1 + 1e-6

const mostCovered = weights.covered.title + weights.covered.alias
const mostOfName = weights.wholeName.title ?? 0

function hasEach(needed: readonly number[], units: number): boolean {
  for (const bits of needed) if ((units & bits) === 0) return false
  return true
}

/** What each unit adds to a score at most, of its worth: as a word or a pair of characters, and for standing beside another. */
function factorsOf({ pieces, links }: ParsedQuery): Float64Array {
  const factors = new Float64Array(mostUnits)
  const add = (slot: number, factor: number): void => {
    factors[slot] = (factors[slot] ?? 0) + factor
  }
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue
    if (piece.joined !== undefined) add(piece.joined.slot, piece.terms.length)
    for (const term of piece.terms) {
      if (term.kind === 'word') add(term.unit.slot, 1)
      else {
        const share = Math.max(1, term.characters.length / 2) / term.pairs.length
        for (const { slot } of term.pairs) add(slot, share)
      }
    }
  }
  for (const { second } of links) add(second, weights.adjacent)
  return factors
}
