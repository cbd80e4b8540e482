import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { createCorpus, emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { evidenceFor } from '../../../src/core/search/evidence.ts'
import { search, type Match } from '../../../src/core/search/search.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import type { Language } from '../../../src/core/corpus/language.ts'
import { agency, corpusOf, division, instrument, measure } from './smallCorpus.ts'

function matches(corpus: Corpus, text: string): readonly Match[] {
  return search(createSearchIndex(corpus), { text, limit: 100 })
}

/** The labels found, best first. */
function found(corpus: Corpus, text: string): readonly string[] {
  return matches(corpus, text).map((match) => match.provision.key.replace('plan:', ''))
}

const plan = instrument('plan', 'Plan of the Isles')

test('words are found in any order, and all of them must be there', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Controls on the export of chips'),
    measure('plan:2', 'Controls on drones'),
  ])
  assert.deepEqual(found(corpus, 'chips export controls'), ['1'])
  assert.deepEqual(found(corpus, 'controls'), ['2', '1'])
  assert.deepEqual(found(corpus, 'chips drones'), [])
})

test('a kind is shortened before a number, and before nothing else', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Artificial harbours'),
    measure('plan:5', 'Artificial islands', { kind: 'article' }),
    measure('plan:6', 'Reports on action', { kind: 'article' }),
  ])
  assert.deepEqual(found(corpus, 'Art. 5'), ['5'])
  assert.deepEqual(found(corpus, 'art 6'), ['6'])
  assert.equal(found(corpus, 'art isl')[0], '5')
})

test('a whole word goes before its beginning, and that before its inside', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Reporting'),
    measure('plan:2', 'Portingham'),
    measure('plan:3', 'Porting'),
  ])
  assert.deepEqual(found(corpus, 'porting'), ['3', '2', '1'])
})

test('what is found in the key goes first, then aliases typed whole, titles, agencies, divisions, summaries', () => {
  const corpus = corpusOf(
    [
      plan,
      measure('plan:1', 'One', { summary: { en: 'About chips.' } }),
      division('plan:A', 'Chips in general'),
      measure('plan:A.1', 'Two'),
      measure('plan:2', 'Three', { with: ['CHIP-PO'] }),
      measure('plan:3', 'Rules about chips'),
      measure('plan:4', 'Four', { aliases: ['chips'] }),
      measure('plan:chips', 'Five'),
    ],
    [agency('CHIP-PO', 'Office for Chips')],
  )
  assert.deepEqual(found(corpus, 'chips'), ['chips', '4', 'A', '3', '2', 'A.1', '1'])
})

test('the agency that leads goes before those that it runs through and those involved', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'One', { with: ['OSTP'] }),
    measure('plan:2', 'Two', { through: ['OSTP'] }),
    measure('plan:3', 'Three', { lead: ['OSTP'] }),
  ])
  assert.deepEqual(found(corpus, 'ostp'), ['3', '2', '1'])
})

test('an agency is found by its names in all languages and its aliases', () => {
  const names = { en: 'Department of State', 'zh-Hans': '国务院', 'zh-Hant': '國務院' }
  const corpus = corpusOf(
    [plan, measure('plan:1', 'One', { lead: ['DOS'] }), measure('plan:2', 'Two')],
    [agency('DOS', names, ['Foggy Bottom'])],
  )
  for (const text of ['department of state', '国务院', '國務院', 'foggy bottom', 'DOS']) {
    assert.deepEqual(found(corpus, text), ['1'], text)
  }
})

test('the code of an agency goes before words of titles that only begin so', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Secure data'),
    measure('plan:2', 'Two', { with: ['SEC'] }),
  ])
  assert.deepEqual(found(corpus, 'sec'), ['2', '1'])
})

test('a measure is found by the words of the divisions above it, after the division itself', () => {
  const corpus = corpusOf([
    plan,
    division('plan:I', 'Diplomacy', { kind: 'pillar' }),
    division('plan:I.1', 'Biosecurity'),
    measure('plan:I.1.1', 'Screening'),
    measure('plan:I.1.2', 'Sharing'),
  ])
  assert.deepEqual(found(corpus, 'biosecurity'), ['I.1', 'I.1.1', 'I.1.2'])
  assert.deepEqual(found(corpus, 'sharing diplomacy'), ['I.1.2'])
  assert.deepEqual(found(corpus, 'diplomacy'), ['I', 'I.1', 'I.1.1', 'I.1.2'])
})

