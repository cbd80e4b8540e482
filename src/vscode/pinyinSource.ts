import * as vscode from 'vscode'
import { readPinyin, type PinyinTable } from '../core/words/pinyin.ts'

/** The table of pinyin, which ships as a file of its own and is read when it is first asked for. */
export class PinyinSource {
  readonly #file: vscode.Uri
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>
  #loading: Promise<PinyinTable | undefined> | undefined
  /** For who types no pinyin, once it is read. */
  #soundsOnly: PinyinTable | undefined

  constructor(extension: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'warn'>) {
    this.#file = vscode.Uri.joinPath(extension, 'dist', 'pinyin.txt')
    this.#log = log
  }

  /**
   * The table; nothing where its file cannot be read. Where letters are not to be read as pinyin, only what
   * sounds alike is told by it, and nobody waits for it.
   */
  async table(isTyped: boolean): Promise<PinyinTable | undefined> {
    this.#loading ??= this.#read()
    return isTyped ? this.#loading : this.#soundsOnly
  }

  async #read(): Promise<PinyinTable | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file)
      const table = readPinyin(new TextDecoder().decode(bytes))
      this.#soundsOnly = { ...table, isTyped: false }
      return table
    } catch (error) {
      this.#log.warn(`The table of pinyin could not be read: ${String(error)}`)
      return undefined
    }
  }
}
