// How often the right measure is offered for a sentence that shares no phrase with it, beside plain
// BM25: node test/bench/sentences.bench.ts
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
import { quantiles } from './measured.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus, librarySynonyms(), libraryOfficialWords())
const bm25 = new Bm25(corpus)
const times: number[] = []

const finders = {
  'Policy Citation': ({ sentence, language }: EvaluationSentence) => {
    const begun = performance.now()
    const found = searchSentence(index, { text: sentence, limit: 10, language })
    times.push(performance.now() - begun)
    return found
  },
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
const { p50, p99 } = quantiles(times)
console.log(`\nA sentence: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`)
