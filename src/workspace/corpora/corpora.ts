import { emptyCorpus, type Corpus } from '../../core/corpus/corpus.ts'
import { sentence, type Sentence } from '../../core/corpus/sentence.ts'
import { childOf } from '../addresses.ts'
import type { Address, Disposable, Host, Log, Watching } from '../host.ts'
import type { IndexCache } from '../indexes/indexCache.ts'
import type { SearchIndexes } from '../indexes/searchIndexes.ts'
import { ShippedLibrary } from '../library.ts'
import { Listeners, type Event } from '../listeners.ts'
import { isThreadEnded } from '../tasks/beside.ts'
import { CorpusWork } from '../tasks/corpusWork.ts'
import type { CorpusSource, StaleFile } from './corpusSource.ts'
import { lookForOwnFiles } from './findOwnFiles.ts'
import { KeptFiles, type KeptFile } from './keptFiles.ts'
import { readOwnFiles, withOwnFiles, type OwnFile } from './ownFiles.ts'
import { watchedPatterns } from './ownPlaces.ts'
import { Reloading } from './reloading.ts'

/** What corpora are made of, and with. */
export interface CorporaParts {
  readonly host: Host & Watching
  /** Where we are installed. */
  readonly extension: Address
  readonly indexes: SearchIndexes
  /** What reads corpus files; without it that is done in slices. */
  readonly work?: CorpusWork
  /** What keeps what was read from one start to the next; without it nothing is kept. */
  readonly cache?: IndexCache
  readonly log: Log
}

const brokenDown = sentence`Your own corpora could not be made ready for searching: what does that broke down twice. The last good ones stay in use.`

/**
 * The library and the analyst's own corpus files as one corpus. They are read again when they change;
 * a file that cannot be read stays as it was when it last could.
 */
export class Corpora implements CorpusSource {
  readonly #changed = new Listeners<Corpus>()
  readonly #failed = new Listeners<Sentence>()
  readonly #host: Host & Watching
  readonly #indexes: SearchIndexes
  readonly #work: CorpusWork
  readonly #kept: KeptFiles | undefined
  readonly #built: Address
  readonly #log: Log
  readonly #library: ShippedLibrary
  readonly #reloading: Reloading
  readonly #subscriptions: readonly Disposable[]
  #own: readonly OwnFile[] = []
  /** The library that `#current` has. */
  #base = emptyCorpus
  #current = emptyCorpus
  /** The reading of the library whose failure was told. */
  #told: Promise<Corpus> | undefined
  /** Why own corpora could not be used when they were read last. */
  #ownFailure: Sentence | undefined
  #watching: Disposable | undefined
  #isDisposed = false

