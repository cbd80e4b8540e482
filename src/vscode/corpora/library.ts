import * as vscode from 'vscode'
import { emptyCorpus, type Corpus } from '../../core/corpus/corpus.ts'
import { readLibrary } from '../../core/corpus/library.ts'
import { readSegment } from '../../core/search/searchIndex.ts'
import type { SearchIndexes } from '../indexes/searchIndexes.ts'

/** The library that ships with the extension, compiled when it was built and read on first use. */
export class Library {
  readonly ready: Promise<Corpus>
  readonly #extension: vscode.Uri
  readonly #indexes: SearchIndexes
  readonly #log: vscode.LogOutputChannel
  #failure: string | undefined

  constructor(extension: vscode.Uri, indexes: SearchIndexes, log: vscode.LogOutputChannel) {
    this.#indexes = indexes
    this.#extension = extension
    this.#log = log
    this.ready = this.#read()
  }

  get failure(): string | undefined {
    return this.#failure
  }

  fileUri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#extension, 'corpus', name)
  }

  async #read(): Promise<Corpus> {
    try {
      const [json, index] = await Promise.all([
        this.#readFile('library.json'),
        this.#readFile('library.index').catch(() => undefined),
      ])
      const corpus = readLibrary(new TextDecoder().decode(json))
      if (corpus === undefined)
        throw new Error('The compiled library is damaged or of another version.')
      this.#adopt(corpus, index)
      return corpus
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error)
      this.#log.error(`The library could not be read: ${this.#failure}`)
    }
    return emptyCorpus
  }

  /** Uses the index made with the library; where it is damaged or of another version, it is made anew when asked for. */
  #adopt(corpus: Corpus, bytes: Uint8Array | undefined): void {
    const segment = bytes && readSegment(bytes, corpus.provisions)
    if (segment === undefined) this.#log.warn('The index of the library is not used.')
    else this.#indexes.adopt(corpus, segment)
  }

  async #readFile(name: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extension, 'dist', name))
  }
}
