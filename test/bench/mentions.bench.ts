/**
 * Ten thousand invented aliases looked for in invented prose of a megabyte, English and Chinese; beside
 * the trie, in the same run, one regular expression of all aliases as alternatives, over less text since
 * it is so slow. Run it with `node test/bench/mentions.bench.ts [runs]`. What counts is the ratio.
 */
import { NameTrie } from '../../src/core/search/nameTrie.ts'
import { createNameIndex } from '../../src/core/search/nameIndex.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { citeAllMentions } from '../../src/core/features/mentions/citeMentions.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { measured, printRow, printTitle, type Measured } from './measured.ts'

const runs = Number(process.argv[2] ?? 20)
const aliasCount = 10_000

/** Numbers that are the same in every run: a linear congruential generator. */
let state = 12_345
function below(limit: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

const syllables = 'ba co di fe gu ka lo mi ne pu ra so ti ve wu za'.split(' ')
const hanBase = 0x4e00

function word(): string {
  return Array.from({ length: 1 + below(3) }, () => syllables[below(syllables.length)]).join('')
}

function han(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(hanBase + below(2500))).join('')
}

const vocabulary = Array.from({ length: 5000 }, word)

function words(count: number): string {
  return Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' ')
}

const aliases = Array.from({ length: aliasCount }, (_, at) =>
  at % 2 === 0 ? words(2 + below(3)) : han(4 + below(5)),
)

/** About `length` units of prose, one alias in every twenty sentences or so. */
function prose(length: number): string {
  let text = ''
  while (text.length < length) {
    const named = below(20) === 0 ? (aliases[below(aliasCount)] ?? '') : ''
    text += `${words(12)} ${named} ${han(25)}。`
    if (below(5) === 0) text += '\n\n'
  }
  return text.slice(0, length)
}

/** Millions of UTF-16 units in a second. */
function speed(text: string, { p50, p99 }: Measured): string {
  const at = (time: number): string => (text.length / 1e6 / (time / 1e3)).toFixed(1)
  return `${at(p50)} MB/s (p50), ${at(p99)} MB/s (p99)`
}

const text = prose(1_000_000)
const little = text.slice(0, 10_000)
const trie = new NameTrie(aliases)
const pattern = new RegExp(aliases.map((alias) => alias.replace(/ /g, '[\\s-]+')).join('|'), 'giu')
const report = analyseReport(text)
const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const names = createNameIndex(corpus, index)

console.log(`${String(aliasCount)} aliases, ${String(text.length)} UTF-16 units of prose`)
printTitle('ms', ['p50', 'p99', 'runs'])
const build = measured(runs / 2, () => new NameTrie(aliases))
printRow('the trie of all aliases is built', build)
const walked = measured(runs, () => trie.find(text))
printRow('trie, 1 MB', walked)
const walkedLittle = measured(runs, () => trie.find(little))
printRow('trie, 10 KB', walkedLittle)
const matched = measured(runs / 4, () => Array.from(little.matchAll(pattern)))
printRow('regular expression of alternatives, 10 KB', matched)
printRow(
  'the names of the library are judged',
  measured(runs / 4, () => createNameIndex(corpus, index)),
)
printRow(
  'Cite All Mentions, 1 MB, the names of the library',
  measured(runs, () =>
    citeAllMentions(report, corpus, names, { style: 'pandoc', withPage: true, language: 'en' }),
  ),
)
console.log(`trie: ${speed(text, walked)}`)
console.log(`regular expression: ${speed(little, matched)}`)
console.log(`ratio: ${(matched.p50 / walkedLittle.p50).toFixed(0)} times at p50`)
