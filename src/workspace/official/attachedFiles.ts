import {
  readAttached,
  writeAttached,
  type AttachedDocument,
} from '../../core/official/attachedDocument.ts'
import { childOf } from '../addresses.ts'
import type { Address, Log, StoredFiles } from '../host.ts'
import { isNotThere } from '../fileErrors.ts'
import { readSteady } from '../readSteady.ts'
import { hashOf, removed, removeParts, writeWhole } from '../storedFiles.ts'

const fileName = /^[\da-f]{64}\.[\da-f]{64}(?:\.\d{4}-\d{2}-\d{2})?\.json$/u
const checksumLength = 64

/**
 * Attached documents in a storage of our own. A file is named by the hash of the instrument's id, that of
 * the document and the day, so that another window sees each change; it begins with the checksum of the
 * rest, is written beside its place and then moved there. What is damaged is as if it were not there.
 */
export class AttachedFiles {
  readonly #files: StoredFiles
  readonly #folder: Address
  readonly #log: Pick<Log, 'warn'>

  constructor(files: StoredFiles, folder: Address, log: Pick<Log, 'warn'>) {
    this.#files = files
    this.#folder = folder
    this.#log = log
  }

  /**
   * The names of what is stored, in any order.
   *
   * @throws what its files throw where they cannot be listed.
   */
  async names(): Promise<readonly string[]> {
    try {
      const entries = await this.#files.readDirectory(this.#folder)
      return entries.map(({ name }) => name).filter((name) => fileName.test(name))
    } catch (error) {
      if (isNotThere(error)) return []
      throw error
    }
  }

  /**
   * What is stored as `name`; `undefined` where it is damaged, or of another version.
   *
   * @throws what its files throw where it cannot be read: it may be whole.
   */
  async read(name: string): Promise<AttachedDocument | undefined> {
    const place = this.#place(name)
    const file = await readSteady(this.#files, place, await this.#files.stat(place))
    try {
      const stored = file.subarray(checksumLength)
      const checksum = new TextDecoder().decode(file.subarray(0, checksumLength))
      if (checksum === (await hashOf(stored))) return readAttached(new TextDecoder().decode(stored))
    } catch (error) {
      this.#log.warn(`${name} could not be read: ${String(error)}`)
    }
    return undefined
  }

  /**
   * Stores `document` in place of those that `isReplaced` names: what was attached to its instrument as of
   * the same day, and the same document as of another, unless said otherwise.
   *
   * Gives the name under which it is stored.
   *
   * @throws what its files throw when nothing can be written; what was stored before is then as it was.
   */
  async write(
    document: AttachedDocument,
    isReplaced: (other: AttachedDocument) => boolean = (other) => isSameVersion(other, document),
  ): Promise<string> {
    const text = new TextEncoder().encode(writeAttached(document))
    const file = new Uint8Array(checksumLength + text.length)
    file.set(new TextEncoder().encode(await hashOf(text)))
    file.set(text, checksumLength)
    const owner = await hashOf(new TextEncoder().encode(document.instrument))
    const day = document.day === undefined ? '' : `.${document.day}`
    const name = `${owner}.${document.sha256}${day}.json`
    await writeWhole(this.#files, this.#place(name), file)
    try {
      for (const one of (await this.names()).filter((other) => other !== name)) {
        if (await this.#isReplaced(one, owner, isReplaced)) await this.#replace(one)
      }
    } catch (error) {
      this.#log.warn(`What ${name} takes the place of could not be looked for: ${String(error)}`)
    }
    await removeParts(this.#files, this.#folder, this.#place(name))
    return name
  }

  /** @throws what its files throw when it is not deleted. */
  async delete(name: string): Promise<void> {
    try {
      await this.#files.delete(this.#place(name))
    } catch (error) {
      if (!isNotThere(error)) throw error
    }
  }

  /** What cannot be read now may be of another day, and stays. */
  async #isReplaced(
    name: string,
    owner: string,
    isReplaced: (other: AttachedDocument) => boolean,
  ): Promise<boolean> {
    try {
      const other = await this.read(name)
      return other === undefined ? name.startsWith(owner) : isReplaced(other)
    } catch {
      return false
    }
  }

  async #replace(name: string): Promise<void> {
    if (await removed(this.#files, this.#place(name))) return
    this.#log.warn(`${name} was replaced, and could not be deleted: detach it.`)
  }

  #place(name: string): Address {
    return childOf(this.#folder, name)
  }
}

function isSameVersion(one: AttachedDocument, other: AttachedDocument): boolean {
  const isSame = one.day === other.day || one.sha256 === other.sha256
  return one.instrument === other.instrument && isSame
}
