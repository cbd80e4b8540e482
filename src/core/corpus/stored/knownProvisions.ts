import { instrumentIdOf, type Key } from '../key.ts'
import type { Provision, ProvisionKind } from '../provision.ts'
import type { ProvisionList } from './provisionList.ts'
import { includesMark, isMarked, marksIn, type ProvisionMark } from './marks.ts'

/** A list that knows of its provisions what is asked of all of them at once, without making any. */
export abstract class KnownProvisions implements ProvisionList {
  abstract readonly length: number

  /** The key of the one at `index`, which is one of the list. */
  abstract keyAt(index: number): Key
  /** The id of the instrument of the one at `index`. */
  abstract idAt(index: number): string
  /** The codes of agencies that measures of the list name. */
  abstract agencyCodes(): Iterable<string>
  /** The marks of the one at `index`, see `marks.ts`. */
  abstract marksAt(index: number): number
  /** What the issuer calls the one at `index`; `undefined` for an instrument. */
  abstract kindAt(index: number): ProvisionKind | undefined
  /** How many provisions stand above the one at `index`. */
  abstract depthAt(index: number): number
  abstract indexOf(provision: Provision): number
  /** The one at `index`, which is 0 or more. */
  protected abstract get(index: number): Provision | undefined

  at(index: number): Provision | undefined {
    return this.get(index < 0 ? this.length + index : index)
  }

  /** Whether the one at `index` has `mark`. */
  has(index: number, mark: ProvisionMark): boolean {
    return includesMark(this.marksAt(index), mark)
  }

  /** The places of those with `mark`. */
  *placesOf(mark: ProvisionMark): Generator<number, void> {
    for (let at = 0; at < this.length; at++) if (this.has(at, mark)) yield at
  }

  /** Those with `mark`, in their order. */
  marked(mark: ProvisionMark): readonly Provision[] {
    return Array.from(this.placesOf(mark), (at) => this.get(at)).filter(isThere)
  }

  /** How many have `mark`. */
  count(mark: ProvisionMark): number {
    let count = 0
    for (let at = 0; at < this.length; at++) if (this.has(at, mark)) count += 1
    return count
  }

  /** The instrument with the id `id`, and all below it. */
  ofInstrument(id: string): KnownProvisions {
    const places: number[] = []
    for (let at = 0; at < this.length; at++) if (this.idAt(at) === id) places.push(at)
    return this.those(Uint32Array.from(places))
  }

  /** Those whose keys pass `test`, the first `limit` of them. */
  withKey(test: (key: Key) => boolean, limit: number): KnownProvisions {
    const places: number[] = []
    for (let at = 0; at < this.length && places.length < limit; at++) {
      if (test(this.keyAt(at))) places.push(at)
    }
    return this.those(Uint32Array.from(places))
  }

  /** Those at `places`, in that order. */
  those(places: Uint32Array): KnownProvisions {
    return new ChosenProvisions(this, places)
  }

  slice(start = 0, end = this.length): KnownProvisions {
    const from = placeIn(start, this.length)
    const length = Math.max(0, placeIn(end, this.length) - from)
    return this.those(Uint32Array.from({ length }, (_, at) => from + at))
  }

  *[Symbol.iterator](): Generator<Provision, void> {
    for (const [, provision] of this.entries()) yield provision
  }

  *entries(): Generator<[number, Provision], void> {
    for (let at = 0; at < this.length; at++) {
      const provision = this.get(at)
      if (provision !== undefined) yield [at, provision]
    }
  }

  map<T>(change: (provision: Provision, index: number) => T): readonly T[] {
    return Array.from(this.entries(), ([at, provision]) => change(provision, at))
  }

  flatMap<T>(change: (provision: Provision, index: number) => T | readonly T[]): readonly T[] {
    return this.map(change).flat() as readonly T[]
  }

  filter<T extends Provision>(
    test: (provision: Provision, index: number) => provision is T,
  ): readonly T[]
  filter(test: (provision: Provision, index: number) => boolean): readonly Provision[]
  filter(test: (provision: Provision, index: number) => boolean): readonly Provision[] {
    const found: Provision[] = []
    for (const [at, provision] of this.entries()) if (test(provision, at)) found.push(provision)
    return found
  }

  find<T extends Provision>(test: (provision: Provision) => provision is T): T | undefined
  find(test: (provision: Provision) => boolean): Provision | undefined
  find(test: (provision: Provision) => boolean): Provision | undefined {
    for (const provision of this) if (test(provision)) return provision
    return undefined
  }

