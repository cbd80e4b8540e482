import assert from 'node:assert/strict'
import { test } from 'node:test'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf, instrument, measure } from './smallCorpus.ts'

/** A corpus of a plan with measures of these titles, numbered from 1. */
function indexOf(titles: readonly string[]): SearchIndex {
  const measures = titles.map((title, at) => measure(`plan:${String(at + 1)}`, title))
  return createSearchIndex(corpusOf([instrument('plan', 'Plan'), ...measures]))
}

function found(index: SearchIndex, text: string, limit = 100): readonly string[] {
  return search(index, { text, limit }).map(({ provision }) => provision.titles.en)
}

/** More than are scored of what has some of the words. */
const many = 5000

const common = Array.from({ length: 2 * many }, (_, at) =>
  at % 2 === 0
    ? `Manufacturing by government ${String(at)}`
    : `Policy ${String(at)} of manufacturing`,
)

test('a title that has all typed words is found wherever in a large corpus it stands', () => {
  const meant = 'Policy of the government on manufacturing'
  for (const place of [0, many, 2 * many]) {
    const index = indexOf(common.toSpliced(place, 0, meant))
    for (const text of ['manufacturing government poli', 'poli government manufacturing']) {
      assert.deepEqual(found(index, text), [meant], `${text} at ${String(place)}`)
    }
  }
})

test('of many titles with a word those of which it is the most go first, wherever they stand', () => {
  const titles = common.map((title, at) => (at === many + 7 ? 'Manufacturing' : title))
  assert.equal(found(indexOf(titles), 'manufactur')[0], 'Manufacturing')
})

test('what is scored in full and what is not stand in one order', () => {
  const index = indexOf(common)
  const matches = search(index, { text: 'manufacturing', limit: 100 })
  assert.equal(matches.length, 100)
  assert.equal(new Set(matches.map(({ provision }) => provision)).size, 100)
  assert.deepEqual(
    matches.map(({ score }) => score),
    matches.map(({ score }) => score).toSorted((a, b) => b - a),
  )
  const [first] = search(index, { text: 'manufacturing', limit: 1 })
  assert.equal(first?.provision, matches[0]?.provision)
})

test('where hardly anything fits, what was mistyped stands behind what was not', () => {
  const index = indexOf(['Rural wildfire resilience', 'Plurual wildflowers', 'Oil'])
  assert.deepEqual(found(index, 'rual wildf'), ['Plurual wildflowers', 'Rural wildfire resilience'])
  const scores = search(index, { text: 'rual wildf', limit: 2 }).map(({ score }) => score)
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  )
})

test('words that some text has are no slips where they were found together', () => {
  const index = indexOf(['Real wild', 'Reel wild', 'Oil'])
  assert.deepEqual(found(index, 'real wild'), ['Real wild'])
})
