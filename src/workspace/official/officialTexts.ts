import { instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import { instrumentIdOf, type Key } from '../../core/corpus/key.ts'
import type { AttachedDocument } from '../../core/official/attachedDocument.ts'
import { findPassages, type OfficialText } from '../../core/official/officialText.ts'
import type { Disposable, Watching } from '../host.ts'
import { Listeners, type Event } from '../listeners.ts'
import type { AttachedFiles } from './attachedFiles.ts'

/** The official texts of the instruments to which the analyst attached a document. */
export class OfficialTexts implements Disposable {
  readonly #files: AttachedFiles
  readonly #changed = new Listeners<void>()
  readonly #watching: Disposable
  /** By the name of the file; nothing for one that could not be read. */
  #stored: ReadonlyMap<string, AttachedDocument | undefined> = new Map()
  /** What was found for each snapshot of the corpus, by instrument. */
  #found = new WeakMap<Corpus, Map<string, OfficialText | undefined>>()
  #reading: Promise<void>

  constructor(files: AttachedFiles, watching: Pick<Watching, 'onDidReturn'>) {
    this.#files = files
    this.#reading = this.#read()
    // Another window may have attached one.
    this.#watching = watching.onDidReturn(() => {
      void this.reload()
    })
  }

  /** Fires when a document was attached, here or in another window. */
  get onDidChange(): Event<void> {
    return this.#changed.event
  }

  /** Resolves once what is stored has been read. */
  get ready(): Promise<void> {
    return this.#reading
  }

  /** The official text of the instrument that `key` belongs to, as far as it has been read. */
  of(corpus: Corpus, key: Key): OfficialText | undefined {
    const known = this.#found.get(corpus) ?? new Map<string, OfficialText | undefined>()
    this.#found.set(corpus, known)
    const id = instrumentIdOf(key)
    if (!known.has(id)) known.set(id, this.#find(corpus, key))
    return known.get(id)
  }

  /** Stores `document`, and has it in use. */
  async attach(document: AttachedDocument): Promise<void> {
    await this.#files.write(document)
    this.#stored = new Map()
    await this.reload()
  }

  /** Reads what is stored again, as far as it is not the same. */
  async reload(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read())
    await this.#reading
  }

  dispose(): void {
    this.#watching.dispose()
    this.#changed.dispose()
  }

  #find(corpus: Corpus, key: Key): OfficialText | undefined {
    const instrument = instrumentOf(corpus, key)
    const attached = [...this.#stored.values()].find(
      (one) => one && corpus.byKey.get(one.instrument) === instrument,
    )
    return attached && instrument && findPassages(attached.outline, instrument, corpus)
  }

  async #read(): Promise<void> {
    const before = this.#stored
    const names = await this.#files.names()
    if (names.length === before.size && names.every((name) => before.has(name))) return
    const stored = new Map<string, AttachedDocument | undefined>()
    for (const name of names) {
      stored.set(name, before.has(name) ? before.get(name) : await this.#files.read(name))
    }
    this.#stored = stored
    this.#found = new WeakMap()
    this.#changed.tell()
  }
}
