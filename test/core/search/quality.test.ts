import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ancestorsOf, hasEnded, instrumentOf } from '../../../src/core/corpus/corpus.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { kindWords } from '../../../src/core/words/kindWords.ts'
import { search } from '../../../src/core/search/search.ts'
import { searchedFieldsOf } from '../../../src/core/search/searchedFields.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { libraryCorpus, libraryOfficialWords, planCorpus } from './libraryCorpus.ts'
import { typedQueries, type TypedQuery } from './typedQueries.ts'

const plan = 'us-aiap-2025'
const planIndex = createSearchIndex(planCorpus())
const libraryIndex = createSearchIndex(libraryCorpus(), undefined, libraryOfficialWords())

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

/** What more titles begin with than a list has rows, and what is meant does not: `commerce chips` needs a letter more. */
const tooCommon = ['com']

/** From how many letters on what is meant must be on the list: one or two begin too many words. */
const fewestLetters = 3

function beginningsOf({ text }: TypedQuery): readonly string[] {
  return Array.from(text, (character, at) => text.slice(0, at) + character)
}

function lostWhileTyped(query: TypedQuery): readonly string[] {
  return beginningsOf(query)
    .filter((typed) => typed.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= fewestLetters)
    .filter((typed) => !found(libraryIndex, typed, listLength).includes(query.label))
}

test('what is meant stays on the list while its query is typed, key by key', () => {
  assert.deepEqual(typedQueries.flatMap(lostWhileTyped), tooCommon)
})

test('a short list has the first rows of a long one, however little is typed', () => {
  const typed = new Set(typedQueries.flatMap(beginningsOf))
  const other = [...typed].filter((text) => {
    const [first] = found(libraryIndex, text, 1)
    return first !== found(libraryIndex, text, listLength)[0]
  })
  assert.deepEqual(other, [])
})

/** Whether `typed` begins a word for the kind of `provision`. */
function isOfKind(provision: Provision, typed: string): boolean {
  return (
    provision.level !== 'instrument' &&
    kindWords[provision.kind].some((word) => word.toLowerCase().startsWith(typed))
  )
}

function holds({ key }: Provision): boolean {
  const instrument = instrumentOf(libraryIndex.corpus, key)
  return instrument !== undefined && !hasEnded(instrument)
}

/** Whether some text of `provision` has `typed`, but for the words for its kind. */
function says(provision: Provision, typed: string): boolean {
  const fields = searchedFieldsOf(libraryIndex.corpus, provision)
  return fields.some(({ name, text }) => name !== 'kind' && text.toLowerCase().includes(typed))
}

for (const typed of ['sec', 'section', 'cha', 'chapter', 'ann', 'annex', 'pil', 'art', 'article']) {
  test(`${typed} offers all that is of that kind and holds before what only stands below that`, () => {
    const { corpus } = libraryIndex
    const query = { text: typed, limit: corpus.provisions.length }
    const all = search(libraryIndex, query).map(({ provision }) => provision)
    const last = all.findLastIndex((one) => isOfKind(one, typed) && holds(one))
    const early = all.slice(0, last).filter((provision) => {
      const line = [provision, ...ancestorsOf(corpus, provision)]
      return !isOfKind(provision, typed) && !line.some((one) => says(one, typed))
    })
    assert.ok(last !== -1)
    assert.deepEqual(
      early.map(({ key }) => key),
      [],
    )
  })
}