  constructor({ host, extension, indexes, work = new CorpusWork(), cache, log }: CorporaParts) {
    this.#host = host
    this.#indexes = indexes
    this.#work = work
    this.#kept = cache && new KeptFiles(cache)
    this.#log = log
    const folder = childOf(extension, 'dist')
    this.#built = folder
    this.#library = new ShippedLibrary({ files: host.files, folder, indexes, log })
    this.#reloading = new Reloading(() => this.#load())
    this.#subscriptions = [
      this.#changed,
      this.#failed,
      this.#reloading,
      host.onDidChangePlaces(() => {
        this.#watch()
        this.#reloading.soon()
      }),
      host.onDidReturn(() => {
        this.#reloading.soon()
      }),
    ]
    this.#watch()
    this.#firstLoad().catch((error: unknown) => {
      this.#log.error(`Corpora could not be loaded: ${String(error)}`)
    })
  }

  /** The library, with the analyst's own files as far as they are read: nobody waits for these. */
  get ready(): Promise<Corpus> {
    return this.#library.ready.then(() => this.#current)
  }

  get current(): Corpus {
    return this.#current
  }

  get failure(): Sentence | undefined {
    return this.#library.failure ?? this.#ownFailure
  }

  get onDidFail(): Event<Sentence> {
    return this.#failed.event
  }

  get onDidChange(): Event<Corpus> {
    return this.#changed.event
  }

  get stale(): readonly StaleFile[] {
    return this.#own.flatMap(({ name, address, read, good }) => {
      const [trouble] = read.troubles
      return read.kind === 'failed' && trouble !== undefined
        ? [{ name, address, line: trouble.place.line, isUsed: good !== undefined }]
        : []
    })
  }

  ownAddressOf(name: string): Address | undefined {
    return this.#own.find((file) => file.name === name)?.address
  }

  async readChanged(): Promise<void> {
    await this.#reloading.now()
  }

  async reload(signal?: AbortSignal): Promise<void> {
    this.#library.reload()
    await this.#reloading.now(() => {
      return this.#load(
        this.#own.map((file) => ({ ...file, stamp: '' })),
        signal,
      )
    })
  }

  dispose(): void {
    this.#isDisposed = true
    this.#watching?.dispose()
    for (const one of this.#subscriptions) one.dispose()
  }

  /** The library first: it is there at once, and the analyst's files come behind it. */
  async #firstLoad(): Promise<void> {
    this.#base = await this.#library.ready
    this.#use(this.#base)
    await this.#reloading.now()
  }

  /** Tells once of each time that the library could not be read. */
  #tellFailure(): void {
    const { failure, ready } = this.#library
    if (failure !== undefined && ready !== this.#told) this.#failed.tell(failure)
    this.#told = ready
  }

  #watch(): void {
    this.#watching?.dispose()
    this.#watching = this.#host.watch(watchedPatterns(this.#host), () => {
      this.#reloading.soon()
    })
  }

  /** Reads what is not as in `before`. */
  async #load(before = this.#own, signal?: AbortSignal): Promise<void> {
    const library = await this.#library.ready
    this.#tellFailure()
    const found = await lookForOwnFiles(this.#host, signal)
    if (found.files.length > 0) await this.#kept?.open(await this.#placeOfKept())
    const reading = { work: this.#work, ...(this.#kept && { kept: this.#kept }) }
    const own = await readOwnFiles(this.#host, found, before, signal, reading)
    this.#logRead(own.filter((file) => !before.includes(file)))
    const isSame =
      library === this.#base &&
      own.length === before.length &&
      own.every((file, place) => file === before[place])
    if (isSame || this.#isDisposed) return
    const corpus = withOwnFiles(library, own)
    if (!(await this.#prepare(corpus, own, signal))) return
    this.#base = library
    this.#own = own
    this.#use(corpus)
    await this.#kept?.keep(own.flatMap(toKeep))
  }

  /** What is worked in, and what reads there: that is as old as the library which it was built with. */
  async #placeOfKept(): Promise<string> {
    const { files, folders } = this.#host
    const library = await files.stat(childOf(this.#built, 'library.json')).catch(() => undefined)
    return [...folders, library?.modified, library?.size].join(' ')
  }

  /** Whether there is an index of `corpus`, which has `own`. */
  async #prepare(
    corpus: Corpus,
    own: readonly OwnFile[],
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const byName = new Map(own.map((file) => [file.name, file]))
    const by = {
      place: this.#host.folders.join(' '),
      hashOf: (name: string) => byName.get(name)?.goodHash,
      storedOf: (name: string) => byName.get(name)?.goodStored,
    }
    try {
      await this.#indexes.prepare(corpus, by, signal)
      signal?.throwIfAborted()
      this.#ownFailure = undefined
      return true
    } catch (error) {
      if (!isThreadEnded(error)) throw error
      this.#ownFailure = brokenDown
      this.#failed.tell(brokenDown)
      this.#log.error(`The index could not be made: ${String(error)}`)
      return false
    }
  }

  #logRead(files: readonly OwnFile[]): void {
    for (const { name, read } of files) {
      this.#log.info(`${name} was read: ${String(read.troubles.length)} troubles.`)
    }
  }

  #use(corpus: Corpus): void {
    this.#current = corpus
    this.#changed.tell(corpus)
  }
}

function toKeep({ name, goodHash, goodStored }: OwnFile): readonly KeptFile[] {
  return goodHash === undefined || goodStored === undefined
    ? []
    : [{ name, hash: goodHash, stored: goodStored }]
}
