import * as vscode from 'vscode'
import { readPinyin, type PinyinTable } from '../core/words/pinyin.ts'

/** The table of pinyin, which ships as a file of its own and is read when the setting is first seen on. */
export class PinyinSource {
  readonly #file: vscode.Uri
  readonly #log: Pick<vscode.LogOutputChannel, 'warn'>
  #loading: Promise<PinyinTable | undefined> | undefined

  constructor(extension: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'warn'>) {
    this.#file = vscode.Uri.joinPath(extension, 'dist', 'pinyin.txt')
    this.#log = log
  }

  /** The table where `isWanted`; nothing where it is not, or where the file cannot be read. */
  async table(isWanted: boolean): Promise<PinyinTable | undefined> {
    if (!isWanted) return undefined
    this.#loading ??= this.#read()
    return this.#loading
  }

  async #read(): Promise<PinyinTable | undefined> {
    try {
      return readPinyin(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file)))
    } catch (error) {
      this.#log.warn(`The table of pinyin could not be read: ${String(error)}`)
      return undefined
    }
  }
}
