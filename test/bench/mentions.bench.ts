/**
 * Ten thousand aliases looked for in a megabyte of prose: all titles and aliases of the library and
 * names put together of words of the same prose, in the two sample reports over and over. Beside the
 * trie, in the same run, one regular expression of all aliases as alternatives, over less text since it
 * is so slow. Run it with `node test/bench/mentions.bench.ts [runs]`. What counts is the ratio.
 */
import { allNames } from '../../src/core/corpus/language.ts'
import { readFileSync } from 'node:fs'
import { citeAllMentions } from '../../src/core/features/mentions/citeMentions.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { createNameIndex } from '../../src/core/names/nameIndex.ts'
import { NameTrie } from '../../src/core/names/nameTrie.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { measured, printRow, printTitle, type Measured } from './measured.ts'

const runs = roundsAsked(20)
const aliasCount = sized(10_000, 3_000)
const length = sized(1_000_000, 100_000)

const [english = '', chinese = ''] = ['english.md', 'chinese.md'].map((name) =>
  readFileSync(new URL(`../support/prose/${name}`, import.meta.url), 'utf8'),
)
const both = `${english}\n\n${chinese}\n\n`
const text = both.repeat(Math.ceil(length / both.length)).slice(0, length)
const little = text.slice(0, length / 100)

/** Numbers that are the same in every run: a linear congruential generator. */
let state = 12_345
function below(limit: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

const words = [...new Set(english.match(/[a-z]+/giu))]
const characters = [...new Set(chinese.match(/\p{sc=Han}/gu))]

function madeOf(parts: readonly string[], count: number, between: string): string {
  return Array.from({ length: count }, () => parts[below(parts.length)]).join(between)
}

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)
const own = [
  ...new Set(
    corpus.provisions.flatMap(({ titles, aliases: others }) => [...allNames(titles), ...others]),
  ),
]
const invented = Array.from({ length: aliasCount - own.length }, (_, at) =>
  at % 2 === 0 ? madeOf(words, 2 + below(3), ' ') : madeOf(characters, 4 + below(5), ''),
)
const aliases = [...own, ...invented]
const pattern = new RegExp(
  aliases
    .map((alias) => alias.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replace(/[\s-]+/gu, '[\\s-]+'))
    .join('|'),
  'giu',
)

/** Millions of UTF-16 units in a second. */
function speed(read: string, { p50, p99 }: Measured): string {
  const at = (time: number): string => (read.length / 1e6 / (time / 1e3)).toFixed(1)
  return `${at(p50)} MB/s (p50), ${at(p99)} MB/s (p99)`
}

const trie = new NameTrie(aliases)
const names = createNameIndex(corpus, index)
const report = analyseReport(text)
const options = { style: 'key', withPage: true, language: 'en' } as const

console.log(`${String(aliasCount)} aliases, ${String(length)} UTF-16 units of prose`)
printTitle('', ['p50', 'p99', 'runs'])
printRow(
  'the trie of all aliases is built',
  measured(runs / 2, () => new NameTrie(aliases)),
)
const walked = measured(runs, () => trie.find(text))
printRow('trie, all of it', walked)
const walkedLittle = measured(runs, () => trie.find(little))
printRow('trie, a hundredth', walkedLittle)
const matched = measured(runs / 4, () => Array.from(little.matchAll(pattern)))
printRow('regular expression of alternatives, a hundredth', matched)
printRow(
  'the names of the library are judged',
  measured(runs / 4, () => createNameIndex(corpus, index)),
)
printRow(
  'Cite All Mentions, all of it, the names of the library',
  measured(runs, () => citeAllMentions(report, corpus, names, options)),
)
console.log(`trie: ${speed(text, walked)}`)
console.log(`regular expression: ${speed(little, matched)}`)
console.log(`ratio: ${(matched.p50 / walkedLittle.p50).toFixed(0)} times at p50`)
