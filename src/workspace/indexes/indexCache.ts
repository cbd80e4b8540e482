import { childOf } from '../addresses.ts'
import type { Address, Log, StoredFiles } from '../host.ts'
import { hashOf, modifiedAt, removed, removeParts, writeWhole } from '../storedFiles.ts'

/** Compiled indexes that are kept; the oldest goes when one more comes. */
const mostKept = 48

/** What the name of a kept index looks like: a SHA-256 of what it was made of, in hexadecimal. */
const nameLength = 64
const keptName = /^[\da-f]{64}$/u

/**
 * Indexes of the analyst's own corpora, kept in a storage of our own from one start to the next.
 * A file is named by a hash of what it was made of, and repeats that name at its beginning; it is
 * written beside its place and then moved there, so that none is ever half written. What cannot be read
 * or written is as if it were not there. Several windows may have one storage.
 */
export class IndexCache {
  readonly #files: StoredFiles
  readonly #folder: Address
  readonly #log: Pick<Log, 'warn'>

  constructor(files: StoredFiles, folder: Address, log: Pick<Log, 'warn'>) {
    this.#files = files
    this.#folder = folder
    this.#log = log
  }

  /** What was kept under `name`; `undefined` when nothing was, or something else. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      const file = await this.#files.readFile(this.#place(name))
      const head = new TextDecoder().decode(file.subarray(0, nameLength))
      return head === name ? file.subarray(nameLength) : undefined
    } catch {
      return undefined
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const file = new Uint8Array(nameLength + bytes.length)
    file.set(new TextEncoder().encode(name))
    file.set(bytes, nameLength)
    try {
      await writeWhole(this.#files, this.#place(name), file)
    } catch (error) {
      this.#log.warn(`An index could not be kept: ${String(error)}`)
      return
    }
    await this.#removeOldest().catch(() => undefined)
    await removeParts(this.#files, this.#folder, this.#place(name))
  }

  #place(name: string): Address {
    return childOf(this.#folder, name)
  }

  /** Another window may do so at the same time. */
  async #removeOldest(): Promise<void> {
    const files = await this.#files.readDirectory(this.#folder)
    const kept = files.map(({ name }) => name).filter((name) => keptName.test(name))
    const ages = await Promise.all(
      kept.map(async (name) => ({
        name,
        written: (await modifiedAt(this.#files, this.#place(name))) ?? 0,
      })),
    )
    const old = ages.sort((a, b) => b.written - a.written).slice(mostKept)
    for (const { name } of old) await removed(this.#files, this.#place(name))
  }
}

/** The name under which something made of `parts` is kept. */
export async function cacheName(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return hashOf(bytes)
}