test('everything of an instrument is found by its title and aliases, the instrument first', () => {
  const isles = instrument('plan', 'Plan of the Isles', { aliases: ['Isles first'] })
  const corpus = corpusOf([isles, measure('plan:1', 'Chips'), measure('plan:2', 'Grids')])
  assert.deepEqual(found(corpus, 'isles first'), ['plan', '1', '2'])
  assert.deepEqual(found(corpus, 'grids isles'), ['2'])
})

test('a summary of a division says nothing about the measures below it', () => {
  const corpus = corpusOf([
    plan,
    division('plan:I', 'Grids', { summary: { en: 'Mentions drones.' } }),
    measure('plan:I.1', 'Lines'),
  ])
  assert.deepEqual(found(corpus, 'drones'), ['I'])
})

test('a shorter title and an earlier word go first; the order of the corpus decides the rest', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Long title with chips in the middle of it'),
    measure('plan:2', 'Chips and a title that is rather long'),
    measure('plan:3', 'Chips here'),
    measure('plan:4', 'Chips there'),
  ])
  assert.deepEqual(found(corpus, 'chips'), ['3', '4', '2', '1'])
})

test('words typed side by side are better found side by side', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Data about a new center'),
    measure('plan:2', 'The new data center law'),
  ])
  assert.deepEqual(found(corpus, 'data center'), ['2', '1'])
})

test('hyphens, slashes, spaces and apostrophes make no difference', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Open-source models'),
    measure('plan:2', "Today's R&D"),
    measure('plan:3', 'Rules of the U.S. Army'),
  ])
  for (const text of ['open source', 'open-source', 'open/source', 'opensource', 'OPEN SOURCE']) {
    assert.deepEqual(found(corpus, text), ['1'], text)
  }
  for (const text of ['today', "today's", 'todays', 'R&D', 'r & d']) {
    assert.deepEqual(found(corpus, text), ['2'], text)
  }
  for (const text of ['US', 'U.S.', 'u.s. army']) assert.deepEqual(found(corpus, text), ['3'], text)
})

test('a plural finds the singular and the reverse; British finds American and the reverse', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', 'Export control agencies'),
    measure('plan:2', 'Programmes for data centres'),
    measure('plan:3', 'Labor organizations'),
  ])
  for (const text of ['controls', 'agency', 'exports'])
    assert.deepEqual(found(corpus, text), ['1'], text)
  for (const text of ['data centers', 'center', 'program'])
    assert.deepEqual(found(corpus, text), ['2'], text)
  for (const text of ['labour', 'organisation']) assert.deepEqual(found(corpus, text), ['3'], text)
})

test('diacritics, case and full-width forms make no difference', () => {
  const corpus = corpusOf([plan, measure('plan:1', 'Façade of ＡＩ'), measure('plan:2', 'İzmir')])
  assert.deepEqual(found(corpus, 'FACADE ai'), ['1'])
  assert.deepEqual(found(corpus, 'façade ＡＩ'), ['1'])
  assert.deepEqual(found(corpus, 'IZMIR'), ['2'])
})

const chinese = corpusOf([
  plan,
  division('plan:I', {
    en: 'Permits',
    'zh-Hans': '为数据中心简化许可',
    'zh-Hant': '為資料中心簡化許可',
  }),
  measure('plan:I.1', { en: 'One', 'zh-Hans': '探索先进算力芯片位置验证' }),
  measure('plan:I.2', { en: 'Two', 'zh-Hans': '全栈AI出口套餐' }),
  measure(
    'plan:I.3',
    { en: 'Three', 'zh-Hans': '评估中国前沿模型', 'zh-Hant-HK': '評估中國前沿模型' },
    {
      through: ['NIST'],
    },
  ),
])

