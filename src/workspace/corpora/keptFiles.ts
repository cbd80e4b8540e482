import { crc32 } from '../../core/text/bytes/checksum.ts'
import { cacheName, type IndexCache } from '../indexes/indexCache.ts'
import { othersTurn } from '../inSlices.ts'

/** A corpus file as it was read. */
export interface KeptFile {
  /** What troubles call it: that is in what is stored. */
  readonly name: string
  /** Of its content. */
  readonly hash: string
  readonly stored: Uint8Array
}

/** Files that are kept in one. */
interface Pack {
  readonly name: string
  /** By their keys; what turns out to be damaged is taken out. */
  readonly files: Map<string, Packed>
}

interface Packed {
  readonly bytes: Uint8Array
  readonly crc32: number
}

/** With more packs than this, all that is in use goes into one. */
const mostPacks = 8

/** So much is copied before others have their turn, in bytes. */
const mostAtOnce = 4_000_000

/**
 * The analyst's own corpus files as they were read, kept from one start to the next in packs: what is new goes
 * into another one, and all that is in use into one when they are many, or half of them is of no use. What cannot
 * be read of it is as if it were not there.
 */
export class KeptFiles {
  readonly #cache: IndexCache
  #place: string | undefined
  #packs: readonly Pack[] = []

  constructor(cache: IndexCache) {
    this.#cache = cache
  }

  /** Takes up what is kept for `place`: what is worked in, and what reads there. */
  async open(place: string): Promise<void> {
    if (this.#place === place) return
    const list = (await this.#cache.readList(listOf(place))) ?? ''
    const names = list.split('\n').filter((name) => name !== '')
    const packs = await Promise.all(names.map(async (name) => this.#packCalled(name)))
    this.#packs = packs.filter((pack) => pack !== undefined)
    this.#place = place
  }

  /** The file called `name` with content of this hash as it was read; `undefined` where it is not kept. */
  get(name: string, hash: string): Uint8Array | undefined {
    const key = keyOf({ name, hash })
    for (const { files } of this.#packs) {
      const packed = files.get(key)
      if (packed === undefined) continue
      if (crc32(packed.bytes) === packed.crc32) return packed.bytes
      files.delete(key)
    }
    return undefined
  }

  /** Keeps `files`, which are all that is in use of the place that was opened. */
  async keep(files: readonly KeptFile[]): Promise<void> {
    const place = this.#place
    if (place === undefined) return
    const used = new Set(files.map(keyOf))
    const known = new Set(this.#packs.flatMap((pack) => [...pack.files.keys()]))
    const fresh = files.filter((file) => !known.has(keyOf(file)))
    const useful = [...known].filter((key) => used.has(key)).length
    const isTight = useful * 2 >= known.size && this.#packs.length < mostPacks
    if (fresh.length === 0 && isTight) return
    const pack = await this.#pack(isTight ? fresh : files, place)
    this.#packs = isTight ? [...this.#packs, pack] : [pack]
    await this.#cache.writeList(listOf(place), this.#packs.map(({ name }) => `${name}\n`).join(''))
  }

  async #pack(files: readonly KeptFile[], place: string): Promise<Pack> {
    const name = await cacheName(['read', place, ...files.map(keyOf)])
    const packed = files.map((file) => [keyOf(file), file.stored.length, crc32(file.stored)])
    const head = new TextEncoder().encode(`${JSON.stringify(packed)}\n`)
    const size = files.reduce((sum, { stored }) => sum + stored.length, head.length)
    const bytes = new Uint8Array(size)
    bytes.set(head)
    let [at, copied] = [head.length, 0]
    for (const { stored } of files) {
      bytes.set(stored, at)
      at += stored.length
      copied += stored.length
      if (copied < mostAtOnce) continue
      copied = 0
      await othersTurn()
    }
    await this.#cache.write(name, bytes)
    return packIn(name, bytes) ?? { name, files: new Map() }
  }

  async #packCalled(name: string): Promise<Pack | undefined> {
    const bytes = await this.#cache.read(name)
    return bytes && packIn(name, bytes)
  }
}

function keyOf({ name, hash }: Omit<KeptFile, 'stored'>): string {
  return `${hash} ${name}`
}

function listOf(place: string): string {
  return `read ${place}`
}

function packIn(name: string, bytes: Uint8Array): Pack | undefined {
  const begin = bytes.indexOf(0x0a) + 1
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, begin))) as unknown
    return Array.isArray(head) ? { name, files: filesIn(head, bytes.subarray(begin)) } : undefined
  } catch {
    return undefined
  }
}

function filesIn(head: readonly unknown[], bytes: Uint8Array): Map<string, Packed> {
  const files = new Map<string, Packed>()
  let at = 0
  for (const [key, length, sum] of head as readonly [string, number, number][]) {
    files.set(key, { bytes: bytes.subarray(at, at + length), crc32: sum })
    at += length
  }
  return files
}
