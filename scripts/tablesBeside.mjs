import path from 'node:path'
import { root } from './steps.mjs'
import { TextsBeside } from './textsBeside.mjs'

/** Traditional characters with their Simplified ones, in one text. */
const pairs = path.join(root, 'src/core/words/simplifiedPairs.ts')

/**
 * The tables of the web bundle, which are no code and lie in a file beside it: by its name each is a member of
 * `tables`, which a chunk is given when it is run.
 */
export class TablesBeside {
  #tables = new Map()
  #texts = new TextsBeside()

  /** A chunk that looks its texts up in `texts`, which is one of the tables. */
  lookUp = this.#texts.lookUp

  /** What stands for `text` in the code of a chunk. */
  standFor = (name, text) => {
    this.#tables.set(name, text)
    return `tables.${name}`
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
    const names = [...this.#tables.keys()].sort()
    const tables = Object.fromEntries(names.map((name) => [name, this.#tables.get(name)]))
    return JSON.stringify({ ...tables, texts: this.#texts.all })
  }
}
