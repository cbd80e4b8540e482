import assert from 'node:assert/strict'
import { test } from 'node:test'
import { favourOf } from '../../../src/core/search/favour.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { corpusOf, instrument, measure } from './smallCorpus.ts'

const library = createSearchIndex(libraryCorpus())

function found(index: SearchIndex, text: string): readonly string[] {
  return search(index, { text, limit: 50, language: 'en' }).map(({ provision }) => provision.key)
}

test('sandbox offers the article of that name before those that speak of it in longer titles', () => {
  for (const typed of ['sandbox', 'sandboxes', 'ai sandbox', 'regulatory sandbox']) {
    const keys = found(library, typed)
    const others = ['58', '59', '60', '61'].map((path) => keys.indexOf(`eu-ai-act:${path}`))
    const own = keys.indexOf('eu-ai-act:57')
    assert.ok(own !== -1 && others.every((at) => own < at), `${typed}: ${keys.join(', ')}`)
  }
  assert.equal(found(library, 'sandbox')[0], 'eu-ai-act:57')
})

test('EDA offers what is called so before the abbreviation that goes on behind it', () => {
  assert.equal(found(library, 'EDA')[0], 'press-us-aiap-2025-08:9.2')
  assert.equal(found(library, 'EDAG')[0], 'us-eo-14320:4.a')
})

const harbours = createSearchIndex(
  corpusOf([
    instrument('plan', 'Plan'),
    measure('plan:1', { en: 'Harbour pilots and the boats that they use at night' }),
    measure('plan:2', { en: 'Pilots of the harbour' }),
    measure('plan:3', { en: 'Harbour pilots' }),
    measure('plan:4', { en: 'Cranes' }, { aliases: ['harbour pilots who lift'] }),
    measure('plan:5', { en: 'Harbour pilots' }),
  ]),
)

test('of the titles that have the words the one goes first that they cover most', () => {
  assert.deepEqual(found(harbours, 'harbour pilot').slice(0, 3), ['plan:3', 'plan:5', 'plan:2'])
})

test('of two that are covered alike the one goes first that the report cites', () => {
  const favour = favourOf(harbours.corpus, { cited: new Map([['plan:5', 1]]), recent: [] })
  const [first] = search(harbours, { text: 'harbour pilot', limit: 1, favour })
  assert.equal(first?.provision.key, 'plan:5')
})