  some(test: (provision: Provision) => boolean): boolean {
    return this.find(test) !== undefined
  }
}

/** What is known of `provisions` without looking at each, where it is. */
export function known(provisions: ProvisionList): KnownProvisions {
  return provisions instanceof KnownProvisions ? provisions : new LookedAt(provisions)
}

/** Some of a list, in an order of their own. */
class ChosenProvisions extends KnownProvisions {
  readonly length: number
  readonly #whole: KnownProvisions
  readonly #places: Uint32Array

  constructor(whole: KnownProvisions, places: Uint32Array) {
    super()
    this.#whole = whole
    this.#places = places
    this.length = places.length
  }

  keyAt(index: number): Key {
    return this.#whole.keyAt(this.#placeOf(index))
  }

  idAt(index: number): string {
    return this.#whole.idAt(this.#placeOf(index))
  }

  agencyCodes(): Iterable<string> {
    return new LookedAt(this).agencyCodes()
  }

  marksAt(index: number): number {
    return this.#whole.marksAt(this.#placeOf(index))
  }

  kindAt(index: number): ProvisionKind | undefined {
    return this.#whole.kindAt(this.#placeOf(index))
  }

  depthAt(index: number): number {
    return this.#whole.depthAt(this.#placeOf(index))
  }

  indexOf(provision: Provision): number {
    return this.#places.indexOf(this.#whole.indexOf(provision))
  }

  protected get(index: number): Provision | undefined {
    const place = this.#placeOf(index)
    return place < 0 ? undefined : this.#whole.at(place)
  }

  #placeOf(index: number): number {
    return this.#places[index] ?? -1
  }
}

/** A list whose provisions are there: what is asked of them is looked up in them. */
class LookedAt extends KnownProvisions {
  readonly #list: ProvisionList
  #depths: ReadonlyMap<Provision, number> | undefined
  #numbers: ReadonlyMap<Provision, number> | undefined

  constructor(list: ProvisionList) {
    super()
    this.#list = list
  }

  get length(): number {
    return this.#list.length
  }

  keyAt(index: number): Key {
    return this.#of(index).key
  }

  idAt(index: number): string {
    return instrumentIdOf(this.#of(index).key)
  }

  agencyCodes(): Iterable<string> {
    return agencyCodesIn(this.#list)
  }

  marksAt(index: number): number {
    return marksIn(this.#of(index))
  }

  override has(index: number, mark: ProvisionMark): boolean {
    return isMarked(this.#of(index), mark)
  }

  override *placesOf(mark: ProvisionMark): Generator<number, void> {
    for (const [at, provision] of this.#list.entries()) if (isMarked(provision, mark)) yield at
  }

  kindAt(index: number): ProvisionKind | undefined {
    const one = this.#of(index)
    return one.level === 'instrument' ? undefined : one.kind
  }

  depthAt(index: number): number {
    this.#depths ??= depthsOf(this.#list)
    return this.#depths.get(this.#of(index)) ?? 0
  }

  indexOf(provision: Provision): number {
    this.#numbers ??= new Map(Array.from(this.#list.entries(), ([at, one]) => [one, at]))
    return this.#numbers.get(provision) ?? -1
  }

  protected get(index: number): Provision | undefined {
    return this.#list.at(index)
  }

  #of(index: number): Provision {
    const provision = this.#list.at(index)
    if (provision === undefined) throw new RangeError(`There is no provision ${String(index)}.`)
    return provision
  }
}

/** How many of `provisions` stand above each of them. */
export function depthsOf(provisions: Iterable<Provision>): ReadonlyMap<Provision, number> {
  const byKey = new Map<Key, number>()
  const depths = new Map<Provision, number>()
  for (const provision of provisions) {
    const depth = provision.level === 'instrument' ? 0 : (byKey.get(provision.parent) ?? 0) + 1
    byKey.set(provision.key, depth)
    depths.set(provision, depth)
  }
  return depths
}

/** The codes of agencies that measures among `provisions` name, each once. */
export function agencyCodesIn(provisions: Iterable<Provision>): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const one of provisions) {
    if (one.level !== 'measure') continue
    for (const code of [...one.lead, ...one.through, ...one.with]) codes.add(code)
  }
  return codes
}

function placeIn(place: number, length: number): number {
  return Math.min(length, Math.max(0, place < 0 ? length + place : place))
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}
