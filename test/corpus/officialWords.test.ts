import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { keyOf } from '../../src/core/corpus/key.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { changesNotAttached } from '../../src/core/official/notAttached.ts'
import { findPassages } from '../../src/core/official/officialText.ts'
import { wordsNewTo } from '../../src/core/search/officialWords.ts'
import { search } from '../../src/core/search/search.ts'
import {
  compileIndex,
  createSearchIndex,
  readSegment,
  withOfficialWords,
} from '../../src/core/search/searchIndex.ts'
import { commonWords } from '../../src/core/words/commonWords.ts'
import { fold } from '../../src/core/words/fold.ts'
import { libraryCorpus, libraryOfficialWords } from '../core/search/libraryCorpus.ts'
import { source } from '../import/outlineText.ts'

const folder = new URL('../../corpus/words/', import.meta.url)
const corpus = libraryCorpus()

/** The words of each line of each file, with the provision that they are of. */
const lines = readdirSync(folder).flatMap((name) => linesOf(name))

function linesOf(name: string) {
  const id = name.replace(/\.txt$/u, '')
  const text = readFileSync(new URL(name, folder), 'utf8')
  assert.ok(text.endsWith('\n'), name)
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [path = '', ...words] = line.split(' ')
      const key = keyOf(id, path) ?? assert.fail(`${name}: ${path}`)
      const provision = corpus.byKey.get(key) ?? assert.fail(`${key} is not in the library`)
      return { id, provision, words }
    })
}

/** The instruments whose text is in the public domain, or no object of copyright, or free for reuse. */
const free =
  /^(?:us-(?:aiap|eo|nspm|nist)-|eu-|cn-(?:genai|csl|pipl|anthropomorphic|labelling)[-.])/u

test('only words of texts that may be passed on are here', () => {
  assert.deepEqual(
    readdirSync(folder).filter((name) => !free.test(name) || !name.endsWith('.txt')),
    [],
  )
})

test('the keys are those of measures, once each, in the order of the library', () => {
  for (const id of new Set(lines.map((line) => line.id))) {
    const own = lines.filter((line) => line.id === id)
    const places = own.map(({ provision }) => corpus.provisions.indexOf(provision))
    const rising = [...new Set(places)].sort((one, other) => one - other)
    assert.deepEqual(places, rising, id)
  }
  for (const { provision } of lines) assert.equal(provision.level, 'measure', provision.key)
})

test('no line has the order of the text: its words are sorted, and each stands there once', () => {
  for (const { provision, words } of lines) {
    assert.ok(words.length > 0, provision.key)
    assert.deepEqual(words, [...new Set(words)].sort(), provision.key)
  }
})

test('words are folded and say something; of Chinese two characters are one', () => {
  for (const { provision, words } of lines) {
    for (const word of words) {
      assert.match(word, /^(?:\p{sc=Han}{2}|\p{Ll}{3,})$/u, provision.key)
      assert.equal(fold(word), word)
      assert.ok(!commonWords.has(word), `${provision.key}: ${word}`)
    }
  }
})

test('all words are new to their provision: node scripts/officialWords.mjs takes the others out', () => {
  const known = lines.filter(
    ({ provision, words }) => wordsNewTo(provision, words) !== words.join(' '),
  )
  assert.deepEqual(
    known.map(({ provision }) => provision.key),
    [],
  )
})

test('nothing of the act of 2024 is here that is known to have changed since', () => {
  const none = { text: '', pageStarts: [], passages: new Map(), missing: [] }
  const isChanged = (provision: Provision): boolean => {
    const passages = new Map([
      [
        provision.key,
        { key: provision.key, own: { start: 0, end: 0 }, whole: { start: 0, end: 0 } },
      ],
    ])
    const versions = [{ day: '2024-06-13', text: { ...none, passages } }]
    return changesNotAttached(versions, provision, corpus)?.isOwn === true
  }
  const act = lines.filter(({ id }) => id === 'eu-ai-act').map(({ provision }) => provision)
  assert.ok(act.length > 400)
  assert.deepEqual(
    act.filter(isChanged).map(({ key }) => key),
    [],
  )
})

test('the library is found by what its issuers say', () => {
  const index = createSearchIndex(corpus, undefined, libraryOfficialWords())
  const [first] = search(index, { text: 'premature decommissioning', limit: 1 })
  assert.equal(first?.provision.key, 'us-aiap-2025:II.2.1')
})

test('an index that gets the words later is byte for byte the one that is made with them', () => {
  const words = libraryOfficialWords()
  const plain = readSegment(compileIndex(corpus), corpus.provisions) ?? assert.fail()
  const made = compileIndex(corpus, words)
  assert.deepEqual(finished(withOfficialWords(plain, corpus.provisions, words)), made)
  const worded = readSegment(made, corpus.provisions) ?? assert.fail()
  assert.deepEqual(finished(withOfficialWords(worded, corpus.provisions, words)), made)
})

function finished(work: Generator<void, Uint8Array>): Uint8Array {
  const step = work.next()
  return step.done === true ? step.value : finished(work)
}

for (const [id, name] of [
  ['us-aiap-2025', 'Americas-AI-Action-Plan.pdf'],
  ['eu-ai-act', 'eu-ai-act/aia_fmx_en.xml'],
  ['cn-genai-2023', 'cn-genai-interim/c_1690898327029107.htm'],
] as const) {
  const document = source(name)
  test(`${id}: each word stands in the passage`, { skip: document.skip }, async () => {
    const instrument = corpus.byKey.get(id)
    assert.ok(instrument?.level === 'instrument')
    const { text, passages } = findPassages(await document.read(), instrument, corpus)
    for (const { provision, words } of lines.filter((line) => line.id === id)) {
      const { own } = passages.get(provision.key) ?? assert.fail(provision.key)
      const passage = fold(text.slice(own.start, own.end)).replaceAll(/['’]/gu, '')
      for (const word of words) assert.ok(passage.includes(word), `${provision.key}: ${word}`)
    }
  })
}
