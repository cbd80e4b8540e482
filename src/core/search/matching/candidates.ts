import { eachIn, type Segment } from '../index/segment.ts'
import { joins, type ParsedQuery, type QueryTerm, type TextPiece } from '../query.ts'
import { foundBy, type QueryPlan, type PlannedUnit } from './queryPlan.ts'

/**
 * What of a query leads to documents: those that have any of these units are all that may have the
 * whole query. `undefined` when no piece of it tells documents apart.
 */
export interface Lead {
  readonly units: readonly PlannedUnit[]
  /** How many documents it leads to, about. */
  readonly found: number
}

/** The leads of the pieces of `query`, those to the fewest documents first. */
export function leadsOf(plan: QueryPlan, { pieces }: ParsedQuery): readonly Lead[] {
  const leads: Lead[] = []
  for (const piece of pieces) {
    // What may be a part of a key has documents that none of its words leads to.
    if (piece.kind !== 'text' || (pieces.length > 1 && isOpen(piece))) continue
    for (const lead of leadsOfPiece(plan, piece)) leads.push(lead)
  }
  return leads.sort((a, b) => a.found - b.found)
}

/** Whether the key of a document may be all that it has of a piece. */
function isOpen({ mayBeKey, ordinal }: TextPiece): boolean {
  return mayBeKey || (ordinal !== undefined && ordinal.rest === undefined)
}

/** A number that may be the last of a key: far too many documents have it. */
const mayBeOrdinal = /^\d{1,3}$/

/** All of these lead to what has `piece`; where it may be several things, one lead to all of them. */
function leadsOfPiece(plan: QueryPlan, piece: TextPiece): readonly Lead[] {
  if (piece.joined !== undefined || isOpen(piece) || piece.ordinal !== undefined) {
    const lead = leadOfPiece(plan, piece)
    return lead === undefined ? [] : [lead]
  }
  return piece.terms.flatMap((term) => leadsOfTerm(plan, term))
}

function leadOfPiece(plan: QueryPlan, piece: TextPiece): Lead | undefined {
  const isOrdinal = piece.ordinal !== undefined && piece.ordinal.rest === undefined
  if (isOrdinal || mayBeOrdinal.test(piece.dotted)) return undefined
  let best: Lead | undefined
  for (const term of piece.terms) {
    const lead = leadOfTerm(plan, term)
    if (lead.found < (best?.found ?? Infinity)) best = lead
  }
  const joined = piece.joined && plan.units[piece.joined.slot]
  const alone =
    joined === undefined ? [] : [{ units: [joined], found: foundBy(joined, plan.segment) }]
  const rest = piece.ordinal?.rest && leadOfPiece(plan, piece.ordinal.rest)
  if (best === undefined || (piece.ordinal?.rest !== undefined && rest === undefined))
    return undefined
  const leads = [best, ...alone, ...(rest === undefined ? [] : [rest])]
  return {
    units: leads.flatMap(({ units }) => units),
    found: leads.reduce((sum, { found }) => sum + found, 0),
  }
}

function leadOfTerm(plan: QueryPlan, term: QueryTerm): Lead {
  return leadsOfTerm(plan, term).reduce((best, lead) => (lead.found < best.found ? lead : best))
}

/** Each character of a run stands in one of the pairs beside it; one that joins words need not. */
function leadsOfTerm(plan: QueryPlan, term: QueryTerm): readonly [Lead, ...Lead[]] {
  if (term.kind === 'word') return [leadOfSlots(plan, [term.unit.slot])]
  const { characters, pairs, tail } = term
  const all = leadOfSlots(
    plan,
    [...pairs, tail].map(({ slot }) => slot),
  )
  const others = characters.flatMap((character, at) => {
    if (joins(character)) return []
    const beside = [pairs[at - 1], pairs[at]].flatMap((pair) => pair?.slot ?? [])
    const isLast = at === characters.length - 1
    return leadOfSlots(plan, isLast ? [...beside, tail.slot] : beside)
  })
  const [first, ...rest] = others
  return first === undefined ? [all] : [first, ...rest]
}

function leadOfSlots(plan: QueryPlan, slots: readonly number[]): Lead {
  const units = [...new Set(slots)].flatMap((slot) => plan.units[slot] ?? [])
  return { units, found: units.reduce((sum, unit) => sum + foundBy(unit, plan.segment), 0) }
}

/** Told of a document, maybe more than once; false ends it. */
type Visit = (document: number) => boolean

/**
 * Calls `visit` with the documents that `lead` leads to: first those that have it in a title, alias,
 * agency or the like, with all that stands below them, then those that have it in their summaries.
 */
export function eachCandidate(segment: Segment, lead: Lead, visit: Visit): void {
  for (const unit of lead.units) {
    const goesOn = eachTermOf(unit, (term) => eachStrong(segment, term, visit))
    if (!goesOn) return
  }
  for (const { matches } of lead.units) {
    if (!matches.each((term) => eachIn(segment.weak, term, visit))) return
  }
}

function eachTermOf(
  { matches, sequences }: PlannedUnit,
  visit: (term: number) => boolean,
): boolean {
  if (!matches.each(visit)) return false
  for (const { lead } of sequences) {
    for (const { first, end } of lead) {
      for (let term = first; term < end; term++) if (!visit(term)) return false
    }
  }
  return true
}

function eachStrong(segment: Segment, term: number, visit: Visit): boolean {
  const { size, sharers, strong } = segment
  return eachIn(strong, term, (entity) =>
    entity < size
      ? eachBelow(segment, entity, visit)
      : eachIn(sharers, entity - size, (document) => eachBelow(segment, document, visit)),
  )
}

/** `document`, and all that stands below it. */
function eachBelow({ parents, size }: Segment, document: number, visit: Visit): boolean {
  if (!visit(document)) return false
  for (let below = document + 1; below < size && (parents[below] ?? -1) >= document; below++) {
    if (!visit(below)) return false
  }
  return true
}
