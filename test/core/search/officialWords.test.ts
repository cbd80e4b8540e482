import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Instrument } from '../../../src/core/corpus/provision.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersion } from '../../../src/core/official/officialVersions.ts'
import { evidenceFor } from '../../../src/core/search/evidence.ts'
import { officialWordsOf } from '../../../src/core/search/officialWords.ts'
import {
  readOfficialWords,
  writeOfficialWords,
} from '../../../src/core/search/officialWordsFile.ts'
import { search } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { searchSentence, wordsShared } from '../../../src/core/search/searchSentence.ts'
import { corpusOf, division, instrument, key, measure } from './smallCorpus.ts'

const corpus = corpusOf([
  instrument('plan', 'Plan of the Isles', { children: [key('plan:I')] }),
  division('plan:I', 'Power', { children: [key('plan:I.1'), key('plan:I.2')] }),
  measure('plan:I.1', 'Keep old plants running', {
    summary: { en: 'Generators stay connected to the grid.' },
    searchPhrases: ['brownout'],
  }),
  measure('plan:I.2', { en: 'Quays', 'zh-Hans': '码头' }),
  ...Array.from({ length: 30 }, (_, at) => measure(`plan:I.${String(at + 3)}`, 'Lighthouses')),
])

const plan = planOf(corpus)

function planOf({ instruments }: Corpus): Instrument {
  return instruments[0] ?? assert.fail()
}

function version(day: string, passages: readonly (readonly [string, string])[]): OfficialVersion {
  const parts = passages.map(([label, text]) => {
    return { level: 'measure' as const, label, text, parts: [] }
  })
  const power = { level: 'division' as const, label: 'I', text: 'Turbines hum.', parts }
  return { day, text: findPassages({ parts: [power], unread: [] }, plan, corpus) }
}

const adopted = version('2025', [
  [
    '1',
    'Prevent the premature decommissioning of plants, and decommission 3 generators; brownouts.',
  ],
  ['2', '加固老码头和堤防。'],
])
const words = officialWordsOf([adopted], plan, corpus)

test('of a passage the words are kept that its provision has in no form, each in one form, sorted', () => {
  assert.deepEqual(
    [...words],
    [
      ['plan:I.1', 'decommission premature prevent'],
      ['plan:I.2', '加固 固老 堤防 老码'],
    ],
  )
})

test('the newest text that has a passage tells its words', () => {
  const amended = version('2026', [['1', 'Prevent retirement.']])
  assert.deepEqual(
    [...officialWordsOf([adopted, amended], plan, corpus).values()],
    ['prevent retirement', '加固 固老 堤防 老码'],
  )
})

test('what most passages say is no word of any', () => {
  const labels = Array.from({ length: 41 }, (_, at) => String(at + 1))
  const many = corpusOf([
    instrument('plan', 'Plan of the Isles', { children: labels.map((one) => key(`plan:${one}`)) }),
    ...labels.map((label) => measure(`plan:${label}`, `Measure ${label}`)),
  ])
  const parts = labels.map((label) => {
    const text = label === '7' ? 'Notwithstanding tides.' : 'Notwithstanding.'
    return { level: 'measure' as const, label, text, parts: [] }
  })
  const text = findPassages({ parts, unread: [] }, planOf(many), many)
  assert.deepEqual(
    [...officialWordsOf([{ day: '', text }], planOf(many), many)],
    [['plan:7', 'tides']],
  )
})

test('words are read from their file as they were written', () => {
  const text = writeOfficialWords(words)
  assert.deepEqual(readOfficialWords([{ name: 'plan.txt', text }]), words)
})

const index = createSearchIndex(corpus, undefined, words)

test('typed words of the issuer find a provision, behind our own, and it is said where they stand', () => {
  const query = { text: 'premature decommissioning', limit: 9 }
  const [found] = search(index, query)
  assert.equal(found?.provision.key, 'plan:I.1')
  const evidence = evidenceFor(index, query, found.provision)
  assert.deepEqual(
    evidence.map(({ typed, field }) => [typed, field]),
    [
      ['premature', 'official'],
      ['decommissioning', 'official'],
    ],
  )
  assert.deepEqual(search(createSearchIndex(corpus), query), [])
})

test('a phrase of analysts and a word of the issuer are told apart', () => {
  const provision = corpus.byKey.get('plan:I.1')
  assert.ok(provision)
  const query = { text: 'brownout premature plants', limit: 9 }
  const fields = evidenceFor(index, query, provision).map(({ field }) => field)
  assert.deepEqual(fields, ['phrase', 'official', 'title'])
})

test('a sentence that says what the issuer says offers the provision, and names the words', () => {
  for (const [text, key, shared] of [
    [
      'They prevent premature decommissioning',
      'plan:I.1',
      ['prevent', 'premature', 'decommissioning'],
    ],
    ['老码头的堤防需要加固', 'plan:I.2', ['老码', '码头', '堤防', '加固']],
  ] as const) {
    assert.deepEqual(offered(corpus, text), [], text)
    const [first] = searchSentence(index, { text, limit: 9 })
    assert.equal(first?.provision.key, key)
    assert.deepEqual(wordsShared(index, text, first.provision), shared)
  }
})

function offered(searched: Corpus, text: string): readonly string[] {
  return searchSentence(createSearchIndex(searched), { text, limit: 9 }).map(
    ({ provision }) => provision.key,
  )
}
