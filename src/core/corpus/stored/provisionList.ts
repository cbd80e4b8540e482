import type { Provision } from '../provision.ts'

/**
 * Provisions one behind the other. An array of them is such a list; others hold bytes, and make a provision when
 * it is asked for: the same object each time, as long as anyone holds it.
 */
export interface ProvisionList extends Iterable<Provision> {
  readonly length: number
  /** The one at `index`, from the end where that is negative; `undefined` where none is there. */
  at(index: number): Provision | undefined
  /** The first place of `provision`, -1 where it is not in the list. */
  indexOf(provision: Provision): number
  slice(start?: number, end?: number): ProvisionList
  entries(): Iterable<[number, Provision]>
  map<T>(change: (provision: Provision, index: number) => T): readonly T[]
  flatMap<T>(change: (provision: Provision, index: number) => T | readonly T[]): readonly T[]
  filter<T extends Provision>(
    test: (provision: Provision, index: number) => provision is T,
  ): readonly T[]
  filter(test: (provision: Provision, index: number) => boolean): readonly Provision[]
  find<T extends Provision>(test: (provision: Provision) => provision is T): T | undefined
  find(test: (provision: Provision) => boolean): Provision | undefined
  some(test: (provision: Provision) => boolean): boolean
}
