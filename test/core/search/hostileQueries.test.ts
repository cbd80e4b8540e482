import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { longestQuery } from '../../../src/core/search/query.ts'
import { evidenceFor } from '../../../src/core/search/evidence.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex, type SearchIndex } from '../../../src/core/search/searchIndex.ts'
import { processorTime } from '../../support/processorTime.ts'
import { libraryCorpus } from './libraryCorpus.ts'
import { corpusOf, division, instrument, measure } from './smallCorpus.ts'

const library = createSearchIndex(libraryCorpus())

/** How many provisions were marked and keys compared while `text` was searched. */
function effortOf(index: SearchIndex, text: string): number {
  const { effort } = index
  const before = effort.documents + effort.keys
  search(index, { text, limit: 100 })
  return effort.documents + effort.keys - before
}

/** In each of its three reaches a search scores every provision once, and compares its key twice, at most. */
function mostEffort(index: SearchIndex): number {
  return 9 * index.corpus.provisions.length
}

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['10,000 letters', 'a'.repeat(10_000)],
  ['10,000 words', 'a '.repeat(10_000)],
  ['10,000 Chinese characters', '管'.repeat(10_000)],
  ['10,000 different Chinese characters', String.fromCodePoint(...range(0x4e00, 10_000))],
  ['10,000 pages', 'p. 3 '.repeat(2_000)],
  ['10,000 full stops', '.'.repeat(10_000)],
  ['10,000 parts of a key', 'I.'.repeat(5_000)],
  ['10,000 combining marks', `a${'\u0301'.repeat(9_999)}`],
  ['10,000 apostrophes', "'".repeat(10_000)],
  ['10,000 invisible characters', '\u200b'.repeat(10_000)],
  ['10,000 characters that grow when folded', 'ﷺ'.repeat(10_000)],
  ['signs of regular expressions', '(a+)+$ [^]* \\b{2,} .* ?<!'],
  ['control characters', '\u0000\u0007\n\r\u2028\u2029'],
  ['an emoji sequence', '👩‍💻 👨‍👩‍👧‍👦'],
  ['right-to-left overrides', '\u202echips\u202c'],
]

function range(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, at) => start + at)
}

for (const [name, text] of hostile) {
  test(`${name} are searched without a throw, in bounded work`, () => {
    assert.ok(effortOf(library, text) <= mostEffort(library))
  })
}

test('words of a name again and again before a place take no longer the more there are', () => {
  const text = `${'人工智能'.repeat(18)}猫第三条`
  assert.ok(processorTime(() => search(library, { text, limit: 100 })) < 2_000)
})

test(`beyond its first ${longestQuery} units a query costs nothing and changes nothing`, () => {
  const read = 'export '.repeat(longestQuery).slice(0, longestQuery)
  const long = read + ' chips deepfake'.repeat(1_000)
  assert.equal(effortOf(library, long), effortOf(library, read))
  assert.deepEqual(
    search(library, { text: long, limit: 5 }),
    search(library, { text: read, limit: 5 }),
  )
})

test('case 39: lone surrogates are ignored, also in the middle of a pair of characters', () => {
  const plain = search(library, { text: 'chips 芯片', limit: 5 })
  const cut = search(library, { text: '\ud800chips \udfff芯片\ud83d', limit: 5 })
  assert.deepEqual(cut, plain)
  assert.ok(plain.length > 0)
})

test('case 7: names of JavaScript’s own are words like any other', () => {
  const corpus = corpusOf([
    instrument('constructor', 'toString'),
    division('constructor:prototype', '__proto__ hasOwnProperty'),
    measure('constructor:prototype.1', 'valueOf', { lead: ['__proto__'] }),
  ])
  const index = createSearchIndex(corpus)
  const found = (text: string): readonly string[] =>
    search(index, { text, limit: 9 }).map((match) => match.provision.key)
  assert.deepEqual(found('valueOf'), ['constructor:prototype.1'])
  assert.deepEqual(found('hasownproperty')[0], 'constructor:prototype')
  assert.deepEqual(found('toString')[0], 'constructor')
  assert.equal(found('__proto__').length, 2)
  const plain = createSearchIndex(
    corpusOf([instrument('plan', 'Plan'), measure('plan:1', 'Grids')]),
  )
  for (const text of ['hasOwnProperty', 'constructor', 'toString', 'isPrototypeOf']) {
    assert.deepEqual(search(plain, { text, limit: 9 }), [], text)
  }
})

test('whatever is typed, nothing throws, the list keeps its limit, and its spans lie in their texts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom('AI', 'export', '芯片', '出口管制', 'I.1', 'p. 3', '-', '页', '第', ' '),
      )
      .map((parts) => parts.join('')),
  )
  const check = (typed: string, limit: number): void => {
    const matches = search(library, { text: typed, limit })
    assert.ok(matches.length <= limit)
    const because = matches
      .slice(0, 5)
      .flatMap(({ provision }) => evidenceFor(library, { text: typed, limit }, provision))
    for (const { span, text: written } of because) {
      assert.ok(0 <= span.start && span.start < span.end && span.end <= written.length)
    }
  }
  fc.assert(fc.property(text, fc.nat(120), check), { numRuns: 1000 })
})

test('a text of a megabyte in every field is indexed and searched', () => {
  const long = 'state-of-the-art 数据中心'.repeat(20_000)
  const corpus = corpusOf([
    instrument('plan', long),
    measure('plan:1', { en: long, 'zh-Hans': long }, { aliases: [long], summary: { en: long } }),
  ])
  const index = createSearchIndex(corpus)
  const query = { text: 'art 数据', limit: 1 }
  const [match] = search(index, query)
  assert.ok(match)
  assert.equal(evidenceFor(index, query, match.provision).length, 2)
})