const chineseQueries: readonly (readonly [text: string, labels: readonly string[]])[] = [
  ['芯片', ['I.1']],
  ['芯', ['I.1']],
  ['算力芯', ['I.1']],
  ['位置验证', ['I.1']],
  ['位置芯片', ['I.1']],
  ['AI 出口', ['I.2']],
  ['出口AI', ['I.2']],
  ['NIST 评估', ['I.3']],
  ['NIST评估', ['I.3']],
  ['評估', ['I.3']],
  ['数据中心许可', ['I', 'I.1', 'I.2', 'I.3']],
  ['数据中心的许可', ['I', 'I.1', 'I.2', 'I.3']],
  ['资料', ['I', 'I.1', 'I.2', 'I.3']],
  ['芯模', []],
  ['位证', []],
]

for (const [text, labels] of chineseQueries) {
  test(`${text} finds ${labels.length === 0 ? 'nothing' : labels.join(', ')}`, () => {
    assert.deepEqual(found(chinese, text), labels)
  })
}

test('what stands together in Chinese goes before what stands apart', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', { en: 'One', 'zh-Hans': '出口技术的新管制' }),
    measure('plan:2', { en: 'Two', 'zh-Hans': '新的技术出口管制' }),
  ])
  assert.deepEqual(found(corpus, '出口管制'), ['2', '1'])
})

const numbered = corpusOf([
  instrument('plan', 'Plan for power'),
  division('plan:I', 'Grids', { kind: 'pillar', pages: { first: 3, last: 9 } }),
  division('plan:I.1', 'Lines', { pages: { first: 3, last: 4 } }),
  measure('plan:I.1.1', 'Copper', { pages: { first: 3, last: 3 } }),
  measure('plan:I.1.2', 'Steel', { pages: { first: 3, last: 4 } }),
  division('plan:I.10', 'Poles', { pages: { first: 9, last: 9 } }),
  measure('plan:I.10.1', 'Wood', { pages: { first: 9, last: 9 } }),
])

test('a key is found whole, by its beginning and by its parts, with or without punctuation', () => {
  assert.deepEqual(found(numbered, 'plan:I.1.2'), ['I.1.2'])
  assert.deepEqual(found(numbered, 'i12'), ['I.1.2'])
  assert.deepEqual(found(numbered, 'i.1'), ['I.1', 'I.1.1', 'I.1.2', 'I.10', 'I.10.1'])
  assert.deepEqual(found(numbered, 'i'), ['I', 'I.1', 'I.1.1', 'I.1.2', 'I.10', 'I.10.1'])
  assert.deepEqual(found(numbered, '1.2'), ['I.1.2'])
  assert.deepEqual(found(numbered, 'plan:I.10'), ['I.10', 'I.10.1'])
  assert.deepEqual(found(numbered, 'plan:I.2'), [])
})

test('a number finds that place among its siblings', () => {
  assert.deepEqual(found(numbered, 'lines 2'), ['I.1.2'])
})

test('an ordinal finds that place among its siblings, in words, figures and Chinese', () => {
  assert.deepEqual(found(numbered, 'second lines'), ['I.1.2'])
  assert.deepEqual(found(numbered, 'first action poles'), ['I.10.1'])
  assert.deepEqual(found(numbered, '2nd action'), ['I.1.2'])
  assert.deepEqual(found(numbered, '第二措施'), ['I.1.2'])
  assert.deepEqual(found(numbered, '第2措施'), ['I.1.2'])
  assert.deepEqual(found(numbered, '第一支柱')[0], 'I')
  assert.deepEqual(found(numbered, 'third action'), [])
})

test('what follows 第 may be no number of a place: 第三方 is found as written', () => {
  const corpus = corpusOf([plan, measure('plan:1', { en: 'One', 'zh-Hans': '第三方审计' })])
  assert.deepEqual(found(corpus, '第三方'), ['1'])
})

test('2.3.1 finds II.3.1: who types no Roman numerals means them', () => {
  const corpus = corpusOf([plan, division('plan:II', 'Two'), measure('plan:II.1', 'One')])
  assert.deepEqual(found(corpus, '2.1'), ['II.1'])
})

