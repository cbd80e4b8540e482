import { deepFreeze } from './frozen.ts'
import { instrumentIdOf, type Key } from '../key.ts'
import { provisionKinds } from '../kinds.ts'
import type { Measure, Provision, ProvisionKind, SourcePlace } from '../provision.ts'
import { keyHash, smallUnit } from './keyHash.ts'
import { KnownProvisions } from './knownProvisions.ts'
import { addEmptyLists, withMap, type StoredExtra } from './storedForm.ts'

/** Raised with every change of the form; bytes of another version are not read. */
export const version = 1

/**
 * The provisions in `bytes`, which `writeProvisions` wrote, with what it was told about them; `undefined` for
 * bytes of another version, and for such as are cut. The bytes stay in use: a provision is made of them when it
 * is asked for. Never throws; whether bytes from elsewhere are damaged is for a checksum to say.
 */
export function readStoredProvisions(
  bytes: Uint8Array,
): { readonly provisions: StoredProvisions; readonly about: unknown } | undefined {
  if (bytes.length < headBytes) return undefined
  const stored = layoutOf(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice())
  const end = stored?.ends.at(-1) ?? 0
  // A table without a free place would be looked through for ever.
  if (stored?.records.length !== end || !stored.table.includes(0)) return undefined
  try {
    const { about, ...head } = JSON.parse(decoder.decode(stored.head)) as StoredHead
    return { provisions: new StoredProvisions(stored, head), about }
  } catch {
    return undefined
  }
}

/** What is known of all provisions. */
interface StoredHead {
  /** The file that they were read from. */
  readonly file: string
  /** The codes of agencies that they name. */
  readonly codes: readonly string[]
  /** What else was told. */
  readonly about: unknown
}

/** The parts of stored provisions, in the order in which they stand behind four numbers. */
interface Layout {
  /** Where the record of each ends. */
  readonly ends: Uint32Array
  /** At the hash of a key, or behind it, the number of its provision plus one; 0 where there is none. */
  readonly table: Uint32Array
  readonly marks: Uint16Array
  readonly depths: Uint8Array
  readonly kinds: Uint8Array
  readonly head: Uint8Array
  readonly records: Uint8Array
}

const headBytes = 16

function layoutOf(bytes: Uint8Array): Layout | undefined {
  const { buffer, byteOffset } = bytes
  const [found, count = 0, places = 0, head = 0] = new Uint32Array(buffer, byteOffset, 4)
  const table = headBytes + 4 * count
  const marks = table + 4 * places
  const depths = marks + 2 * count
  const kinds = depths + count
  const records = kinds + count + head
  if (found !== version || records > bytes.length) return undefined
  return {
    ends: new Uint32Array(buffer, byteOffset + headBytes, count),
    table: new Uint32Array(buffer, byteOffset + table, places),
    marks: new Uint16Array(buffer, byteOffset + marks, count),
    depths: bytes.subarray(depths, kinds),
    kinds: bytes.subarray(kinds, kinds + count),
    head: bytes.subarray(kinds + count, records),
    records: bytes.subarray(records),
  }
}

const decoder = new TextDecoder()

/** The provisions of an instrument in bytes, each made when it is asked for. */
export class StoredProvisions extends KnownProvisions {
  readonly length: number
  readonly #stored: Layout
  readonly #head: Omit<StoredHead, 'about'>
  readonly #id: string
  /** Those that somebody may hold yet, by their numbers. */
  readonly #made = new Map<number, WeakRef<Provision>>()
  /** Beyond so many, those that nobody holds are taken out. */
  #most = 64

  constructor(stored: Layout, head: Omit<StoredHead, 'about'>) {
    super()
    this.#stored = stored
    this.#head = head
    this.length = stored.ends.length
    this.#id = this.length === 0 ? '' : instrumentIdOf(this.keyAt(0))
  }

