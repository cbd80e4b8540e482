import assert from 'node:assert/strict'
import { test } from 'node:test'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { corpusOf, instrument, measure } from './smallCorpus.ts'
import { typedQueries } from './typedQueries.ts'

interface Effort {
  readonly marks: number
  readonly keys: number
}

/** What searching `text` costs. */
function effortOf(index: SearchIndex, text: string): Effort {
  const { effort } = index.scratch
  const before = { ...effort }
  search(index, { text, limit: 100 })
  return { marks: effort.marks - before.marks, keys: effort.keys - before.keys }
}

test('a word marks only the provisions that have it', () => {
  const measures = Array.from({ length: 500 }, (_, at) => measure(`plan:${at}`, `Word${at} filler`))
  const index = createSearchIndex(corpusOf([instrument('plan', 'Plan'), ...measures]))
  // As a word, as the beginning of `word499filler`, and as the beginning of the title.
  assert.equal(effortOf(index, 'word499').marks, 3)
  assert.equal(effortOf(index, 'absent').marks, 0)
  assert.equal(effortOf(index, 'filler').marks, 500)
})

test('twice the corpus costs at most twice the work', () => {
  const indexOf = (size: number): SearchIndex =>
    createSearchIndex(
      corpusOf([
        instrument('plan', 'Plan'),
        ...Array.from({ length: size }, (_, at) =>
          measure(`plan:${at}`, `Chips ${at} of 出口管制`),
        ),
      ]),
    )
  const [small, large] = [indexOf(200), indexOf(400)]
  for (const text of ['chips', 'c', 'chips 出口', 'hip', 'plan:1', 'zzz']) {
    const [one, two] = [effortOf(small, text), effortOf(large, text)]
    assert.ok(two.marks <= 2.1 * one.marks + 2, text)
    assert.ok(two.keys <= 2.1 * one.keys + 2, text)
  }
})

test('typed key by key over the whole plan, no key press marks more than a few fields of each provision', () => {
  const index = createSearchIndex(libraryCorpus())
  const typed = typedQueries.flatMap(({ text }) =>
    Array.from(text, (character, at) => text.slice(0, at) + character),
  )
  const most = Math.max(...typed.map((text) => effortOf(index, text).marks))
  assert.ok(most <= 40 * index.provisions.length, `${most} marks`)
})

test('searching makes no new scratch once a query of as many units has been searched', () => {
  const index = createSearchIndex(libraryCorpus())
  search(index, { text: 'export controls chips 出口管制 open-source', limit: 100 })
  const { units, total } = index.scratch
  const arrays = units.map((unit) => unit.score)
  for (const { text } of typedQueries) search(index, { text, limit: 100 })
  assert.deepEqual(
    index.scratch.units.map((unit, slot) => unit.score === arrays[slot]),
    arrays.map(() => true),
  )
  assert.equal(index.scratch.total, total)
})
