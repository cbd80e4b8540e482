import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idFor, instrumentTypes, newCorpusText } from '../../../src/core/features/newCorpusFile.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

for (const type of instrumentTypes) {
  test(`a new corpus file of the type ${type} is read without troubles, and names a measure`, () => {
    const title = 'The “Harbour”: Plan # 2031'
    const corpus = corpusOf([
      { name: 'new.md', text: newCorpusText({ id: idFor(title), title, type }) },
    ])
    assert.deepEqual(corpus.troubles, [])
    assert.deepEqual(
      corpus.provisions.map(({ key, titles }) => [key, titles.en]),
      [
        ['the-harbour-plan-2031', title],
        ['the-harbour-plan-2031:part-1', 'The first part'],
        ['the-harbour-plan-2031:1', 'What is to be done, in a few words'],
      ],
    )
  })
}

test('an id that another instrument has is not taken again', () => {
  const taken = new Set(['eu-ai-act', 'eu-ai-act-2'])
  assert.equal(
    idFor('EU AI Act', (id) => taken.has(id)),
    'eu-ai-act-3',
  )
})

test('an id is made of the words of the title, and is always one that can be read', () => {
  assert.equal(idFor('Über-Plan'), 'uber-plan')
  assert.equal(idFor('2031 Plan'), 'plan')
  for (const title of ['港口计划', '', '---', '42', 'x'.repeat(300)]) {
    assert.equal(idFor(title), 'my-instrument', title)
  }
})
