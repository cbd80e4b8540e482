import * as vscode from 'vscode'
import type { CorpusFile } from '../../core/corpusFile/corpusFile.ts'
import { emptyCorpus, type Corpus } from '../../core/corpus/corpus.ts'
import { refusedFile } from '../../core/corpusFile/refusedFile.ts'
import { hashOf } from '../storedFiles.ts'
import type { SearchIndexes } from '../indexes/searchIndexes.ts'
import type { CorpusSource, StaleFile } from './corpusSource.ts'
import { Library } from './library.ts'
import { fileState, findOwnFiles, watchedPatterns } from './ownFiles.ts'
import { Reloading } from './reloading.ts'

/** One of the analyst's own corpus files. */
interface OwnFile {
  readonly uri: vscode.Uri
  /** What troubles and cards call it: its path in the workspace. */
  readonly name: string
  /** What the file system said of it when it was read. */
  readonly stamp: string
  /** As it was read last. */
  readonly read: CorpusFile
  /** As it was read last without failing; what is in use. */
  readonly good: CorpusFile | undefined
  /** The SHA-256 of its content when it was read so. */
  readonly goodHash: string | undefined
}

/**
 * The library and the analyst's own corpus files as one corpus. They are read again when they change;
 * a file that cannot be read stays as it was when it last could.
 */
export class Corpora implements CorpusSource {
  readonly #changed = new vscode.EventEmitter<Corpus>()
  readonly #library: Library
  readonly #indexes: SearchIndexes
  readonly #log: vscode.LogOutputChannel
  readonly #reloading: Reloading
  readonly #subscriptions: vscode.Disposable
  #own: readonly OwnFile[] = []
  /** The library that `#current` has. */
  #base = emptyCorpus
  #current = emptyCorpus
  #watchers: vscode.Disposable | undefined
  #isDisposed = false

