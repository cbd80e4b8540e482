import { instrumentIdOf, type Key } from '../key.ts'
import type { Provision, ProvisionKind } from '../provision.ts'
import { KnownProvisions } from './knownProvisions.ts'

/** Lists one behind the other as one. */
export class JoinedProvisions extends KnownProvisions {
  readonly length: number
  readonly #parts: readonly KnownProvisions[]
  /** The number of the first provision of each part; behind the last, the length. */
  readonly #starts: Uint32Array
  /** The part that was asked last: mostly the next one is in it, too. */
  #last = 0
  #byId: ReadonlyMap<string, number> | undefined

  constructor(parts: readonly KnownProvisions[]) {
    super()
    this.#parts = parts
    let end = 0
    this.#starts = Uint32Array.from([0, ...parts.map((part) => (end += part.length))])
    this.length = end
  }

  keyAt(index: number): Key {
    return this.#partOf(index).keyAt(this.#within(index))
  }

  idAt(index: number): string {
    return this.#partOf(index).idAt(this.#within(index))
  }

  agencyCodes(): Iterable<string> {
    return new Set(this.#parts.flatMap((part) => [...part.agencyCodes()]))
  }

  marksAt(index: number): number {
    return this.#partOf(index).marksAt(this.#within(index))
  }

  kindAt(index: number): ProvisionKind | undefined {
    return this.#partOf(index).kindAt(this.#within(index))
  }

  depthAt(index: number): number {
    return this.#partOf(index).depthAt(this.#within(index))
  }

  /** The number of the first provision of the part at `place`. */
  startOf(place: number): number {
    return this.#starts[place] ?? this.length
  }

  indexOf(provision: Provision): number {
    const likely = this.#placesById().get(instrumentIdOf(provision.key)) ?? 0
    for (const place of [likely, ...this.#parts.keys()]) {
      const at = this.#parts[place]?.indexOf(provision) ?? -1
      if (at >= 0) return this.startOf(place) + at
    }
    return -1
  }

  /** The places of the parts by the ids of the instruments that they begin with. */
  #placesById(): ReadonlyMap<string, number> {
    this.#byId ??= new Map(
      this.#parts.flatMap((part, at) => (part.length === 0 ? [] : [[part.idAt(0), at] as const])),
    )
    return this.#byId
  }

  protected get(index: number): Provision | undefined {
    if (!(index >= 0 && index < this.length)) return undefined
    return this.#partOf(index).at(this.#within(index))
  }

  /** The part with the number `index`, which is less than the length. */
  #partOf(index: number): KnownProvisions {
    if (index < this.startOf(this.#last) || index >= this.startOf(this.#last + 1)) {
      this.#last = this.#placeOf(index)
    }
    const part = this.#parts[this.#last]
    if (part === undefined) throw new RangeError(`There is no provision ${String(index)}.`)
    return part
  }

  /** The number in the part that was asked last. */
  #within(index: number): number {
    return index - this.startOf(this.#last)
  }

  #placeOf(index: number): number {
    let low = 0
    let high = this.#parts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (this.startOf(middle) <= index) low = middle
      else high = middle
    }
    return low
  }
}
