import { mostUnits } from './query.ts'

/** How well one unit of a query fits each provision. */
export interface UnitScores {
  /** By provision; 0 where it does not fit. */
  readonly score: Float64Array
  /** The posting that gave the score, by provision. */
  readonly posting: Int32Array
  /** How it fits there, as a number of `hows`, by provision. */
  readonly how: Uint8Array
}

/** What a search writes on: made once for an index, so that a search allocates nothing in proportion to the corpus. */
export interface Scratch {
  /** By slot; more are made when a query with more units comes. */
  readonly units: UnitScores[]
  /** What the provisions below get of the unit at hand, by provision. */
  readonly handedDown: UnitScores
  /** How rare each unit of the query is, by slot. */
  readonly rarity: Float64Array
  /** What a whole title or alias adds, by provision. */
  readonly name: Float64Array
  /** The score of the whole query, by provision. */
  readonly total: Float64Array
  /** The numbers of the provisions found. */
  readonly found: Uint32Array
  /** How often a provision was marked as having a word, and a key was compared, since the index was made: what tests count. */
  readonly effort: { marks: number; keys: number }
}

/** Scratch for a corpus of `size` provisions. */
export function createScratch(size: number): Scratch {
  return {
    units: [],
    handedDown: createUnitScores(size),
    rarity: new Float64Array(mostUnits),
    name: new Float64Array(size),
    total: new Float64Array(size),
    found: new Uint32Array(size),
    effort: { marks: 0, keys: 0 },
  }
}

/** The scores of the unit in `slot`, as the last search with so many units left them. */
export function unitScores(scratch: Scratch, slot: number): UnitScores {
  const known = scratch.units[slot]
  if (known !== undefined) return known
  const made = createUnitScores(scratch.total.length)
  scratch.units[slot] = made
  return made
}

function createUnitScores(size: number): UnitScores {
  return {
    score: new Float64Array(size),
    posting: new Int32Array(size),
    how: new Uint8Array(size),
  }
}
