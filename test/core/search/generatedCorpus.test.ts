import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { CorpusMaker } from '../../bench/corpora.ts'
import { buildIndex, listLength, openIndex, type OurIndex } from '../../bench/ourIndex.ts'
import {
  keystrokesOf,
  queriesFor,
  queryKinds,
  type MadeQuery,
  type QueryKind,
} from '../../bench/queries.ts'

// The short form of `npm run bench`: whether the right measure is found, and at what counted cost.

/** The share of queries, in hundredths, whose target must be among the first ten. */
const leastFound: Readonly<Record<QueryKind, number>> = {
  prefix: 99,
  typo: 97,
  chinese: 99,
  inside: 99,
  key: 99,
}

/** A key press scores so many documents at most: as many as there are bounds in `searchSegments`, added up. */
const mostDocuments = 16_000

/** A key press compares so many keys at most. */
const mostKeys = 3000

const queriesPerKind = 500

const maker = new CorpusMaker()

interface Corpus {
  readonly size: number
  readonly index: OurIndex
  readonly queries: readonly MadeQuery[]
}

function corpusOfSize(size: number): Corpus {
  const index = openIndex(buildIndex(maker.documents(size)))
  return { size, index, queries: queriesFor(maker, size, queriesPerKind) }
}

const corpora = [1000, 10_000].map(corpusOfSize)

/** What each key press costs while every fifth query of each kind is typed. */
function costs({ index, queries }: Corpus): readonly { documents: number; keys: number }[] {
  const typed = queries.filter((_, at) => Math.floor(at / queryKinds.length) % 5 === 0)
  return typed
    .flatMap(({ text }) => keystrokesOf(text))
    .map((text) => {
      const before = { ...index.effort }
      index.find(text)
      const { documents, keys } = index.effort
      return { documents: documents - before.documents, keys: keys - before.keys }
    })
}

for (const corpus of corpora) {
  suite(`${corpus.size} made-up measures`, () => {
    for (const kind of queryKinds) {
      test(`of ${kind} queries, ${leastFound[kind]} in a hundred have their target among the first ten`, () => {
        const queries = corpus.queries.filter((query) => query.kind === kind)
        const missed = queries.filter(
          ({ text, target }) => !corpus.index.find(text).slice(0, 10).includes(target),
        )
        assert.equal(queries.length, queriesPerKind)
        assert.ok(
          missed.length * 100 <= queries.length * (100 - leastFound[kind]),
          `not found: ${missed.map(({ text, target }) => `${text} (${target})`).join(', ')}`,
        )
      })
    }

    test('no key press costs more than the bounds of a search', () => {
      for (const { documents, keys } of costs(corpus)) {
        assert.ok(documents <= mostDocuments, `${documents} documents`)
        assert.ok(keys <= mostKeys, `${keys} keys`)
      }
    })

    test('no list is longer than what is shown, and none names a document twice', () => {
      for (const { text } of corpus.queries.slice(0, 100)) {
        for (const key of keystrokesOf(text)) {
          const found = corpus.index.find(key)
          assert.ok(found.length <= listLength, key)
          assert.equal(new Set(found).size, found.length, key)
        }
      }
    })
  })
}

test('ten times the measures cost the median key press less than three times the work', () => {
  const [small, large] = corpora.map((corpus) => {
    const sorted = costs(corpus)
      .map(({ documents, keys }) => documents + keys)
      .sort((a, b) => a - b)
    return sorted[sorted.length >> 1] ?? NaN
  })
  assert.ok((large ?? NaN) <= 3 * (small ?? NaN), `${String(small)} and ${String(large)}`)
})

test('the made-up corpus is what the figures are told of', () => {
  const documents = [...maker.documents(1000)]
  const measures = documents.filter(({ measure }) => measure !== undefined)
  assert.equal(measures.length, 1000)
  assert.equal(new Set(documents.map(({ key }) => key)).size, documents.length)
  assert.deepEqual([...maker.documents(1000)], documents)
  const chinese = measures.filter(({ measure }) => measure?.language === 'zh-Hans')
  assert.ok(Math.abs(chinese.length - 200) < 40, `${chinese.length} in Chinese`)
  for (const { measure, fields } of measures) {
    assert.equal(measure?.words.length, 8)
    assert.equal(fields.filter(({ name }) => name === 'alias').length, 2)
  }
  const english = measures.filter(({ measure }) => measure?.language === 'en')
  const words = english.flatMap(({ fields }) =>
    fields.flatMap(({ name, text }) => (name === 'summary' ? text.match(/\w+/g) : undefined) ?? []),
  )
  assert.equal(words.length, 30 * english.length)
  const letters = words.reduce((sum, word) => sum + word.length, 0) / words.length
  assert.ok(Math.abs(letters - 6.5) < 0.2, `${letters} letters`)
})
