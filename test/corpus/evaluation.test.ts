import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { parseKey } from '../../src/core/corpus/key.ts'
import { allNames } from '../../src/core/corpus/language.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { readBack } from '../support/readBack.ts'
import { runsOf, wordsOf } from '../support/wordRuns.ts'

/** One line of the set; its page says what the fields mean. */
interface EvaluationSentence {
  readonly id: string
  readonly language: string
  readonly sentence: string
  readonly keys: readonly string[]
  readonly half: string
}

/** The fewest sentences in each language: those about something in the library, and the others. */
const fewest = [
  { language: 'en', prefix: 'en', about: 100, nothing: 8 },
  { language: 'zh-Hans', prefix: 'zh-hans', about: 45, nothing: 8 },
  { language: 'zh-Hant', prefix: 'zh-hant', about: 35, nothing: 8 },
]

const folder = new URL('../../corpus/', import.meta.url)
const lines = new URL('../support/evaluation/sentences.jsonl', import.meta.url)

const sentences = readSentences()
const library = compiledLibrary()

test('every sentence has an id of its own, which tells its language', () => {
  assert.equal(new Set(sentences.map(({ id }) => id)).size, sentences.length)
  for (const { id, language } of sentences) {
    assert.equal(fewest.find(({ prefix }) => prefix === id.slice(0, -4))?.language, language, id)
    assert.match(id, /-\d{3}$/)
  }
})

test('no sentence stands in the set twice', () => {
  assert.equal(new Set(sentences.map(({ sentence }) => sentence)).size, sentences.length)
})

for (const { language, about, nothing } of fewest) {
  test(`${language}: at least ${about} sentences have a target and ${nothing} have none`, () => {
    const those = sentences.filter((each) => each.language === language)
    const without = those.filter(({ keys }) => keys.length === 0)
    assert.ok(without.length >= nothing, `${without.length} without a target`)
    assert.ok(those.length - without.length >= about, `${those.length - without.length} with one`)
  })

  test(`${language}: the halves are of one size, give or take one`, () => {
    const those = sentences.filter((each) => each.language === language)
    const held = those.filter(({ half }) => half === 'held').length
    assert.ok(Math.abs(those.length - 2 * held) <= 1, `${held} of ${those.length} are held`)
  })
}

test('English sentences have 8 to 35 words', () => {
  for (const { id, sentence } of sentences.filter(({ language }) => language === 'en')) {
    const { length } = wordsOf(sentence)
    assert.ok(length >= 8 && length <= 35, `${id} has ${length} words`)
  }
})

test('every key is of something in the library that can be cited, named once in its sentence', () => {
  for (const { id, keys } of sentences) {
    assert.equal(new Set(keys).size, keys.length, id)
    for (const key of keys) assert.equal(target(key).level, 'measure', `${id}: ${key}`)
  }
})

test('where a target is printed twice, a sentence names both places', () => {
  for (const { id, keys } of sentences) {
    for (const twin of keys.flatMap((key) => twinsOf(key))) {
      assert.ok(keys.includes(twin), `${id} lacks ${twin}`)
    }
  }
})

test('all thirty sections of the plan have sentences', () => {
  const named = new Set(sentences.flatMap(({ keys }) => keys.map((key) => target(key).parent)))
  const sections = library.provisions.filter(
    (provision) =>
      provision.level === 'division' &&
      provision.kind === 'section' &&
      provision.key.startsWith('us-aiap-2025:'),
  )
  assert.equal(sections.length, 30)
  assert.deepEqual(
    sections.map(({ key }) => key).filter((key) => !named.has(key)),
    [],
  )
})

test('no sentence takes three words or five Chinese characters in a row from its target', () => {
  const shared = sentences.flatMap(({ id, sentence, keys }) =>
    keys.flatMap((key) => sharedPhrases(sentence, key).map((phrase) => `${id} ${key}: ${phrase}`)),
  )
  assert.deepEqual(shared, [])
})

test('the half of a sentence follows from its id alone', () => {
  for (const { id, half } of sentences) assert.equal(half, halfOf(id), id)
})

function readSentences(): readonly EvaluationSentence[] {
  return readFileSync(lines, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EvaluationSentence)
}

function compiledLibrary() {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  return readBack(compileLibrary(files).bytes)
}

/** What `key` names in the library. */
function target(key: string) {
  const parsed = parseKey(key)
  const provision = parsed && library.byKey.get(parsed)
  if (provision?.level !== 'measure') throw new Error(`the library has no measure ${key}`)
  return provision
}

/** The keys under which the target of `key` is printed another time. */
function twinsOf(key: string): readonly string[] {
  const { sameAs } = target(key)
  const copies = library.provisions.filter(
    (provision) => provision.level === 'measure' && provision.sameAs === key,
  )
  return [...copies.map((copy) => copy.key), ...(sameAs === undefined ? [] : [sameAs])]
}

/** The phrases of `sentence` that stand in a title, an alias or the summary of `key`. */
function sharedPhrases(sentence: string, key: string): readonly string[] {
  const phrases = new Set(phrasesOf(sentence))
  return textsOf(target(key)).flatMap((text) => phrasesOf(text).filter((run) => phrases.has(run)))
}

function textsOf({ titles, aliases, summary }: Provision): readonly string[] {
  return [...allNames(titles), ...aliases, ...(summary === undefined ? [] : allNames(summary))]
}

/** All runs of three words of `text`, and all runs of five Chinese characters. */
function phrasesOf(text: string): readonly string[] {
  return [...runsOf(wordsOf(text), 3), ...runsOf(signsOf(text), 5)]
}

/** Each Chinese character of `text` and, so that none is hidden by an `AI`, each Latin word. */
function signsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[a-z\d]+/gu) ?? []
}

/**
 * The half that the sentence of `id` belongs to. Sentences go in twos, 001 with 002 and so on; the
 * first of two is held where the SHA-256 of its id ends in a one bit, else the second.
 */
function halfOf(id: string): string {
  const number = Number(id.slice(-3))
  const isFirst = number % 2 === 1
  const first = isFirst ? id : id.slice(0, -3) + String(number - 1).padStart(3, '0')
  const lastByte = createHash('sha256').update(first).digest().at(-1) ?? 0
  return isFirst === (lastByte % 2 === 1) ? 'held' : 'tuning'
}
