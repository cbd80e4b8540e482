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

/** The table of pinyin, which ships as a file of its own and is read when it is first asked for. */
export class PinyinSource {
  readonly #parts: PinyinParts
  #loading: Promise<Tables | undefined> | undefined

  constructor(parts: PinyinParts) {
    this.#parts = parts
  }

  /**
   * The table; nothing where its file cannot be read. Where letters are not to be read as pinyin, only what
   * sounds alike is told by it.
   */
  async table(isTyped: boolean): Promise<PinyinTable | undefined> {
    const tables = await (this.#loading ??= this.#read())
    return isTyped ? tables?.whole : tables?.soundsOnly
  }

  async #read(): Promise<Tables | undefined> {
    const { files, folder, log } = this.#parts
    try {
      const bytes = await files.readFile(childOf(folder, 'pinyin.txt'))
      const whole = readPinyin(new TextDecoder().decode(bytes))
      return { whole, soundsOnly: { ...whole, isTyped: false } }
    } catch (error) {
      log.warn(`The table of pinyin could not be read: ${String(error)}`)
      return undefined
    }
  }
}

/** The table for who types pinyin, and for who does not. */
interface Tables {
  readonly whole: PinyinTable
  readonly soundsOnly: PinyinTable
}
