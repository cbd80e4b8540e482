import assert from 'node:assert/strict'
import { test } from 'node:test'
import { favourOf, noUsage, type Usage } from '../../../src/core/search/favour.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { corpusOf, division, instrument, measure } from './smallCorpus.ts'

const corpus = corpusOf([
  instrument('plan', 'Plan'),
  division('plan:1', 'Ports'),
  measure('plan:1.1', 'Chips blue'),
  measure('plan:1.2', 'Chips pink'),
  division('plan:2', 'Grids'),
  measure('plan:2.1', 'Chips gray'),
  measure('plan:2.2', 'Chips teal'),
  measure('plan:2.3', 'Summary only', { summary: { en: 'Chips.' } }),
])
const index = createSearchIndex(corpus)

function found(usage: Partial<Usage>): readonly string[] {
  const favour = favourOf(corpus, { ...noUsage, ...usage })
  return search(index, { text: 'chips', limit: 9, favour }).map(({ provision }) => provision.key)
}

test('without usage the order of the corpus decides among equals', () => {
  assert.deepEqual(found({}), ['plan:1.1', 'plan:1.2', 'plan:2.1', 'plan:2.2', 'plan:2.3'])
})

test('what the report cites goes first among equals, then its section, then what was cited lately', () => {
  assert.deepEqual(found({ cited: new Map([['plan:2.2', 1]]) }).slice(0, 2), [
    'plan:2.2',
    'plan:2.1',
  ])
  assert.equal(found({ recent: ['plan:1.2'] })[0], 'plan:1.2')
  const both = { cited: new Map([['plan:2.2', 2]]), recent: ['plan:1.2'] }
  assert.deepEqual(found(both).slice(0, 3), ['plan:2.2', 'plan:2.1', 'plan:1.2'])
})

test('usage never lifts a word of a summary above one of a title', () => {
  const usage = { cited: new Map([['plan:2.3', 9]]), recent: ['plan:2.3'] }
  assert.equal(found(usage).at(-1), 'plan:2.3')
})

test('keys of no provision are ignored', () => {
  const usage = { cited: new Map([['smith2020', 9]]), recent: ['gone:1'] }
  assert.deepEqual(found(usage), found({}))
})
