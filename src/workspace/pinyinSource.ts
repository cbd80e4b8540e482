import { readPinyin, type PinyinTable } from '../core/words/pinyin.ts'
import { childOf } from './addresses.ts'
import type { Address, Files, Log } from './host.ts'

/** What reads the table of pinyin, and where. */
export interface PinyinParts {
  readonly files: Files
  /** The folder of our built files. */
  readonly folder: Address
  readonly log: Pick<Log, 'warn'>
}

/** The table of pinyin, which ships as a file of its own and is read when the setting is first seen on. */
export class PinyinSource {
  readonly #parts: PinyinParts
  #loading: Promise<PinyinTable | undefined> | undefined

  constructor(parts: PinyinParts) {
    this.#parts = parts
  }

  /** The table where `isWanted`; nothing where it is not, or where the file cannot be read. */
  async table(isWanted: boolean): Promise<PinyinTable | undefined> {
    if (!isWanted) return undefined
    this.#loading ??= this.#read()
    return this.#loading
  }

  async #read(): Promise<PinyinTable | undefined> {
    const { files, folder, log } = this.#parts
    try {
      return readPinyin(
        new TextDecoder().decode(await files.readFile(childOf(folder, 'pinyin.txt'))),
      )
    } catch (error) {
      log.warn(`The table of pinyin could not be read: ${String(error)}`)
      return undefined
    }
  }
}
