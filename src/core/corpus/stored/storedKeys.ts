import { instrumentIdOf } from '../key.ts'
import type { Provision } from '../provision.ts'
import type { JoinedProvisions } from './joinedProvisions.ts'
import type { KnownProvisions } from './knownProvisions.ts'
import { StoredProvisions } from './storedProvisions.ts'

/** The provisions of a corpus by their keys, as a map has them, those in bytes made when they are asked for. */
export class StoredKeys implements ReadonlyMap<string, Provision> {
  readonly #all: JoinedProvisions
  /** The numbers of those that are there. */
  readonly #held = new Map<string, number>()
  /** Those in bytes, by the ids of their instruments, with the number of the first. */
  readonly #stored = new Map<string, { readonly part: StoredProvisions; readonly start: number }>()
  /** The keys that provisions had before, with their numbers. */
  #former: ReadonlyMap<string, number> = new Map()

  /** Of `all`, which is `parts` one behind the other: no key is in it twice. */
  constructor(all: JoinedProvisions, parts: readonly KnownProvisions[]) {
    this.#all = all
    for (const [place, part] of parts.entries()) {
      const start = all.startOf(place)
      if (part instanceof StoredProvisions) this.#stored.set(part.idAt(), { part, start })
      else for (let at = 0; at < part.length; at++) this.#held.set(part.keyAt(at), start + at)
    }
  }

  /** The keys in `former`, which no provision has now, lead to the provisions with these numbers, too. */
  follow(former: ReadonlyMap<string, number>): void {
    this.#former = former
  }

  /** Whether the instrument with the id `id` is in bytes. */
  isInBytes(id: string): boolean {
    return this.#stored.has(id)
  }

  get size(): number {
    return this.#all.length + this.#former.size
  }

  get(key: string): Provision | undefined {
    const number = this.#numberOf(key)
    return number < 0 ? undefined : this.#all.at(number)
  }

  has(key: string): boolean {
    return this.#numberOf(key) >= 0
  }

  /** The first whose key is `key` but for the case of its letters, those of today before those of before. */
  getInAnyCase(key: string): Provision | undefined {
    const { part, start = 0 } = this.#stored.get(instrumentIdOf(key.toLowerCase())) ?? {}
    const stored = part?.numberInAnyCase(key) ?? -1
    if (stored >= 0) return this.#all.at(start + stored)
    const small = key.toLowerCase()
    for (const numbers of [this.#held, this.#former]) {
      for (const [one, number] of numbers) {
        if (one.toLowerCase() === small) return this.#all.at(number)
      }
    }
    return undefined
  }

  *keys(): Generator<string, undefined> {
    for (let at = 0; at < this.#all.length; at++) yield this.#all.keyAt(at)
    yield* this.#former.keys()
  }

  *values(): Generator<Provision, undefined> {
    for (const [, provision] of this.entries()) yield provision
  }

  *entries(): Generator<[string, Provision], undefined> {
    for (const key of this.keys()) {
      const provision = this.get(key)
      if (provision !== undefined) yield [key, provision]
    }
  }

  [Symbol.iterator](): Generator<[string, Provision], undefined> {
    return this.entries()
  }

  forEach(
    tell: (value: Provision, key: string, map: ReadonlyMap<string, Provision>) => void,
  ): void {
    for (const [key, provision] of this) tell(provision, key, this)
  }

  #numberOf(key: string): number {
    const today = this.#today(key)
    return today < 0 ? (this.#former.get(key) ?? -1) : today
  }

  /** The number of what has the key `key` today. */
  #today(key: string): number {
    const held = this.#held.get(key)
    if (held !== undefined) return held
    const { part, start = 0 } = this.#stored.get(instrumentIdOf(key)) ?? {}
    const stored = part?.numberOf(key) ?? -1
    return stored < 0 ? -1 : start + stored
  }
}
