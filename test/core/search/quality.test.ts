import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindWords } from '../../../src/core/words/kindWords.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus, planCorpus } from './libraryCorpus.ts'
import { typedQueries, type TypedQuery } from './typedQueries.ts'

const plan = 'us-aiap-2025'
const planIndex = createSearchIndex(planCorpus())
const libraryIndex = createSearchIndex(libraryCorpus())

/** In the whole library what is meant stands among so many, whatever others decided on the same matter. */
const firstOfLibrary = 10

/** The labels found in the plan, and the keys of what else is found, best first. */
function found(index: SearchIndex, text: string, limit: number): readonly string[] {
  return search(index, { text, limit, language: 'en' }).map(({ provision: { key } }) => {
    if (key === plan) return ''
    return key.startsWith(`${plan}:`) ? key.slice(plan.length + 1) : key
  })
}

function shown(label: string): string {
  return label === '' ? 'the plan' : label
}

for (const query of typedQueries) {
  const rank = query.within === 1 ? 'first' : `among the first ${query.within}`
  test(`${query.text} offers ${shown(query.label)} ${rank}`, () => {
    const best = found(planIndex, query.text, query.within)
    assert.ok(best.includes(query.label), `it offers ${best.map(shown).join(', ')}`)
    const early = found(libraryIndex, query.text, firstOfLibrary)
    assert.ok(early.includes(query.label), `the library offers ${early.map(shown).join(', ')}`)
  })
}

/** How far the list reaches that VS Code is given. */
const listLength = 100

/** From how many letters on what is meant must be on the list: one or two begin too many words. */
const fewestLetters = 3

/** Whether `typed` begins the word for a kind, as `sec` does: of sections there are more than a list holds. */
function isKind(typed: string): boolean {
  return Object.values(kindWords)
    .flat()
    .some((word) => typed.length === fewestLetters && word.startsWith(typed.toLowerCase()))
}

function lostWhileTyped(query: TypedQuery): readonly string[] {
  return Array.from(query.text, (character, at) => query.text.slice(0, at) + character)
    .filter((typed) => typed.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= fewestLetters)
    .filter((typed) => !isKind(typed))
    .filter((typed) => !found(libraryIndex, typed, listLength).includes(query.label))
}

test('what is meant stays on the list while its query is typed, key by key', () => {
  assert.deepEqual(typedQueries.flatMap(lostWhileTyped), [])
})