  constructor(extension: vscode.Uri, indexes: SearchIndexes, log: vscode.LogOutputChannel) {
    this.#log = log
    this.#indexes = indexes
    this.#library = new Library(extension, indexes, log)
    this.#reloading = new Reloading(() => this.#load())
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#reloading,
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch()
        this.#reloading.soon()
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('policyCitation.corpora')) return
        this.#watch()
        this.#reloading.soon()
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#reloading.soon()
      }),
      // VS Code may miss a change that another program made while the window had no focus.
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#reloading.soon()
      }),
    )
    this.#watch()
    void this.#firstLoad()
  }

  /** The library, with the analyst's own files as far as they are read: nobody waits for these. */
  get ready(): Promise<Corpus> {
    return this.#library.ready.then(() => this.#current)
  }

  get current(): Corpus {
    return this.#current
  }

  get failure(): string | undefined {
    return this.#library.failure
  }

  get onDidChange(): vscode.Event<Corpus> {
    return this.#changed.event
  }

  get stale(): readonly StaleFile[] {
    return this.#own.flatMap(({ name, uri, read, good }) => {
      const [trouble] = read.troubles
      return read.kind === 'failed' && trouble !== undefined
        ? [{ name, uri, line: trouble.place.line, isUsed: good !== undefined }]
        : []
    })
  }

  isOwn(name: string): boolean {
    return this.#own.some((file) => file.name === name)
  }

  fileUri(name: string): vscode.Uri {
    return this.#own.find((file) => file.name === name)?.uri ?? this.#library.fileUri(name)
  }

  async reload(): Promise<void> {
    this.#library.reload()
    this.#own = this.#own.map((file) => ({ ...file, stamp: '' }))
    await this.#reloading.now()
  }

  dispose(): void {
    this.#isDisposed = true
    this.#watchers?.dispose()
    this.#subscriptions.dispose()
  }

  /** The library first: it is there at once, and the analyst's files come behind it. */
  async #firstLoad(): Promise<void> {
    this.#base = await this.#library.ready
    this.#use(this.#base)
    await this.#reloading.now()
  }

  #watch(): void {
    this.#watchers?.dispose()
    const soon = (): void => {
      this.#reloading.soon()
    }
    this.#watchers = vscode.Disposable.from(
      ...watchedPatterns().flatMap((pattern) => {
        const watcher = vscode.workspace.createFileSystemWatcher(pattern)
        return [
          watcher,
          watcher.onDidCreate(soon),
          watcher.onDidChange(soon),
          watcher.onDidDelete(soon),
        ]
      }),
    )
  }

  async #load(): Promise<void> {
    const library = await this.#library.ready
    const uris = await findOwnFiles()
    const before = this.#own
    const own: OwnFile[] = []
    for (const uri of uris) {
      const file = await this.#ownFile(uri)
      if (file !== undefined) own.push(file)
    }
    const isSame =
      library === this.#base &&
      own.length === before.length &&
      own.every((file, place) => file === before[place])
    if (isSame || this.#isDisposed) return
    const corpus = await this.#assembled(library, own)
    const hashes = new Map(own.map(({ name, goodHash }) => [name, goodHash]))
    await this.#indexes.prepare(corpus, (name) => hashes.get(name))
    this.#base = library
    this.#own = own
    this.#use(corpus)
  }

  async #assembled(library: Corpus, own: readonly OwnFile[]): Promise<Corpus> {
    if (own.length === 0) return library
    const { assembleCorpus } = await import('./readOwnFile.ts')
    return assembleCorpus(own.map(inUse), library)
  }

  /** The file as it is now; the one known where it did not change; `undefined` where it is gone. */
  async #ownFile(uri: vscode.Uri): Promise<OwnFile | undefined> {
    const known = this.#own.find((file) => file.uri.toString() === uri.toString())
    const state = await fileState(uri)
    if (state.kind === 'gone') return undefined
    const name = vscode.workspace.asRelativePath(uri)
    const stamp = state.kind === 'file' ? state.stamp : state.kind
    if (known?.stamp === stamp) return known
    const { read, hash } = await this.#read(
      uri,
      name,
      state.kind === 'file' ? state.size : state.kind,
    )
    this.#log.info(`${name} was read: ${String(read.troubles.length)} troubles.`)
    return read.kind === 'failed'
      ? { uri, name, stamp, read, good: known?.good, goodHash: known?.goodHash }
      : { uri, name, stamp, read, good: read, goodHash: hash }
  }

  async #read(
    uri: vscode.Uri,
    name: string,
    size: number | 'link' | 'noFile',
  ): Promise<{ readonly read: CorpusFile; readonly hash?: string }> {
    if (typeof size === 'string') return { read: refusedFile(name, { kind: size }) }
    const limit = largestFile()
    if (size > limit) return { read: refusedFile(name, { kind: 'tooLarge', size, limit }) }
    try {
      const bytes = await vscode.workspace.fs.readFile(uri)
      const { readOwnFile } = await import('./readOwnFile.ts')
      return { read: await readOwnFile(bytes, name), hash: await hashOf(bytes) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { read: refusedFile(name, { kind: 'unreadable', reason }) }
    }
  }

  #use(corpus: Corpus): void {
    this.#current = corpus
    this.#changed.fire(corpus)
  }
}

/** What of a file is in use, with the troubles that it has now. */
function inUse({ read, good }: OwnFile): CorpusFile {
  return good === undefined || read === good ? read : { ...good, troubles: read.troubles }
}

const megabyte = 1024 * 1024

/** In bytes; a setting that is no number from 1 on is not used. */
function largestFile(): number {
  const value: unknown = vscode.workspace
    .getConfiguration('policyCitation')
    .get('corpora.largestFile')
  return (typeof value === 'number' && value >= 1 ? value : usualMegabytes) * megabyte
}

/** Of one file, where the setting says nothing else. */
const usualMegabytes = 8
