import { childOf } from '../addresses.ts'
import type { Address, Log, StoredFiles } from '../host.ts'
import { hashOf, modifiedAt, removed, removeParts, writeWhole } from '../storedFiles.ts'

/** So many indexes that no list names are kept, and so many lists; the oldest goes when one more comes. */
const mostKept = 48

/** What the name of a list of kept indexes ends with. */
const listEnd = '.list'

/** What the name of a kept index looks like: a SHA-256 of what it was made of, in hexadecimal. */
const nameLength = 64
const keptName = /^[\da-f]{64}$/u
const namesInLists = /^[\da-f]{64}$/gmu

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

  /** The list of what `place`, some folders, has in use, as it was last written; `undefined` when there is none. */
  async readList(place: string): Promise<string | undefined> {
    try {
      const file = await this.#files.readFile(await this.#placeOfList(place))
      return new TextDecoder().decode(file)
    } catch {
      return undefined
    }
  }

  /** Keeps `list` for `place`: what is named in it is in use, and stays as long as the list does. */
  async writeList(place: string, list: string): Promise<void> {
    const file = await this.#placeOfList(place)
    try {
      await writeWhole(this.#files, file, new TextEncoder().encode(list))
    } catch (error) {
      this.#log.warn(`The list of indexes could not be kept: ${String(error)}`)
    }
  }

  async #placeOfList(place: string): Promise<Address> {
    return this.#place(`${await cacheName(['list', place])}${listEnd}`)
  }

  #place(name: string): Address {
    return childOf(this.#folder, name)
  }

  /** What no list names, and lists; another window may do so at the same time. */
  async #removeOldest(): Promise<void> {
    const names = (await this.#files.readDirectory(this.#folder)).map(({ name }) => name)
    const lists = await this.#byAge(names.filter((name) => name.endsWith(listEnd)))
    const inUse = await this.#namedIn(lists.slice(0, mostKept))
    const others = names.filter((name) => keptName.test(name) && !inUse.has(name))
    const old = [...lists.slice(mostKept), ...(await this.#byAge(others)).slice(mostKept)]
    for (const name of old) await removed(this.#files, this.#place(name))
  }

  /** The youngest first. */
  async #byAge(names: readonly string[]): Promise<readonly string[]> {
    const ages = await Promise.all(
      names.map(async (name) => ({
        name,
        written: (await modifiedAt(this.#files, this.#place(name))) ?? 0,
      })),
    )
    return ages.sort((a, b) => b.written - a.written).map(({ name }) => name)
  }

  async #namedIn(lists: readonly string[]): Promise<ReadonlySet<string>> {
    const texts = await Promise.all(
      lists.map(async (name) => {
        const file = await this.#files.readFile(this.#place(name)).catch(() => new Uint8Array(0))
        return new TextDecoder().decode(file)
      }),
    )
    return new Set(texts.flatMap((text) => text.match(namesInLists) ?? []))
  }
}

/** The name under which something made of `parts` is kept. */
export async function cacheName(parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts))
  return hashOf(bytes)
}
