import { emptyCorpus, type Corpus } from '../core/corpus/corpus.ts'
import { readLibrary } from '../core/corpus/library.ts'
import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { readSynonyms } from '../core/words/synonyms.ts'
import { childOf } from './addresses.ts'
import { reasonUnread } from './fileErrors.ts'
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
    const message = error instanceof Error ? error.message : String(error)
    const reason = reasonUnread(error) ?? message
    return { refused: sentence`The library could not be read: ${reason}` }
  }
}

/**
 * Has `indexes` search `library` by what was made with it: its index, and the words that mean the same. Gives
 * what is wrong with these: without its index it is made anew when it is asked for. Never throws.
 */
export async function adoptShippedIndex(
  files: Files,
  folder: Address,
  indexes: SearchIndexes,
  library: Corpus,
): Promise<readonly string[]> {
  const read = (name: string): Promise<Uint8Array | undefined> =>
    files.readFile(childOf(folder, name)).catch(() => undefined)
  const [synonyms, index] = await Promise.all([read('synonyms.txt'), read('library.index')])
  if (synonyms !== undefined) indexes.learn(readSynonyms(new TextDecoder().decode(synonyms)))
  const isAdopted = index !== undefined && indexes.adopt(library, index)
  const fault = index === undefined ? 'not there' : 'damaged'
  return [
    ...(synonyms === undefined ? ['The table of synonyms is not there.'] : []),
    ...(isAdopted ? [] : [`The index of the library is ${fault}: it is made anew.`]),
  ]
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
    const { files, folder, indexes, log } = this.#parts
    const read = await readShippedLibrary(files, folder)
    this.#failure = 'refused' in read ? read.refused : undefined
    if ('refused' in read) {
      log.error('The library could not be read; the last good one stays in use.')
      return this.#good
    }
    const faults = await adoptShippedIndex(files, folder, indexes, read.corpus)
    for (const fault of faults) log.warn(fault)
    this.#good = read.corpus
    return read.corpus
  }
}
