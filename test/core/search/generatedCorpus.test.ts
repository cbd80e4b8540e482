import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Effort } from '../../../src/core/search/matching/searchSegments.ts'
import { CorpusMaker } from '../../bench/corpora.ts'
import { quantiles } from '../../bench/measured.ts'
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

/** A key press scores so many documents, whatever the size: the bounds of `searchSegments`, added up. */
const mostDocuments = 16_000

/** A key press compares so many keys, whatever the size. */
const mostKeys = 3000

/** So many documents the median key press scores at 10,000 measures, and one in a hundred more than `p99`. */
const usualDocuments = { median: 200, p99: 1600 } as const

const queriesPerKind = 500

const maker = new CorpusMaker()

interface Corpus {
  readonly size: number
  readonly index: OurIndex
  readonly queries: readonly MadeQuery[]
  /** What each key press costs while every tenth query of each kind is typed. */
  readonly costs: readonly Effort[]
}

function corpusOfSize(size: number): Corpus {
  const index = openIndex(buildIndex(maker.documents(size)))
  const queries = queriesFor(maker, size, queriesPerKind)
  const typed = queries.filter((_, at) => Math.floor(at / queryKinds.length) % 10 === 0)
  const keys = typed.flatMap(({ text }) => keystrokesOf(text))
  return { size, index, queries, costs: keys.map((text) => costOf(index, text)) }
}

function costOf(index: OurIndex, text: string): Effort {
  const before = { ...index.effort }
  index.find(text)
  const { documents, keys } = index.effort
  return { documents: documents - before.documents, keys: keys - before.keys }
}

const corpora = [1000, 10_000].map(corpusOfSize)

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
      for (const { documents, keys } of corpus.costs) {
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

test('at 10,000 measures the median key press scores few, and hardly one many', () => {
  const costs = corpora.at(-1)?.costs.map(({ documents }) => documents) ?? []
  const { p50, p99 } = quantiles(costs)
  assert.ok(p50 <= usualDocuments.median, `median ${p50}`)
  assert.ok(p99 <= usualDocuments.p99, `p99 ${p99}`)
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
