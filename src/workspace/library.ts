import { emptyCorpus, type Corpus } from '../core/corpus/corpus.ts'
import { readLibrary } from '../core/corpus/library.ts'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { readSynonyms, type Synonyms } from '../core/words/synonyms.ts'
import { childOf } from './addresses.ts'
import type { Address, Files, Log } from './host.ts'
import type { SearchIndexes } from './indexes/searchIndexes.ts'

/** The library that was compiled when we were built, or why it is not read, with what to do. */
export type LibraryRead = { readonly corpus: Corpus } | { readonly refused: Sentence }

/** Reads the library; `folder` is that of our built files. Never throws. */
export async function readShippedLibrary(files: Files, folder: Address): Promise<LibraryRead> {
  try {
    const reading = readLibrary(await files.readFile(childOf(folder, 'library.json')))
    return 'refused' in reading ? { refused: reading.refused.message } : reading
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { refused: sentence`The library could not be read: ${reason}` }
  }
}

/** The words that mean the same, which lie beside the library; `undefined` where they cannot be read. */
export async function readShippedSynonyms(
  files: Files,
  folder: Address,
): Promise<Synonyms | undefined> {
  const bytes = await files.readFile(childOf(folder, 'synonyms.txt')).catch(() => undefined)
  return bytes && readSynonyms(new TextDecoder().decode(bytes))
}

/** What reads the library, and where. */
export interface LibraryParts {
  readonly files: Files
  /** The folder of our built files. */
  readonly folder: Address
  readonly indexes: SearchIndexes
  readonly log: Log
}

/**
 * The library, read on first use and again when that is asked for; what cannot be read, damaged perhaps,
 * leaves the last good one in use.
 */
export class ShippedLibrary {
  readonly #parts: LibraryParts
  #reading: Promise<Corpus>
  #good = emptyCorpus
  #failure: Sentence | undefined

  constructor(parts: LibraryParts) {
    this.#parts = parts
    this.#reading = this.#read()
  }

  /** Resolves with the last good one once it was read, the empty corpus where there is none. Never rejects. */
  get ready(): Promise<Corpus> {
    return this.#reading
  }

  /** Why it could not be read when it was last. */
  get failure(): Sentence | undefined {
    return this.#failure
  }

  /** Reads it again. */
  reload(): void {
    this.#reading = this.#read()
  }

  async #read(): Promise<Corpus> {
    const { files, folder, log } = this.#parts
    const read = await readShippedLibrary(files, folder)
    this.#failure = 'refused' in read ? read.refused : undefined
    if ('refused' in read) {
      log.error('The library could not be read; the last good one stays in use.')
      return this.#good
    }
    await this.#useIndex(read.corpus)
    this.#good = read.corpus
    return read.corpus
  }

  /** Uses the index that was made with the library; one that is damaged is made anew when it is asked for. */
  async #useIndex(corpus: Corpus): Promise<void> {
    const { files, folder, indexes, log } = this.#parts
    await this.#learnSynonyms()
    const bytes = await files.readFile(childOf(folder, 'library.index')).catch(() => undefined)
    if (bytes === undefined) log.warn('The index of the library is not there: it is made anew.')
    else if (!indexes.adopt(corpus, bytes)) {
      log.warn('The index of the library is damaged: it is made anew.')
    }
  }

  async #learnSynonyms(): Promise<void> {
    const { files, folder, indexes, log } = this.#parts
    const synonyms = await readShippedSynonyms(files, folder)
    if (synonyms === undefined) log.warn('The table of synonyms is not there.')
    else indexes.learn(synonyms)
  }
}
