import { instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import { instrumentIdOf, type Key } from '../../core/corpus/key.ts'
import type { AttachedDocument } from '../../core/official/attachedDocument.ts'
import type { Instrument } from '../../core/corpus/provision.ts'
import { dayOfDocument } from '../../core/official/dayOfDocument.ts'
import { findPassages } from '../../core/official/officialText.ts'
import { inOrderOfDays, type OfficialVersion } from '../../core/official/officialVersions.ts'
import type { Disposable, Watching } from '../host.ts'
import { Listeners, type Event } from '../listeners.ts'
import type { AttachedFiles } from './attachedFiles.ts'

/** A document that is attached, with the instrument and the day that it counts for. */
export interface AttachedVersion {
  /** Of the file in which it is stored. */
  readonly id: string
  readonly instrument: Instrument
  readonly day: string
  /** The name that the document had. */
  readonly name: string
}

/** Documents by the names of their files; nothing for one that is damaged. */
type Stored = ReadonlyMap<string, AttachedDocument | undefined>

/** The official texts of the instruments to which the analyst attached a document. */
export class OfficialTexts implements Disposable {
  readonly #files: AttachedFiles
  readonly #changed = new Listeners<void>()
  readonly #watching: Disposable
  #stored: Stored = new Map()
  /** What was found for each snapshot of the corpus, by instrument. */
  #found = new WeakMap<Corpus, Map<string, readonly OfficialVersion[] | undefined>>()
  /** The names of what was written here, and is to be read in any case. */
  readonly #anew = new Set<string>()
  #reading: Promise<void>

  constructor(files: AttachedFiles, watching: Pick<Watching, 'onDidReturn'>) {
    this.#files = files
    this.#reading = this.#read()
    // Another window may have attached one.
    this.#watching = watching.onDidReturn(() => {
      void this.reload()
    })
  }

  /** Fires when a document was attached or detached, here or in another window. */
  get onDidChange(): Event<void> {
    return this.#changed.event
  }

  /** Resolves once what is stored has been read. */
  get ready(): Promise<void> {
    return this.#reading
  }

  /** The official texts of the instrument that `key` belongs to, as far as they have been read, the oldest first; `undefined` for none. */
  of(corpus: Corpus, key: Key): readonly OfficialVersion[] | undefined {
    const known =
      this.#found.get(corpus) ?? new Map<string, readonly OfficialVersion[] | undefined>()
    this.#found.set(corpus, known)
    const id = instrumentIdOf(key)
    if (!known.has(id)) known.set(id, this.#find(corpus, key))
    return known.get(id)
  }

  /** What is attached to instruments of `corpus`, of one instrument the oldest first. */
  attached(corpus: Corpus): readonly AttachedVersion[] {
    const all = this.#documents().flatMap(([id, document]) => versionOf(corpus, id, document))
    const place = ({ instrument, day }: AttachedVersion): string => `${instrument.key} ${day}`
    return all.sort((one, other) => (place(one) < place(other) ? -1 : 1))
  }

  /** Stores `document` in place of what was attached to the same instrument of `corpus` as of the same day, or is the same document, and has it in use. */
  async attach(document: AttachedDocument, corpus: Corpus): Promise<void> {
    const [own] = versionOf(corpus, '', document)
    const name = await this.#files.write(document, (other) =>
      versionOf(corpus, '', other).some(({ instrument, day }) => {
        const isSame = day === own?.day || other.sha256 === document.sha256
        return instrument === own?.instrument && isSame
      }),
    )
    this.#anew.add(name)
    await this.reload()
  }

  /** Deletes what is stored as `id`; its text is in use no more. */
  async detach(id: string): Promise<void> {
    await this.#files.delete(id)
    await this.reload()
  }

  /** Reads what is stored again, as far as it is not the same; what cannot be read stays as it was. Never rejects. */
  async reload(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read())
    await this.#reading
  }

  dispose(): void {
    this.#watching.dispose()
    this.#changed.dispose()
  }

  #find(corpus: Corpus, key: Key): readonly OfficialVersion[] | undefined {
    const instrument = instrumentOf(corpus, key)
    const versions = this.#documents().flatMap(([id, document]) =>
      versionOf(corpus, id, document)
        .filter((version) => version.instrument === instrument)
        .map(({ day, instrument: whole }) => {
          return { day, text: findPassages(document.outline, whole, corpus) }
        }),
    )
    return versions.length === 0 ? undefined : inOrderOfDays(versions)
  }

  /** What could be read. */
  #documents(): readonly (readonly [id: string, document: AttachedDocument])[] {
    return [...this.#stored].flatMap(([id, one]) => (one === undefined ? [] : [[id, one]]))
  }

  async #read(): Promise<void> {
    const before = this.#stored
    const stored = await this.#readStored(before)
    if (stored === undefined || areSame(stored, before)) return
    this.#stored = stored
    this.#found = new WeakMap()
    this.#changed.tell()
  }

  /** What is stored now; `undefined` where that cannot be said. What could not be read is tried again the next time. */
  async #readStored(before: Stored): Promise<Stored | undefined> {
    const names = await this.#files.names().catch(() => undefined)
    if (names === undefined) return undefined
    const stored = new Map<string, AttachedDocument | undefined>()
    for (const name of names) {
      const known = before.get(name)
      try {
        const isKnown = before.has(name) && !this.#anew.has(name)
        stored.set(name, isKnown ? known : await this.#files.read(name))
        this.#anew.delete(name)
      } catch {
        if (known !== undefined) stored.set(name, known)
      }
    }
    return stored
  }
}

function areSame(one: Stored, other: Stored): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, document]) => other.has(name) && other.get(name) === document)
  )
}

/** What `document` counts as in `corpus`; nothing where its instrument is not there. */
function versionOf(
  corpus: Corpus,
  id: string,
  { instrument: key, name, day }: AttachedDocument,
): readonly AttachedVersion[] {
  const instrument = corpus.byKey.get(key)
  if (instrument?.level !== 'instrument') return []
  return [{ id, instrument, name, day: day ?? dayOfDocument(instrument, name) }]
}
