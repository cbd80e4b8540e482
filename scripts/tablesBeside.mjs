import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

/** Traditional characters with their Simplified ones, in one text. */
const pairs = path.join(root, 'src/core/words/simplifiedPairs.ts')

/** The English sentences that are said in Chinese, too, each with its number. */
const sentences = new Map(
  Object.keys(JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8'))).map(
    (sentence, at) => [sentence, at],
  ),
)

/** A shorter one takes less than its place in a table. */
const shortest = 12

/** A text between quotation marks, whatever it says, which is not the name of a member. */
const quoted = /'((?:[^'\\\n]|\\.)+)'(?!:)/g

/** A sentence of core without values in it (`src/core/corpus/sentence.ts`). */
const tagged = /(?<![\w.])sentence`((?:[^`$\\]|\\.)+)`/g

/**
 * The tables of the web bundle, which are no code and lie in a file beside it: by its name each is a member of
 * `tables`, which a chunk is given when it is run.
 */
export class TablesBeside {
  #texts = new Map()
  #said = []

  /** What stands for `text` in the code of a chunk. */
  standFor = (name, text) => {
    this.#texts.set(name, text)
    return `tables.${name}`
  }

  /** `source` with the sentences that it says by their places in a table. */
  sayBeside = (source) =>
    source
      .replaceAll(quoted, (written, text) => this.#placeOf(text) ?? written)
      .replaceAll(tagged, (written, text) => {
        const place = this.#placeOf(text)
        return place === undefined ? written : `{ template: ${place}, values: [] }`
      })

  /** Where the sentence lies that `text`, as it is written in code, says. */
  #placeOf(text) {
    const said = text.replaceAll(/\\(.)/g, '$1')
    const at = sentences.get(said)
    if (at === undefined || said.length < shortest) return undefined
    this.#said[at] = said
    return `tables.said[${at}]`
  }

  /** esbuild plugin: the characters that both scripts write differently are such a table. */
  get plugin() {
    return {
      name: 'tablesBeside',
      setup: ({ onLoad }) => {
        onLoad({ filter: /[\\/]simplifiedPairs\.ts$/ }, async () => {
          const { simplifiedPairs } = await import(pairs)
          const table = this.standFor('simplified', simplifiedPairs)
          return { contents: `export const simplifiedPairs = ${table}` }
        })
      },
    }
  }

  /** The file, whichever table was asked for first. */
  get file() {
    const names = [...this.#texts.keys()].sort()
    const texts = Object.fromEntries(names.map((name) => [name, this.#texts.get(name)]))
    return JSON.stringify({ ...texts, said: Array.from(this.#said, (said) => said ?? 0) })
  }
}
