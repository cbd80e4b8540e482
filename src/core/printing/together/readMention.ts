import type { Behind } from '../pieces/locators.ts'
import type { Words } from '../pieces/words.ts'
import type { PlacedCitation } from '../printed.ts'
import type { CitedBefore, WorkMention } from './positions.ts'

/** One citation of a group, read, and where it stands in the report. */
export interface ReadMention extends WorkMention, CitedBefore {
  readonly placed: PlacedCitation
  readonly behind: SaidBehind
}

/** What a citation says behind its work, in words. */
export interface SaidBehind extends Pick<Behind, 'locator'> {
  readonly rest: Words
}

/** The same wherever it stands. */
export type UnplacedMention = Omit<ReadMention, keyof CitedBefore>

/** The citations of a group, wherever it stands. */
export interface UnplacedGroup {
  readonly placed: readonly PlacedCitation[]
  readonly mentions: readonly UnplacedMention[]
  /** Without their places; a narrative citation as one. */
  readonly alone: readonly WorkMention[]
}

/** A group where it stands. */
export interface ReadGroup extends UnplacedGroup {
  /** Of each mention. */
  readonly before: readonly CitedBefore[]
}
