import * as vscode from 'vscode'
import { emptyCorpus, type Corpus } from '../../core/corpus/corpus.ts'
import { readLibrary } from '../../core/corpus/library.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { readSegment } from '../../core/search/searchIndex.ts'
import type { SearchIndexes } from '../indexes/searchIndexes.ts'

/**
 * The library that ships with the extension, compiled when it was built and read on first use. One that
 * cannot be read, damaged perhaps, leaves the last good one in use.
 */
export class Library {
  readonly #extension: vscode.Uri
  readonly #indexes: SearchIndexes
  readonly #log: vscode.LogOutputChannel
  #reading: Promise<Corpus>
  #good = emptyCorpus
  #failure: string | undefined

  constructor(extension: vscode.Uri, indexes: SearchIndexes, log: vscode.LogOutputChannel) {
    this.#indexes = indexes
    this.#extension = extension
    this.#log = log
    this.#reading = this.#read()
  }

  get ready(): Promise<Corpus> {
    return this.#reading
  }

  /** Reads it again. */
  reload(): void {
    this.#reading = this.#read()
  }

  get failure(): string | undefined {
    return this.#failure
  }

  fileUri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#extension, 'corpus', name)
  }

  async #read(): Promise<Corpus> {
    try {
      const [bytes, index] = await Promise.all([
        this.#readFile('library.json'),
        this.#readFile('library.index').catch(() => undefined),
      ])
      const reading = readLibrary(bytes)
      if ('refused' in reading) this.#fail(inWords(reading.refused.message, vscode.l10n.t))
      else this.#use(reading.corpus, index)
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error))
    }
    return this.#good
  }

  #use(corpus: Corpus, index: Uint8Array | undefined): void {
    this.#adopt(corpus, index)
    this.#good = corpus
    this.#failure = undefined
  }

  #fail(why: string): void {
    this.#failure = why
    this.#log.error(`The library could not be read: ${why}`)
    void vscode.window.showErrorMessage(why)
  }

  /** Uses the index made with the library; where it is damaged or of another version, it is made anew when asked for. */
  #adopt(corpus: Corpus, bytes: Uint8Array | undefined): void {
    const segment = bytes && readSegment(bytes, corpus.provisions)
    if (segment === undefined)
      this.#log.warn('The index of the library is damaged: it is made anew.')
    else this.#indexes.adopt(corpus, segment)
  }

  async #readFile(name: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extension, 'dist', name))
  }
}
