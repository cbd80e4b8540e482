import * as vscode from 'vscode'
import { emptyCorpus, type Corpus } from '../core/corpus/corpus.ts'
import { readLibrary } from '../core/corpus/library.ts'
import type { CorpusSource } from './corpusSource.ts'

/** The library that ships with the extension, compiled when it was built and read on first use. */
export class Library implements CorpusSource {
  readonly ready: Promise<Corpus>
  readonly #changed = new vscode.EventEmitter<Corpus>()
  readonly #extension: vscode.Uri
  readonly #log: vscode.LogOutputChannel
  #current = emptyCorpus
  #failure: string | undefined

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#extension = extension
    this.#log = log
    this.ready = this.#read()
  }

  get current(): Corpus {
    return this.#current
  }

  get failure(): string | undefined {
    return this.#failure
  }

  get onDidChange(): vscode.Event<Corpus> {
    return this.#changed.event
  }

  fileUri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#extension, 'corpus', name)
  }

  dispose(): void {
    this.#changed.dispose()
  }

  async #read(): Promise<Corpus> {
    try {
      const file = vscode.Uri.joinPath(this.#extension, 'dist', 'library.json')
      const corpus = readLibrary(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)))
      if (corpus === undefined)
        throw new Error('The compiled library is damaged or of another version.')
      this.#current = corpus
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error)
      this.#log.error(`The library could not be read: ${this.#failure}`)
    }
    this.#changed.fire(this.#current)
    return this.#current
  }
}
