/**
 * A typed query over the whole library, key by key, as the suggestion list asks for it; beside it,
 * in the same run, plain `includes` over the same texts without ranking or reasons. Run it with
 * `node test/bench/search.bench.ts [rounds]`. Goal: p99 at most 1 ms for each key.
 */
import { ancestorsOf, type Corpus } from '../../src/core/corpus/corpus.ts'
import { fieldsOf } from '../../src/core/search/field.ts'
import { fold } from '../../src/core/search/fold.ts'
import { search } from '../../src/core/search/search.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { typedQueries } from '../core/search/typedQueries.ts'

const rounds = Number(process.argv[2] ?? 20)
const listLength = 100

/** All that is asked for while the queries are typed. */
const keys = typedQueries.flatMap(({ text }) =>
  Array.from(text, (character, at) => text.slice(0, at) + character),
)

/** The texts of each provision and of those above it, folded, as one string. */
function textsOf(corpus: Corpus): readonly string[] {
  return corpus.provisions.map((provision) =>
    [...ancestorsOf(corpus, provision), provision]
      .flatMap((one) => [one.key, ...fieldsOf(corpus, one).map((field) => field.text)])
      .map(fold)
      .join('\n'),
  )
}

/** The provisions whose text includes every word typed. */
function plainIncludes(texts: readonly string[], typed: string): number {
  const words = fold(typed).split(' ')
  return texts.filter((text) => words.every((word) => text.includes(word))).length
}

/** The time that each key takes, in milliseconds, over all rounds but the first. */
function timesOf(answer: (typed: string) => unknown): readonly number[] {
  for (const typed of keys) answer(typed)
  return Array.from({ length: rounds }, () => keys.map((typed) => timeOf(answer, typed))).flat()
}

function timeOf(answer: (typed: string) => unknown, typed: string): number {
  const start = performance.now()
  answer(typed)
  return performance.now() - start
}

function row(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3)
  return [name.padEnd(32), at(0.5), at(0.99), at(1)].join('\t')
}

const corpus = libraryCorpus()
const builds = Array.from({ length: 10 }, () => timeOf(() => createSearchIndex(corpus), ''))
const index = createSearchIndex(corpus)
const texts = textsOf(corpus)

console.log(
  `${corpus.provisions.length} provisions, ${keys.length} keys typed, ${rounds} rounds; ms`,
)
console.log(['what'.padEnd(32), 'p50', 'p99', 'max'].join('\t'))
console.log(
  row(
    'search, ranked and explained',
    timesOf((text) => search(index, { text, limit: listLength })),
  ),
)
console.log(
  row(
    'search, the first 10',
    timesOf((text) => search(index, { text, limit: 10 })),
  ),
)
console.log(
  row(
    'plain includes, unranked',
    timesOf((text) => plainIncludes(texts, text)),
  ),
)
console.log(
  `index: first build ${(builds[0] ?? 0).toFixed(1)} ms, tenth ${(builds[9] ?? 0).toFixed(1)} ms`,
)
