import type {
  Address,
  FileEntry,
  FileStat,
  Host,
  StoredFiles,
  Watching,
} from '../../src/workspace/host.ts'
import type { MemoryHost } from './memoryHost.ts'

/** What a file system is asked for. */
export type Operation = keyof StoredFiles

/** How it fails: by the code of an error, by giving less than there is, or only after others had many turns. */
export type Fault = FaultCode | 'ENOENT' | 'short' | 'slow'

/** Errors by the names that Node and VS Code have for them. */
export type FaultCode = (typeof faultCodes)[number]

/** See {@link FaultCode}; after `ENOENT` a file counts as gone. */
export const faultCodes = [
  'EACCES',
  'EPERM',
  'EBUSY',
  'EIO',
  'EMFILE',
  'ENOSPC',
  'EROFS',
  'EISDIR',
  'ELOOP',
  'ESTALE',
  'NoPermissions',
  'Unavailable',
  'Unknown',
] as const

/** Files over others that fail on purpose. */
export class FaultyFiles implements StoredFiles {
  readonly #inner: StoredFiles
  /** How calls fail until it is put back to nothing: `of` are the addresses that fail. */
  failing:
    | {
        readonly operation: Operation
        readonly fault: Fault
        readonly of: (address: Address) => boolean
      }
    | undefined
  /** How many calls failed. */
  failed = 0

  constructor(inner: StoredFiles) {
    this.#inner = inner
  }

  async stat(address: Address): Promise<FileStat> {
    return this.#asked('stat', address, () => this.#inner.stat(address))
  }

  async readDirectory(folder: Address): Promise<readonly FileEntry[]> {
    return this.#asked('readDirectory', folder, () => this.#inner.readDirectory(folder))
  }

  async readFile(address: Address): Promise<Uint8Array> {
    const whole = await this.#asked('readFile', address, () => this.#inner.readFile(address))
    const isShort = this.#fails('readFile', address) && this.failing?.fault === 'short'
    return isShort ? whole.subarray(0, whole.length >> 1) : whole
  }

  /** A disk that is full has taken the beginning. */
  async writeFile(address: Address, bytes: Uint8Array): Promise<void> {
    if (this.#fails('writeFile', address)) {
      await this.#inner.writeFile(address, bytes.subarray(0, bytes.length >> 1))
    }
    await this.#asked('writeFile', address, () => this.#inner.writeFile(address, bytes))
  }

  async rename(from: Address, to: Address): Promise<void> {
    await this.#asked('rename', to, () => this.#inner.rename(from, to))
  }

  async delete(address: Address): Promise<void> {
    await this.#asked('delete', address, () => this.#inner.delete(address))
  }

  #fails(operation: Operation, address: Address): boolean {
    return this.failing?.operation === operation && this.failing.of(address)
  }

  async #asked<T>(operation: Operation, address: Address, ask: () => Promise<T>): Promise<T> {
    if (!this.#fails(operation, address)) return ask()
    this.failed += 1
    const fault = this.failing?.fault
    if (fault === 'slow') await manyTurns()
    if (fault === 'slow' || fault === 'short' || fault === undefined) return ask()
    throw Object.assign(new Error(`${fault}: ${operation} '${address}'`), { code: fault })
  }
}

/** Resolves when everybody else had many turns. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** `memory` with files that fail on purpose. */
export function faultyHost(memory: MemoryHost): Host & Watching & { readonly files: FaultyFiles } {
  const files = new FaultyFiles(memory.files)
  return {
    files,
    folders: memory.folders,
    isTrusted: memory.isTrusted,
    displayLanguage: memory.displayLanguage,
    today: memory.today,
    settings: () => memory.settings(),
    hiddenFiles: () => memory.hiddenFiles(),
    nameOf: (address) => memory.nameOf(address),
    watch: (patterns, changed) => memory.watch(patterns, changed),
    onDidChangePlaces: (changed) => memory.onDidChangePlaces(changed),
    onDidReturn: (returned) => memory.onDidReturn(returned),
  }
}

/** What only who made the machine understands, and no reader may be told. */
export const engineWords = /\bE[A-Z]{3,}\b|\bError\b|undefined|\[object|memory:|\bat .+:\d+/u
