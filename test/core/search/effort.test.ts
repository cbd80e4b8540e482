import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Effort } from '../../../src/core/search/matching/searchSegments.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { corpusOf, instrument, measure } from './smallCorpus.ts'
import { typedQueries } from './typedQueries.ts'

/** What searching `text` costs. */
function effortOf(index: SearchIndex, text: string, isCancelled?: () => boolean): Effort {
  const { effort } = index
  const before = { ...effort }
  search(index, { text, limit: 100, ...(isCancelled && { isCancelled }) })
  return { documents: effort.documents - before.documents, keys: effort.keys - before.keys }
}

function indexOfSize(size: number): SearchIndex {
  const measures = Array.from({ length: size }, (_, at) => {
    const digits = String(at).padStart(5, '0')
    return measure(`plan:${at + 1}`, `Word${digits} of grids and ${at % 2 === 0 ? 'chips' : 'oil'}`)
  })
  return createSearchIndex(corpusOf([instrument('plan', 'Plan'), ...measures]))
}

test('a word costs the provisions that have it, not the corpus', () => {
  const index = indexOfSize(5000)
  // By its beginning; nothing has it inside a word.
  assert.equal(effortOf(index, 'word00499').documents, 1)
  // Again inside words, because a list of a hundred is not full.
  assert.equal(effortOf(index, 'ord00499').documents, 1)
  assert.equal(effortOf(index, 'absent').documents, 0)
})

test('of two words the rarer one leads', () => {
  const index = indexOfSize(5000)
  assert.equal(effortOf(index, 'grids word00499').documents, 1)
  assert.equal(effortOf(index, 'word00499 grids').documents, 1)
})

test('a whole key is that alone: its parts are looked for nowhere else', () => {
  const index = createSearchIndex(
    corpusOf([
      instrument('xx-plan-2025', 'Plan'),
      measure('xx-plan-2025:1', 'A'),
      measure('xx-plan-2025:10', 'B'),
      measure('xx-plan-2025:2', 'XX plan 2025 1'),
    ]),
  )
  const { effort } = index
  const found = search(index, { text: 'xx-plan-2025:1', limit: 100 })
  assert.deepEqual(
    found.map(({ provision: { key } }) => key),
    ['xx-plan-2025:1', 'xx-plan-2025:10'],
  )
  assert.equal(effort.documents, 0)
})

test('a word that everything has costs as much as a long list, whatever the size of the corpus', () => {
  const [small, large] = [indexOfSize(8000), indexOfSize(16_000)]
  for (const text of ['grids', 'g', 'w', 'plan', 'p', 'grids chips']) {
    assert.equal(effortOf(large, text).documents, effortOf(small, text).documents, text)
    assert.ok(effortOf(large, text).keys <= 5000, text)
  }
})

test('typed key by key over the whole library, no key press scores a provision more than three times', () => {
  const index = createSearchIndex(libraryCorpus())
  const typed = typedQueries.flatMap(({ text }) =>
    Array.from(text, (character, at) => text.slice(0, at) + character),
  )
  const most = Math.max(...typed.map((text) => effortOf(index, text).documents))
  assert.ok(most <= 3 * index.corpus.provisions.length, `${most} provisions`)
})

test('a letter or a word that much of the library has scores hardly more of it than a few lists', () => {
  const index = createSearchIndex(libraryCorpus())
  const letters = Array.from('abcdefghjklmnopqrstuvwxyz')
  for (const text of [...letters, 'th', 'law', 'act', 'data', '在', '的']) {
    const { documents } = effortOf(index, text)
    assert.ok(documents <= 700, `${text}: ${String(documents)} provisions`)
  }
})

test('case 45: a search that nobody waits for any more ends within a slice of its work', () => {
  const index = indexOfSize(8000)
  assert.deepEqual(search(index, { text: 'oil', limit: 100, isCancelled: () => true }), [])
  let asked = 0
  const { documents } = effortOf(index, 'oil', () => {
    asked += 1
    return asked > 1
  })
  assert.equal(documents, 64)
})