test('a page finds what stands on it, what is only there before what is elsewhere too', () => {
  assert.deepEqual(found(numbered, 'p. 3'), ['I.1.1', 'I.1', 'I.1.2', 'I'])
  assert.deepEqual(found(numbered, 'page 9 wood'), ['I.10.1'])
  assert.deepEqual(found(numbered, '第9页'), ['I.10', 'I.10.1', 'I'])
  assert.deepEqual(found(numbered, 'p. 41'), [])
})

test('the word for a kind offers what is of that kind first', () => {
  assert.equal(found(numbered, 'pillar')[0], 'I')
  assert.equal(found(numbered, '支柱')[0], 'I')
  assert.deepEqual(found(numbered, 'section').slice(0, 2), ['I.1', 'I.10'])
  assert.deepEqual(found(numbered, '节').slice(0, 2), ['I.1', 'I.10'])
  assert.deepEqual(found(numbered, 'action'), ['I.1.1', 'I.1.2', 'I.10.1'])
  assert.deepEqual(found(numbered, 'section poles'), ['I.10', 'I.10.1'])
  assert.deepEqual(found(numbered, 'pillar I').slice(0, 2), ['I', 'I.1'])
})

test('without a word, the table of contents: instruments, pillars, sections, then measures', () => {
  const contents = ['plan', 'I', 'I.1', 'I.10', 'I.1.1', 'I.1.2', 'I.10.1']
  for (const text of ['', '   ', '@', '[-', '…', '🙂', '\ud800']) {
    assert.deepEqual(found(numbered, text), contents, JSON.stringify(text))
  }
})

test('of two instruments, what both have is found in both, in their order', () => {
  const files = ['one', 'two'].map((id) => {
    const whole = instrument(id, `Plan ${id}`)
    const provisions = [whole, division(`${id}:I`, 'Chips'), measure(`${id}:I.1`, `Grid ${id}`)]
    return { instrument: whole, provisions }
  })
  const corpus = createCorpus(files, [])
  assert.deepEqual(found(corpus, 'I.1'), ['one:I.1', 'two:I.1'])
  assert.deepEqual(found(corpus, 'chips two'), ['two:I', 'two:I.1'])
  assert.deepEqual(found(corpus, 'two:I'), ['two:I', 'two:I.1'])
  assert.deepEqual(found(corpus, ''), ['one', 'two', 'one:I', 'two:I', 'one:I.1', 'two:I.1'])
})

test('no more matches are returned than asked for', () => {
  const index = createSearchIndex(numbered)
  for (const text of ['', 'i']) {
    assert.equal(search(index, { text, limit: 2 }).length, 2)
    assert.equal(search(index, { text, limit: 0 }).length, 0)
    assert.equal(search(index, { text, limit: -1 }).length, 0)
  }
})

test('an empty corpus has nothing to find', () => {
  assert.deepEqual(matches(emptyCorpus, ''), [])
  assert.deepEqual(matches(emptyCorpus, 'chips'), [])
})

test('scores fall along the list, and the same query gives the same list', () => {
  const index = createSearchIndex(chinese)
  const first = search(index, { text: 'ai 评估 one', limit: 100 })
  search(index, { text: 'NIST open-source 数据中心 a b c', limit: 100 })
  assert.deepEqual(search(index, { text: 'ai 评估 one', limit: 100 }), first)
  const scores = search(index, { text: '数据', limit: 100 }).map((match) => match.score)
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  )
})

test('among equals the title in the reader’s language is the one that is named', () => {
  const corpus = corpusOf([
    plan,
    measure('plan:1', { en: 'AI', 'zh-Hans': 'AI', 'zh-Hant': 'AI 法' }),
  ])
  const index = createSearchIndex(corpus)
  const found = (language: Language): readonly string[] => {
    const query = { text: 'ai', limit: 1, language }
    const [match] = search(index, query)
    assert.ok(match)
    return evidenceFor(index, query, match.provision).map(({ text }) => text)
  }
  assert.deepEqual(found('zh-Hans'), ['AI'])
  assert.equal(found('zh-Hant').length, 1)
})
