import type { Key } from '../../corpus/key.ts'
import type { Pages } from '../../corpus/provision.ts'
import type { SearchedField } from '../searchedFields.ts'

/** One provision as the index sees it. Its number is its place among those of its segment. */
export interface SearchDocument {
  readonly key: Key
  /** The number of what stands directly above it, lower than its own; -1 for an instrument. */
  readonly parent: number
  readonly fields: readonly SearchedField[]
  /** What is left of its score, see `weights.standing`. */
  readonly standing: Standing
  readonly pages?: Pages
}

/** What a provision is to who searches: the names of `weights.standing`. */
export const standings = ['primary', 'claim', 'ended', 'recital'] as const

/** See {@link standings}. */
export type Standing = (typeof standings)[number]
