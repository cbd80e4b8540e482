import {
  readAttached,
  writeAttached,
  type AttachedDocument,
} from '../../core/official/attachedDocument.ts'
import { childOf } from '../addresses.ts'
import type { Address, Log, StoredFiles } from '../host.ts'
import { hashOf, writeWhole } from '../storedFiles.ts'

const fileName = /^[\da-f]{64}\.[\da-f]{64}(?:\.\d{4}-\d{2}-\d{2})?\.json$/u
const checksumLength = 64

/**
 * Attached documents in a storage of our own. A file is named by the hash of the instrument's id, that of
 * the document and the day, so that another window sees each change; it begins with the checksum of the
 * rest, is written beside its place and then moved there. What cannot be read is as if it were not there.
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

  /** The names of what is stored, in any order. */
  async names(): Promise<readonly string[]> {
    try {
      const entries = await this.#files.readDirectory(this.#folder)
      return entries.map(({ name }) => name).filter((name) => fileName.test(name))
    } catch {
      return []
    }
  }

  async read(name: string): Promise<AttachedDocument | undefined> {
    try {
      const file = await this.#files.readFile(this.#place(name))
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
   * @throws what its files throw when nothing can be written.
   */
  async write(
    document: AttachedDocument,
    isReplaced: (other: AttachedDocument) => boolean = (other) => isSameVersion(other, document),
  ): Promise<void> {
    const text = new TextEncoder().encode(writeAttached(document))
    const file = new Uint8Array(checksumLength + text.length)
    file.set(new TextEncoder().encode(await hashOf(text)))
    file.set(text, checksumLength)
    const owner = await hashOf(new TextEncoder().encode(document.instrument))
    const day = document.day === undefined ? '' : `.${document.day}`
    const name = `${owner}.${document.sha256}${day}.json`
    await writeWhole(this.#files, this.#place(name), file)
    for (const one of (await this.names()).filter((other) => other !== name)) {
      const other = await this.read(one)
      if (other === undefined ? one.startsWith(owner) : isReplaced(other)) await this.delete(one)
    }
  }

  /** @throws what its files throw when it is not deleted. */
  async delete(name: string): Promise<void> {
    await this.#files.delete(this.#place(name))
  }

  #place(name: string): Address {
    return childOf(this.#folder, name)
  }
}

function isSameVersion(one: AttachedDocument, other: AttachedDocument): boolean {
  const isSame = one.day === other.day || one.sha256 === other.sha256
  return one.instrument === other.instrument && isSame
}
