// How often the right measure is offered for a sentence that shares no phrase with it, and how long that
// takes, in the library and among 10,000 measures, beside plain BM25: node test/bench/sentences.bench.ts
import type { Corpus } from '../../src/core/corpus/corpus.ts'
import { search } from '../../src/core/search/search.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { searchSentence } from '../../src/core/search/searchSentence.ts'
import {
  libraryCorpus,
  libraryOfficialWords,
  librarySynonyms,
} from '../core/search/libraryCorpus.ts'
import { Bm25 } from './bm25.ts'
import {
  evaluationSentences,
  naturalSentences,
  recallOf,
  type EvaluationSentence,
} from './sentences.ts'
import { sized } from './benchSize.ts'
import { libraryOfSize } from './libraryOfSize.ts'
import { printRow, printTitle, quantiles, type Measured } from './measured.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus, librarySynonyms(), libraryOfficialWords())
const bm25 = new Bm25(corpus)

const finders = {
  'Policy Citation': ({ sentence, language }: EvaluationSentence) =>
    searchSentence(index, { text: sentence, limit: 10, language }),
  'plain BM25': ({ sentence }: EvaluationSentence) =>
    bm25.search(sentence, 10).map((provision) => ({ provision })),
  'all words': ({ sentence }: EvaluationSentence) => search(index, { text: sentence, limit: 10 }),
}

const sets = {
  hard: evaluationSentences(),
  natural: naturalSentences(),
}

console.log(
  '| set | half | language | with | sentences | at 1 | at 3 | at 10 | offered though nothing fits |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const [set, all] of Object.entries(sets)) {
  for (const half of sized(['held', 'tuning'], ['held'])) {
    for (const language of sized(['all', 'en', 'zh-Hans', 'zh-Hant'], ['zh-Hant'])) {
      const sentences = all.filter(
        (one) => one.half === half && (language === 'all' || one.language === language),
      )
      for (const [name, find] of Object.entries(finders)) {
        const { count, within, silent } = recallOf(sentences, find)
        const shares = [within[1], within[3], within[10]].map((share) => share.toFixed(2))
        const offered = `${silent.offered} of ${silent.count}`
        console.log(`| ${[set, half, language, name, count, ...shares, offered].join(' | ')} |`)
      }
    }
  }
}

const all = Object.values(sets).flat().slice(0, sized(Infinity, 20))
const library = { corpus, words: libraryOfficialWords() }
const large = libraryOfSize(library, sized(10_000, 3000))
const largeIndex = createSearchIndex(large.corpus, librarySynonyms(), large.words)
const largeBm25 = new Bm25(large.corpus)

console.log('')
printTitle('A sentence', ['p50', 'p99', 'runs'])
for (const [name, searched, plain] of [
  [`${measuresIn(corpus)} measures`, index, bm25],
  [`${measuresIn(large.corpus)} measures`, largeIndex, largeBm25],
] as const) {
  printRow(
    `${name}, Policy Citation`,
    timed(({ sentence, language }) =>
      searchSentence(searched, { text: sentence, limit: 10, language }),
    ),
  )
  printRow(
    `  ${name}, plain BM25`,
    timed(({ sentence }) => plain.search(sentence, 10)),
  )
}

/** What one sentence takes, all of them searched for once to warm up. */
function timed(find: (one: EvaluationSentence) => unknown): Measured {
  for (const one of all) find(one)
  return quantiles(
    all.map((one) => {
      const begun = performance.now()
      find(one)
      return performance.now() - begun
    }),
  )
}

function measuresIn({ provisions }: Corpus): string {
  return String(provisions.filter(({ level }) => level === 'measure').length)
}