  keyAt(index: number): Key {
    const { records } = this.#stored
    const start = this.#startOf(index)
    const length = records[start] ?? 0
    // Only what `parseKey` made was written.
    return decoder.decode(records.subarray(start + 1, start + 1 + length)) as Key
  }

  idAt(): string {
    return this.#id
  }

  agencyCodes(): Iterable<string> {
    return this.#head.codes
  }

  marksAt(index: number): number {
    return this.#stored.marks[index] ?? 0
  }

  kindAt(index: number): ProvisionKind | undefined {
    return provisionKinds[(this.#stored.kinds[index] ?? 0) - 1]
  }

  depthAt(index: number): number {
    return this.#stored.depths[index] ?? 0
  }

  /** The number of the provision with the key `key`, -1 where there is none. */
  numberOf(key: string): number {
    return this.#numberOf(key, same)
  }

  /** The number of the first provision with a key that is `key` but for the case of its letters, -1 where there is none. */
  numberInAnyCase(key: string): number {
    return this.#numberOf(key, smallUnit)
  }

  indexOf(provision: Provision): number {
    const isOurs = instrumentIdOf(provision.key) === this.#id
    const number = isOurs ? this.numberOf(provision.key) : -1
    return number >= 0 && this.#made.get(number)?.deref() === provision ? number : -1
  }

  protected get(index: number): Provision | undefined {
    if (!(index >= 0 && index < this.length)) return undefined
    const known = this.#made.get(index)?.deref()
    if (known !== undefined) return known
    const provision = this.#make(index)
    if (this.#made.size >= this.#most) this.#forget()
    this.#made.set(index, new WeakRef(provision))
    return provision
  }

  #make(index: number): Provision {
    const { records, ends } = this.#stored
    const start = this.#startOf(index)
    const json = records.subarray(start + 1 + (records[start] ?? 0), ends[index])
    const stored = JSON.parse(decoder.decode(json)) as StoredProvision
    const source = this.#placeOf(stored.source)
    const provision = withMap({ key: this.keyAt(index), ...stored, source })
    addEmptyLists(provision, provision.level)
    // Members of the other levels are not in what was written of it.
    return deepFreeze(provision as unknown as Provision)
  }

  #placeOf(source: StoredPlace): SourcePlace {
    if (!Array.isArray(source)) return source
    const [line, column, start, end] = source
    return { file: this.#head.file, line, column, span: { start, end } }
  }

  #forget(): void {
    for (const [index, made] of this.#made) {
      if (made.deref() === undefined) this.#made.delete(index)
    }
    this.#most = Math.max(64, 2 * this.#made.size)
  }

  #startOf(index: number): number {
    return this.#stored.ends[index - 1] ?? 0
  }

  #numberOf(key: string, unit: (unit: number) => number): number {
    const { table } = this.#stored
    const last = table.length - 1
    let first = -1
    let place = keyHash(key) & last
    for (let number = 0; number >= 0; place = (place + 1) & last) {
      number = (table[place] ?? 0) - 1
      const isFirst = first < 0 || number < first
      if (number >= 0 && isFirst && this.#hasKey(number, key, unit)) first = number
    }
    return first
  }

  #hasKey(number: number, key: string, unit: (unit: number) => number): boolean {
    const { records } = this.#stored
    const start = this.#startOf(number)
    if (records[start] !== key.length) return false
    for (let at = 0; at < key.length; at++) {
      if (unit(records[start + 1 + at] ?? 0) !== unit(key.charCodeAt(at))) return false
    }
    return true
  }
}

function same(unit: number): number {
  return unit
}

/** A place in the file of all; one in another file as it is. */
type StoredPlace = [line: number, column: number, start: number, end: number] | SourcePlace

/** All but the key. */
type StoredProvision = Omit<Measure, 'key' | 'level' | 'extra' | 'source'> & {
  readonly level: Provision['level']
  readonly source: StoredPlace
} & StoredExtra
