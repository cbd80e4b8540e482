import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeQuotation, type Judgement } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages } from '../../../src/core/quotation/passageIndex.ts'
import { passages, samples, type Sample } from './mutations.ts'

const index = indexPassages(passages)

function judge({ quoted, cited }: Sample): Judgement {
  return judgeQuotation(
    quoted,
    passages.filter(({ key }) => key === cited),
    index,
  )
}

test('at least 120 quotations, none of them false alarm, none of them false comfort', (context) => {
  const table = new Map<string, number>()
  const wrong: string[] = []
  for (const sample of samples) {
    const { verdict } = judge(sample)
    const cell = `${sample.verdict} → ${verdict}`
    table.set(cell, (table.get(cell) ?? 0) + 1)
    if (verdict !== sample.verdict) wrong.push(`${cell}: ${sample.why}: ${sample.quoted}`)
  }
  for (const [cell, count] of table) context.diagnostic(`${cell}: ${String(count)}`)
  assert.ok(samples.length >= 120)
  assert.deepEqual(wrong, [])
})

for (const sample of samples.filter(({ differs }) => differs !== undefined)) {
  test(`exactly the words that differ are marked: ${sample.why} in “${sample.quoted}”`, () => {
    const { key, alterations } = judge(sample)
    const passage = passages.find((one) => one.key === key)?.text ?? ''
    assert.deepEqual(
      alterations.map(({ quoted, passage: printed }) => [
        sample.quoted.slice(quoted.start, quoted.end),
        passage.slice(printed.start, printed.end),
      ]),
      sample.differs,
    )
  })
}

test('where the words really stand is told', () => {
  for (const sample of samples.filter(({ verdict }) => verdict === 'found elsewhere')) {
    const { key = '', passage } = judge(sample)
    const text = passages.find((one) => one.key === key)?.text ?? ''
    assert.ok(passage)
    const bare = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, '')
    assert.equal(bare(text.slice(passage.start, passage.end)), bare(sample.quoted))
  }
})

test('case 64: two texts of 1 MB are too long to be judged, and cost no more than a look', () => {
  const long = 'stone by stone the harbour grows '.repeat(32_000)
  const other = 'tide by tide the harbour goes '.repeat(36_000)
  const judgement = judgeQuotation(long, [{ key: 'x:1', text: other }], index)
  assert.equal(judgement.verdict, 'too long')
})

test('case 64: words that repeat without end are given up after counted steps', () => {
  const text = 'a '.repeat(90_000)
  const judgement = judgeQuotation(`${'a '.repeat(45_000)}b`, [{ key: 'x:1', text }], index)
  assert.equal(judgement.verdict, 'too long')
})

test('case 38, case 39, case 40: emoji, lone surrogates, tabs and invisible signs do no harm', () => {
  for (const odd of [
    '\uD800',
    '👩‍💻',
    '\u202E',
    '\u2028',
    '\t',
    '\u000B',
    '\u0000',
    '[',
    '…',
    '[…]',
  ]) {
    for (const quoted of [
      odd,
      `${odd}publish the tide tables of the coming year`,
      `publish ${odd} the tide`,
    ]) {
      judgeQuotation(quoted, [passages[2] ?? { key: '', text: '' }], index)
    }
  }
})
