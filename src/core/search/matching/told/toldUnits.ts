import {
  joins,
  type ParsedQuery,
  type RunTerm,
  type QueryTerm,
  type TextPiece,
} from '../../query.ts'

/** Whether a document that has `units`, a bit for each by its slot, may have all pieces of `query`. */
export function mayHaveAll({ pieces }: Pick<ParsedQuery, 'pieces'>, units: number): boolean {
  return pieces.every((piece) => piece.kind !== 'text' || mayHavePiece(piece, units))
}

/** Whether a document that has `units` has all of `query` by these alone: no page is asked for, and no place. */
export function hasAllByUnits({ pieces }: Pick<ParsedQuery, 'pieces'>, units: number): boolean {
  return pieces.every(
    (piece) => piece.kind === 'text' && piece.ordinal === undefined && hasPiece(piece, units),
  )
}

function mayHavePiece(piece: TextPiece, units: number): boolean {
  return piece.mayBeKey || piece.ordinal !== undefined || hasPiece(piece, units)
}

function hasPiece(piece: TextPiece, units: number): boolean {
  return (
    (piece.joined !== undefined && has(units, piece.joined.slot)) ||
    piece.terms.every((term) => hasTerm(term, units))
  )
}

function hasTerm(term: QueryTerm, units: number): boolean {
  return term.kind === 'word'
    ? has(units, term.unit.slot)
    : coversRun(term, (slot) => has(units, slot))
}

function has(units: number, slot: number): boolean {
  return ((units >>> slot) & 1) === 1
}

/**
 * Whether each character of a run stands in a pair that is had, so that terms typed one after the other are
 * found wherever each stands. Characters that join terms need not, and the last may stand alone: its pair may
 * not be typed yet.
 */
export function coversRun(run: RunTerm, isHad: (slot: number) => boolean): boolean {
  let before = false
  let anyPair = false
  for (const [at, character] of run.characters.entries()) {
    const pair = run.pairs[at]
    const after = pair !== undefined && isHad(pair.slot)
    anyPair ||= after
    if (!before && !after && !joins(character)) {
      const last = at > 0 && at === run.characters.length - 1
      if (!last || !isHad(run.tail.slot)) return false
    }
    before = after
  }
  return anyPair
}
