import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { searchSentence, wordsShared } from '../../../src/core/search/searchSentence.ts'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { Bm25 } from '../../bench/bm25.ts'
import { evaluationSentences, recallOf, type EvaluationSentence } from '../../bench/sentences.ts'
import { libraryCorpus } from './libraryCorpus.ts'

const corpus = libraryCorpus()
const index = createSearchIndex(corpus)

function offered(text: string, limit = 10): readonly string[] {
  return searchSentence(index, { text, limit }).map(({ provision }) => provision.key)
}

const firsts: readonly (readonly [sentence: string, key: string])[] = [
  [
    'Washington would hold back grants from states with heavy-handed AI statutes',
    'us-aiap-2025:I.1.3',
  ],
  ['Hospitals and farms would get a regulatory sandbox for AI tools', 'us-aiap-2025:I.4.1'],
  ['联邦政府将为人工智能数据中心加快环境许可审批', 'us-aiap-2025:II.1'],
]

for (const [sentence, key] of firsts) {
  test(`“${sentence}” offers ${key}`, () => {
    const found = offered(sentence, 3)
    assert.ok(
      found.some((one) => one === key || one.startsWith(`${key}.`)),
      found.join(', '),
    )
  })
}

test('the funding action is the first that is offered for its example', () => {
  assert.equal(offered(firsts[0]?.[0] ?? '', 1)[0], 'us-aiap-2025:I.1.3')
})

test('when nothing fits, nothing is offered', () => {
  for (const text of [
    '',
    'The weather was lovely.',
    '周末我们去钓鱼了。',
    '…',
    'the of and',
    '🙂',
  ]) {
    assert.deepEqual(offered(text), [], text)
  }
  assert.deepEqual(searchSentence(createSearchIndex(emptyCorpus), { text: 'grants', limit: 9 }), [])
})

test('which words were shared is told', () => {
  const provision = corpus.byKey.get('us-aiap-2025:I.1.3')
  assert.ok(provision)
  const shared = wordsShared(index, firsts[0]?.[0] ?? '', provision)
  assert.ok(shared.includes('states') && shared.includes('hold'), shared.join(', '))
})

test('a sentence costs a bounded number of provisions, however long it is', () => {
  const { effort } = index
  const before = effort.documents
  offered('grants states chips 出口管制 '.repeat(5000))
  assert.ok(effort.documents - before <= corpus.provisions.length)
})

/** The half of the evaluation set that nothing was tuned on. */
const held = evaluationSentences().filter(({ half }) => half === 'held')

function find({ sentence, language }: EvaluationSentence): ReturnType<Bm25['search']> {
  return searchSentence(index, { text: sentence, limit: 10, language }).map(
    ({ provision }) => provision,
  )
}

test('on the half that was not tuned on, more is found than plain BM25 finds, and less is offered in vain', () => {
  const bm25 = new Bm25(corpus)
  const ours = recallOf(held, find)
  const plain = recallOf(held, ({ sentence }) => bm25.search(sentence, 10))
  for (const within of [1, 3, 10] as const) {
    assert.ok(ours.within[within] > plain.within[within], `${within}: ${ours.within[within]}`)
  }
  assert.ok(ours.silent.offered <= 3 && plain.silent.offered > ours.silent.offered)
})

test('on that half the right measure is among the first ten of every second sentence at least', () => {
  assert.ok(recallOf(held, find).within[10] >= 0.55)
})
