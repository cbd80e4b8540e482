import { childOf } from '../addresses.ts'
import type { Address, Log, StoredFiles } from '../host.ts'
import { hashOf, isPart, writeWhole } from '../storedFiles.ts'

/** Compiled indexes that are kept; the oldest goes when one more comes. */
const mostKept = 48

/** What the name of a kept index looks like: a SHA-256 of what it was made of, in hexadecimal. */
const nameLength = 64
const keptName = /^[\da-f]{64}$/u

/**
 * Indexes of the analyst's own corpora, kept in a storage of our own from one start to the next.
 * A file is named by a hash of what it was made of, and repeats that name at its beginning; it is
 * written beside its place and then moved there, so that none is ever half written. What cannot be read
 * or written is as if it were not there.
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
      await this.#prune()
    } catch (error) {
      this.#log.warn(`An index could not be kept: ${String(error)}`)
    }
  }

  #place(name: string): Address {
    return childOf(this.#folder, name)
  }

  /** Removes the oldest, and what a start that ended too soon left half written. */
  async #prune(): Promise<void> {
    const files = await this.#files.readDirectory(this.#folder)
    const parts = files.map(({ name }) => name).filter(isPart)
    const kept = files.map(({ name }) => name).filter((name) => keptName.test(name))
    const ages = await Promise.all(
      kept.map(async (name) => ({
        name,
        written: (await this.#files.stat(this.#place(name))).modified,
      })),
    )
    const old = ages.sort((a, b) => b.written - a.written).slice(mostKept)
    for (const name of [...parts, ...old.map((one) => one.name)]) {
      await this.#remove(this.#place(name))
    }
  }

  async #remove(address: Address): Promise<void> {
    try {
      await this.#files.delete(address)
    } catch {
      // It is gone already, or cannot go.
    }
  }
}

/** The name under which something made of `parts` is kept. */
export async function cacheName(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return hashOf(bytes)
}
