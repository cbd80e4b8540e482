import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure, root } from './steps.mjs'

/**
 * esbuild plugin: the tables of `l10n/` with each sentence by its short name, and that once for both, as
 * are words that differ in their characters alone: the sentences themselves stand in the code already, and
 * would take a tenth of a bundle.
 */
export const packedWords = packed((table) => table)

/**
 * The same for what runs in VS Code, which reads the tables itself for what is said in its own language.
 * Ours then has the sentences for the reader of the corpus alone: they stand where `wordsIn` is asked.
 */
export const packedReadersWords = packed((table) => saidToReaders(table))

/**
 * The same without what is said of quotations: the web, which has no official texts, judges none. The words
 * are where `standFor` puts them, which gives what stands for them in the code.
 */
export function packedWebWords(standFor) {
  return packed((table) => saidToReaders(table, ['quotationText.ts']), standFor)
}

async function saidToReaders(table, without = []) {
  const strings = new Set((await modulesSaying(without)).flatMap(stringsIn))
  return Object.fromEntries(Object.entries(table).filter(([sentence]) => strings.has(sentence)))
}

function packed(choose, standFor = (_, text) => JSON.stringify(text)) {
  return {
    name: 'packedWords',
    setup(build) {
      const tableIn = async (path) => choose(JSON.parse(await readFile(path, 'utf8')))
      build.onLoad({ filter: /bundle\.l10n\.zh-tw\.json$/ }, async ({ path }) => {
        const table = await withShortNames(await tableIn(path))
        return {
          contents: `export default ${asParsed('traditionalWords', table, standFor)}`,
          loader: 'js',
        }
      })
      build.onLoad({ filter: /bundle\.l10n\.zh-cn\.json$/ }, async ({ path }) => {
        const traditional = await tableIn(path.replace('zh-cn', 'zh-tw'))
        const contents = await besideIt(await tableIn(path), traditional, standFor)
        return { contents, loader: 'js' }
      })
    },
  }
}

/** `value` as code that reads it. */
function asParsed(name, value, standFor) {
  return `JSON.parse(${standFor(name, JSON.stringify(value))})`
}

/** What a module imports that has words for the reader of the corpus. */
const saying = /\bfrom '(?:\.|.*\/wording)\/words\.ts'/

/** The sources of the modules of what runs in VS Code that have words for the reader of the corpus, but for those called so. */
async function modulesSaying(without) {
  const files = ['src/wording', 'src/vscode'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts') && !without.includes(path.basename(name)))
      .map((name) => path.join(root, folder, name)),
  )
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.filter((text) => saying.test(text))
}

/** What stands between quotation marks in `source`. */
function stringsIn(source) {
  return [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, string]) =>
    string.replaceAll(/\\(.)/g, '$1'),
  )
}

/** `table` with the short names of its sentences; two that have the same one are a failure. */
export async function withShortNames(table) {
  const { shortName } = await import('../src/wording/shortNames.ts')
  const named = Object.entries(table).map(([sentence, words]) => [shortName(sentence), words])
  const names = new Set(named.map(([name]) => name))
  if (names.size < named.length) throw new Failure('Two sentences of l10n/ have one short name.')
  return Object.fromEntries(named)
}

/**
 * A module that makes the Simplified `table` of the `traditional` one, which has the same sentences, and
 * the words that are not the same in Simplified characters. Each is made when it is asked for.
 */
async function besideIt(table, traditional, standFor) {
  const { simplify } = await import('../src/core/words/simplified.ts')
  const sentences = Object.keys(traditional)
  if (sentences.join('\n') !== Object.keys(table).join('\n')) {
    throw new Failure('The tables of l10n/ have different sentences, or another order.')
  }
  const words = Object.entries(table).map(([one, said]) =>
    simplify(traditional[one]) === said ? 0 : said,
  )
  const simplified = JSON.stringify(path.join(root, 'src/core/words/simplified.ts'))
  return `import names from './bundle.l10n.zh-tw.json'
import { simplify } from ${simplified}
const words = ${asParsed('simplifiedWords', words, standFor)}
const made = Object.entries(names).map(([name, said], at) =>
  [name, { enumerable: true, get: () => words[at] || simplify(said) }])
export default Object.defineProperties({}, Object.fromEntries(made))`
}
