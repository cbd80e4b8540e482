import { childOf, pathOf, pathWithin } from '../../src/workspace/addresses.ts'
import type {
  Address,
  Disposable,
  FileEntry,
  FilePattern,
  FileStat,
  Host,
  StoredFiles,
  Watching,
} from '../../src/workspace/host.ts'

/** Files that only memory holds; folders are there as long as something is in them. */
class MemoryFiles implements StoredFiles {
  /** By their addresses. */
  readonly #contents = new Map<Address, Uint8Array>()
  readonly #links = new Set<Address>()
  /** How often each was read. */
  readonly reads = new Map<Address, number>()
  #clock = 0
  readonly #written = new Map<Address, number>()
  /** What the next call of a method that reads an address or moves something to it throws. */
  readonly failures = new Map<`${'readFile' | 'rename'} ${Address}`, Error>()

  write(address: Address, content: string | Uint8Array): void {
    this.#contents.set(
      address,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    )
    this.#clock += 1
    this.#written.set(address, this.#clock)
  }

  /** What is written from now on is written at `time`, in milliseconds, and later. */
  setClock(time: number): void {
    this.#clock = time
  }

  /** A link that leads to a file. */
  link(address: Address, content: string): void {
    this.write(address, content)
    this.#links.add(address)
  }

  remove(address: Address): void {
    this.#contents.delete(address)
    this.#links.delete(address)
  }

  get addresses(): readonly Address[] {
    return [...this.#contents.keys()]
  }

  stat(address: Address): Promise<FileStat> {
    const size = this.#contents.get(address)?.length
    const modified = this.#written.get(address) ?? 0
    if (size !== undefined) {
      return Promise.resolve({ kind: 'file', isLink: this.#links.has(address), size, modified })
    }
    return this.#entriesOf(address).size > 0
      ? Promise.resolve({ kind: 'folder', isLink: false, size: 0, modified })
      : missing(address)
  }

  readDirectory(folder: Address): Promise<readonly FileEntry[]> {
    const entries = this.#entriesOf(folder)
    return entries.size > 0 ? Promise.resolve([...entries.values()]) : missing(folder)
  }

  readFile(address: Address): Promise<Uint8Array> {
    this.reads.set(address, (this.reads.get(address) ?? 0) + 1)
    const content = this.#contents.get(address)
    const failure = this.#failureOf(`readFile ${address}`)
    if (failure !== undefined) return Promise.reject(failure)
    return content === undefined ? missing(address) : Promise.resolve(content)
  }

  writeFile(address: Address, bytes: Uint8Array): Promise<void> {
    this.write(address, bytes)
    return Promise.resolve()
  }

  rename(from: Address, to: Address): Promise<void> {
    const content = this.#contents.get(from)
    const failure = this.#failureOf(`rename ${to}`)
    if (failure !== undefined) return Promise.reject(failure)
    if (content === undefined) return missing(from)
    this.remove(from)
    this.write(to, content)
    return Promise.resolve()
  }

  delete(address: Address): Promise<void> {
    if (!this.#contents.has(address)) return missing(address)
    this.remove(address)
    return Promise.resolve()
  }

  #failureOf(call: `${'readFile' | 'rename'} ${Address}`): Error | undefined {
    const failure = this.failures.get(call)
    this.failures.delete(call)
    return failure
  }

  #entriesOf(folder: Address): ReadonlyMap<string, FileEntry> {
    const entries = new Map<string, FileEntry>()
    for (const address of this.#contents.keys()) {
      const within = pathWithin(pathOf(folder), pathOf(address))
      if (within === undefined) continue
      const [name = '', ...below] = within.split('/')
      const isLink = this.#links.has(childOf(folder, name))
      entries.set(name, { name, kind: below.length === 0 ? 'file' : 'folder', isLink })
    }
    return entries
  }
}

function missing(address: Address): Promise<never> {
  const error = new Error(`${address} is not there`)
  return Promise.reject(Object.assign(error, { code: 'ENOENT' }))
}

/** A host whose files, folders and settings are in memory, and which tells what a test has it tell. */
export class MemoryHost implements Host, Watching {
  readonly files = new MemoryFiles()
  readonly displayLanguage = 'en'
  readonly today = '2026-11-29'
  folders: readonly Address[] = ['memory:/desk']
  isTrusted = true
  values: Readonly<Record<string, unknown>> = {}
  hidden: unknown = undefined
  /** What is watched now. */
  watched: readonly FilePattern[] = []
  #filesChanged: () => void = () => undefined
  #placesChanged: () => void = () => undefined
  #returned: () => void = () => undefined

  settings(): { get(name: string): unknown } {
    return { get: (name) => this.values[name] }
  }

  hiddenFiles(): unknown {
    return this.hidden
  }

  nameOf(address: Address): string {
    const [folder = ''] = this.folders
    return pathWithin(pathOf(folder), pathOf(address)) ?? pathOf(address)
  }

  watch(patterns: readonly FilePattern[], changed: () => void): Disposable {
    this.watched = patterns
    this.#filesChanged = changed
    return { dispose: () => (this.watched = []) }
  }

  onDidChangePlaces(changed: () => void): Disposable {
    this.#placesChanged = changed
    return { dispose: () => undefined }
  }

  onDidReturn(returned: () => void): Disposable {
    this.#returned = returned
    return { dispose: () => undefined }
  }

  tellFiles(): void {
    this.#filesChanged()
  }

  tellPlaces(): void {
    this.#placesChanged()
  }

  tellReturn(): void {
    this.#returned()
  }
}
