import assert from 'node:assert/strict'
import { test } from 'node:test'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { typedQueries, type TypedQuery } from './typedQueries.ts'

const plan = 'us-aiap-2025'
const index = createSearchIndex(libraryCorpus())

/** The labels found in the plan, best first. */
function found(text: string, limit: number): readonly string[] {
  return search(index, { text, limit }).map((match) =>
    match.provision.key === plan ? '' : match.provision.key.slice(plan.length + 1),
  )
}

function shown(label: string): string {
  return label === '' ? 'the plan' : label
}

for (const query of typedQueries) {
  const rank = query.within === 1 ? 'first' : `among the first ${query.within}`
  test(`${query.text} offers ${shown(query.label)} ${rank}`, () => {
    const best = found(query.text, query.within)
    assert.ok(best.includes(query.label), `it offers ${best.map(shown).join(', ')}`)
  })
}

/** How far the list reaches that VS Code is given. */
const listLength = 100

/** From how many letters on what is meant must be on the list: one or two begin too many words. */
const fewestLetters = 3

function lostWhileTyped(query: TypedQuery): readonly string[] {
  return Array.from(query.text, (character, at) => query.text.slice(0, at) + character)
    .filter((typed) => typed.trim().length >= fewestLetters)
    .filter((typed) => !found(typed, listLength).includes(query.label))
}

test('what is meant stays on the list while its query is typed, key by key', () => {
  assert.deepEqual(typedQueries.flatMap(lostWhileTyped), [])
})
