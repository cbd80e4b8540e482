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

/** One line of the second file. */
interface NaturalSentence extends EvaluationSentence {
  readonly kind: string
}

/** How many words, or Chinese characters, in a row make a phrase. */
interface PhraseLength {
  readonly words: number
  readonly signs: number
}

/** The fewest sentences in each language: those about something in the library, and the others. */
const fewest = [
  { language: 'en', prefix: 'en', about: 100, nothing: 8 },
  { language: 'zh-Hans', prefix: 'zh-hans', about: 45, nothing: 8 },
  { language: 'zh-Hant', prefix: 'zh-hant', about: 35, nothing: 8 },
]

/** How many sentences of each kind and language the second file holds, and how their ids begin. */
const series = [
  { kind: 'natural', language: 'en', prefix: 'natural-en', size: 60 },
  { kind: 'natural', language: 'zh-Hans', prefix: 'natural-zh-hans', size: 30 },
  { kind: 'natural', language: 'zh-Hant', prefix: 'natural-zh-hant', size: 30 },
  { kind: 'neighbour', language: 'en', prefix: 'neighbour-en', size: 20 },
  { kind: 'neighbour', language: 'zh-Hans', prefix: 'neighbour-zh-hans', size: 10 },
  { kind: 'neighbour', language: 'zh-Hant', prefix: 'neighbour-zh-hant', size: 10 },
]

/** How many natural sentences are about each instrument, told by the first of their keys. */
const spread = [
  { instruments: /^us-aiap-/, size: 40 },
  { instruments: /^eu-ai-act$/, size: 45 },
  { instruments: /^uk-aioap-/, size: 10 },
  { instruments: /^us-(eo|nspm)-/, size: 14 },
  { instruments: /^cn-/, size: 11 },
]

const folder = new URL('../../corpus/', import.meta.url)
const evaluation = new URL('../support/evaluation/', import.meta.url)

const sentences = readLines('sentences.jsonl') as readonly EvaluationSentence[]
const natural = readLines('natural.jsonl') as readonly NaturalSentence[]
const both = [...sentences, ...natural]
const library = compiledLibrary()
const agencyName = chineseAgencyName()

test('every sentence has an id of its own, which tells its language', () => {
  assert.equal(new Set(both.map(({ id }) => id)).size, both.length)
  for (const { id, language } of sentences) {
    assert.equal(fewest.find(({ prefix }) => prefix === id.slice(0, -4))?.language, language, id)
    assert.match(id, /-\d{3}$/)
  }
})

test('the id of a natural or neighbour sentence tells its kind and language', () => {
  for (const { id, kind, language } of natural) {
    const own = series.find(({ prefix }) => prefix === id.slice(0, -4))
    assert.deepEqual({ kind: own?.kind, language: own?.language }, { kind, language }, id)
    assert.match(id, /-\d{3}$/)
  }
})

test('no sentence stands in the two files twice', () => {
  assert.equal(new Set(both.map(({ sentence }) => sentence)).size, both.length)
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

for (const { kind, language, prefix, size } of series) {
  test(`${prefix}: there are ${size}, and half of them are held`, () => {
    const those = natural.filter((each) => each.kind === kind && each.language === language)
    assert.equal(those.length, size)
    assert.equal(those.filter(({ half }) => half === 'held').length, size / 2)
  })
}

test('natural sentences have a target and neighbours have none', () => {
  for (const { id, kind, keys } of natural) {
    assert.equal(keys.length > 0, kind === 'natural', id)
  }
})

for (const { instruments, size } of spread) {
  test(`${size} natural sentences are about ${instruments.source}`, () => {
    const those = natural.filter(({ keys }) => instruments.test(keys[0]?.split(':')[0] ?? ''))
    assert.equal(those.length, size)
  })
}

test('English sentences have 8 to 35 words', () => {
  for (const { id, sentence } of both.filter(({ language }) => language === 'en')) {
    const { length } = wordsOf(sentence)
    assert.ok(length >= 8 && length <= 35, `${id} has ${length} words`)
  }
})

test('natural and neighbour sentences in Chinese have 20 to 60 characters', () => {
  for (const { id, sentence } of natural.filter(({ language }) => language !== 'en')) {
    const { length } = Array.from(sentence)
    assert.ok(length >= 20 && length <= 60, `${id} has ${length} characters`)
  }
})

test('every key is of something in the library that can be cited, named once in its sentence', () => {
  for (const { id, keys } of both) {
    assert.equal(new Set(keys).size, keys.length, id)
    for (const key of keys) assert.equal(target(key).level, 'measure', `${id}: ${key}`)
  }
})

test('where a target is printed twice, a sentence names both places', () => {
  for (const { id, keys } of both) {
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
    keys.flatMap((key) =>
      sharedPhrases(sentence, textsOf(target(key)), { words: 3, signs: 5 }).map(
        (phrase) => `${id} ${key}: ${phrase}`,
      ),
    ),
  )
  assert.deepEqual(shared, [])
})

test('no natural sentence takes five words or eight Chinese characters from title or summary', () => {
  const shared = natural.flatMap(({ id, sentence, keys }) =>
    keys.flatMap((key) =>
      sharedPhrases(sentence, textsOf({ ...target(key), aliases: [] }), { words: 5, signs: 8 }).map(
        (phrase) => `${id} ${key}: ${phrase}`,
      ),
    ),
  )
  assert.deepEqual(shared, [])
})

test('the half of a sentence follows from its id alone', () => {
  for (const { id, half } of both) assert.equal(half, halfOf(id), id)
})

function readLines(name: string): readonly unknown[] {
  return readFileSync(new URL(name, evaluation), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
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

/** The phrases of `sentence`, as long as `run` says, that stand in one of `texts`. */
function sharedPhrases(
  sentence: string,
  texts: readonly string[],
  run: PhraseLength,
): readonly string[] {
  const phrases = new Set(phrasesOf(sentence, run))
  return texts.flatMap((text) => phrasesOf(text, run).filter((phrase) => phrases.has(phrase)))
}

function textsOf({
  titles,
  aliases,
  summary,
}: Pick<Provision, 'titles' | 'aliases' | 'summary'>): readonly string[] {
  const texts = [
    ...allNames(titles),
    ...aliases,
    ...(summary === undefined ? [] : allNames(summary)),
  ]
  return texts.flatMap((text) => text.split(agencyName))
}

/** The Chinese name of an agency, which sentence and target may share: it is one word of five characters and more. */
function chineseAgencyName(): RegExp {
  const names = [...library.agencies.values()].flatMap(({ names, aliases }) => [
    ...allNames(names),
    ...aliases,
  ])
  const chinese = names.filter((name) => /^\p{Script=Han}{3,}$/u.test(name))
  return new RegExp(chinese.toSorted((one, other) => other.length - one.length).join('|'), 'gu')
}

/** All runs of `words` words of `text`, and all runs of `signs` Chinese characters. */
function phrasesOf(text: string, { words, signs }: PhraseLength): readonly string[] {
  return [...runsOf(wordsOf(text), words), ...runsOf(signsOf(text), signs)]
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
