import type { Behind } from '../pieces/locators.ts'
import type { PlacedCitation } from '../printed.ts'
import type { CitedBefore, WorkMention } from './positions.ts'

/** One citation of a group, read, and where it stands in the report. */
export interface ReadMention extends WorkMention, CitedBefore {
  readonly placed: PlacedCitation
  readonly behind: Behind
}

/** The same wherever it stands. */
export type UnplacedMention = Omit<ReadMention, keyof CitedBefore>
