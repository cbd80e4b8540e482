import type { How } from '../ranking.ts'

/** Terms that must stand one behind the other. */
export interface PlannedSequence {
  /** How many terms. */
  readonly length: number
  /** Whether a term may be that of one step, from 0 on. */
  readonly fits: (step: number, term: number) => boolean
  /** The terms of one of its steps: what leads to documents. */
  readonly lead: readonly { readonly first: number; readonly end: number }[]
  readonly how: How
  /** How many letters were typed; of pinyin, how many characters. */
  readonly typed: number
}
