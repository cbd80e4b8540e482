import { readFile } from 'node:fs/promises'
import { Failure } from './steps.mjs'

/**
 * esbuild plugin: the tables of `l10n/` with each sentence by its short name, and that once for both:
 * the sentences themselves stand in the code already, and would take a tenth of a bundle.
 */
export const packedWords = {
  name: 'packedWords',
  setup(build) {
    build.onLoad({ filter: /bundle\.l10n\.zh-cn\.json$/ }, async ({ path }) => {
      return { contents: JSON.stringify(await withShortNames(await tableIn(path))), loader: 'json' }
    })
    build.onLoad({ filter: /bundle\.l10n\.zh-tw\.json$/ }, async ({ path }) => {
      const simplified = await tableIn(path.replace('zh-tw', 'zh-cn'))
      return { contents: besideIt(await tableIn(path), simplified), loader: 'js' }
    })
  },
}

async function tableIn(path) {
  return JSON.parse(await readFile(path, 'utf8'))
}

/** `table` with the short names of its sentences; two that have the same one are a failure. */
export async function withShortNames(table) {
  const { shortName } = await import('../src/wording/shortNames.ts')
  const named = Object.entries(table).map(([sentence, words]) => [shortName(sentence), words])
  const names = new Set(named.map(([name]) => name))
  if (names.size < named.length) throw new Failure('Two sentences of l10n/ have one short name.')
  return Object.fromEntries(named)
}

/** A module that makes `table` of the `other` one, which has the same sentences, and the words that differ there. */
function besideIt(table, other) {
  const sentences = Object.keys(other)
  if (sentences.join('\n') !== Object.keys(table).join('\n')) {
    throw new Failure('The tables of l10n/ have different sentences, or another order.')
  }
  const words = Object.entries(table).map(([one, said]) => (said === other[one] ? 0 : said))
  return `import names from './bundle.l10n.zh-cn.json' with { type: 'json' }
const words = ${JSON.stringify(words)}
export default Object.fromEntries(Object.entries(names).map(([name, said], at) => [name, words[at] || said]))`
}
