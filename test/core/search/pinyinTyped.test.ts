import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinyin } from 'pinyin-pro'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { readPinyin, writePinyin } from '../../../src/core/words/pinyin.ts'
import { simplifiedCharacters } from '../../../src/core/text/scripts.ts'
import { libraryCorpus } from './libraryCorpus.ts'

function readingsOf(character: string): readonly string[] {
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  return [...new Set(all)]
}

/** As the extension ships it. */
const table = readPinyin(writePinyin(simplifiedCharacters(), readingsOf))
const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

/** So many characters are typed: a word or two. */
const typedCharacters = 4

/** What is typed for the words that the Chinese titles begin with, each with a provision that has it. */
function typedTitles(): ReadonlyMap<string, Provision> {
  const typed = new Map<string, Provision>()
  for (const provision of corpus.provisions) {
    for (const run of provision.titles['zh-Hans']?.match(/\p{Script=Han}{2,}/gu) ?? []) {
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true })
      const text = syllables.slice(0, typedCharacters).join('')
      if (/^[a-z]+$/.test(text)) typed.set(text, provision)
    }
  }
  return typed
}

function found(text: string, limit = corpus.provisions.length): readonly Provision[] {
  return search(index, { text, limit, pinyin: table }).map(({ provision }) => provision)
}

/** One letter is the beginning of too much. */
const shortestTyped = 2

test('a title is found by its pinyin, and something by each beginning of that', (t) => {
  const typed = typedTitles()
  const beginnings = new Set<string>()
  for (const text of typed.keys()) {
    for (let length = shortestTyped; length <= text.length; length++)
      beginnings.add(text.slice(0, length))
  }
  const empty = [...beginnings].filter((text) => found(text, 1).length === 0)
  const lost = [...typed].filter(([text, provision]) => !found(text).includes(provision))
  t.diagnostic(`${String(typed.size)} titles, ${String(beginnings.size)} beginnings`)
  assert.ok(typed.size > 400)
  assert.deepEqual(empty, [])
  assert.deepEqual(
    lost.map(([text, { key }]) => `${text}: ${key}`),
    [],
  )
})

for (const [typed, meant] of [
  ['出口官制', 'us-aiap-2025:III.3'],
  ['人工只能法案', 'eu-ai-act'],
  ['芯片为止验证', 'us-aiap-2025:III.3.1'],
] as const) {
  test(`${typed}, with a character that only sounds alike, finds ${meant}`, () => {
    const best = search(index, { text: typed, limit: 3, pinyin: table })
    assert.ok(
      best.some(({ provision }) => provision.key === meant),
      best.map(({ provision }) => provision.key).join(),
    )
  })
}

test('where no pinyin is typed, characters still may only sound alike', () => {
  const soundsOnly = { ...table, isTyped: false } as const
  const keys = (text: string): readonly string[] =>
    search(index, { text, limit: 3, pinyin: soundsOnly }).map(({ provision }) => provision.key)
  assert.deepEqual(keys('chukouguanzhi'), [])
  assert.equal(keys('出口官制')[0], 'us-aiap-2025:III.3')
})
