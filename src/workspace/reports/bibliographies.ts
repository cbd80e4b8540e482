import type { BibliographyText } from '../../core/bibliography/plan.ts'
import { parentOf } from '../addresses.ts'
import type { Address, Disposable, Files, Host, Watching } from '../host.ts'
import { Listeners, type Event } from '../listeners.ts'
import {
  bibliographyAddress,
  levelsAbove,
  readBibliographyFile,
  unread,
} from './bibliographyFiles.ts'

/** The files in whose folder something like this changed are read again. */
const watchedNames = '*.{json,bib,bibtex,biblatex,yaml,yml,csl}'

/**
 * The bibliography files that open reports name, and the files of their styles, as they are on disk. One is read when it is first asked
 * about, and again when it changed; until then it counts as not read.
 */
export class Bibliographies implements Disposable {
  readonly #host: Pick<Host, 'files' | 'folders'> & Watching
  readonly #texts = new Map<Address, BibliographyText>()
  readonly #watching = new Map<Address, Disposable>()
  readonly #returning: Disposable
  readonly #changed = new Listeners<void>()
  #reading: Promise<void> = Promise.resolve()

  constructor(host: Pick<Host, 'files' | 'folders'> & Watching) {
    this.#host = host
    this.#returning = host.onDidReturn(() => {
      this.reload()
    })
  }

  /** Fires when a file was read that is not what it was. */
  get onDidChange(): Event<void> {
    return this.#changed.event
  }

  /** Resolves once what was asked about has been read. */
  get ready(): Promise<void> {
    return this.#reading
  }

  /** The file that `path` means to the report at `report`, as far as it has been read. */
  of(report: Address, path: string): BibliographyText {
    const address = bibliographyAddress(this.#host, report, path)
    if (address === undefined) return unread
    const known = this.#texts.get(address)
    if (known !== undefined) return known
    this.#texts.set(address, unread)
    this.#watch(parentOf(address))
    this.#readSoon([address])
    return unread
  }

  /** How many folders above that of the report at `report` have files for it. */
  levelsAbove(report: Address): number {
    return levelsAbove(this.#host, report)
  }

  /** Reads again what lies in `folder`, or everywhere. */
  reload(folder?: Address): void {
    const addresses = [...this.#texts.keys()]
    this.#readSoon(addresses.filter((one) => folder === undefined || parentOf(one) === folder))
  }

  dispose(): void {
    this.#returning.dispose()
    for (const watching of this.#watching.values()) watching.dispose()
    this.#changed.dispose()
  }

  #watch(folder: Address): void {
    if (this.#watching.has(folder)) return
    const changed = (): void => {
      this.reload(folder)
    }
    this.#watching.set(folder, this.#host.watch([{ folder, pattern: watchedNames }], changed))
  }

  #readSoon(addresses: readonly Address[]): void {
    this.#reading = this.#reading.then(() => this.#read(this.#host.files, addresses))
  }

  async #read(files: Files, addresses: readonly Address[]): Promise<void> {
    const texts = await Promise.all(addresses.map((one) => readBibliographyFile(files, one)))
    const changed = addresses.filter((one, at) => this.#note(one, texts[at] ?? unread))
    if (changed.length > 0) this.#changed.tell()
  }

  /** Whether `text` is not what was known of the file. */
  #note(address: Address, text: BibliographyText): boolean {
    const known = this.#texts.get(address)
    if (known !== undefined && isSame(known, text)) return false
    this.#texts.set(address, text)
    return true
  }
}

function isSame(one: BibliographyText, other: BibliographyText): boolean {
  return one.kind === 'read' && other.kind === 'read'
    ? one.text === other.text
    : one.kind === other.kind
}
