import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import {
  judgeQuotation,
  type Judgement,
  type Verdict,
} from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type Passage } from '../../../src/core/quotation/passageIndex.ts'

/** One line of the set; its page says what the fields mean. */
interface Quotation {
  readonly id: string
  readonly quoted: string
  readonly cited: string
  readonly verdict: Verdict
  readonly change: string
  readonly key?: string
  readonly altered?: readonly (readonly [string, string])[]
}

const passages = readLines('passages') as readonly Passage[]
const quotations = readLines('quotations') as readonly Quotation[]
const index = indexPassages(passages)
const textOf = new Map(passages.map(({ key, text }) => [key, text]))

function readLines(name: string): readonly unknown[] {
  const file = new URL(`../../support/quotations/${name}.jsonl`, import.meta.url)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as unknown)
}

function judge({ quoted, cited }: Quotation): Judgement {
  return judgeQuotation(
    quoted,
    passages.filter(({ key }) => key === cited),
    index,
  )
}

function alteredWords({ quoted }: Quotation, judgement: Judgement): readonly [string, string][] {
  const text = textOf.get(judgement.key ?? '') ?? ''
  return judgement.alterations.map((each) => [
    quoted.slice(each.quoted.start, each.quoted.end),
    text.slice(each.passage.start, each.passage.end),
  ])
}

/** How many quotations of each kind were judged how: one line a kind, `expected > judged: count`. */
function confusion(): readonly string[] {
  const counts = new Map<string, number>()
  for (const quotation of quotations) {
    const cell = `${quotation.verdict} > ${judge(quotation).verdict}`
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  return [...counts].map(([cell, count]) => `${cell}: ${count}`).sort()
}

suite('The set of quotations', () => {
  test('has 130 at least, in English and both kinds of Chinese, each with an id of its own', () => {
    assert.ok(quotations.length >= 130)
    assert.equal(new Set(quotations.map(({ id }) => id)).size, quotations.length)
    for (const language of ['en', 'zh-hans', 'zh-hant']) {
      assert.ok(quotations.filter(({ id }) => id.startsWith(language)).length >= 20, language)
    }
  })

  test('is judged without a single mistake', () => {
    assert.deepEqual(confusion(), [
      'altered > altered: 76',
      'found elsewhere > found elsewhere: 11',
      'not found > not found: 16',
      'too short to judge > too short to judge: 11',
      'verified > verified: 78',
    ])
  })

  for (const quotation of quotations) {
    const { id, verdict, change, quoted, key, altered } = quotation
    test(`${id} (${change}) is ${verdict}`, () => {
      const judgement = judge(quotation)
      assert.equal(judgement.verdict, verdict, quoted)
      if (key !== undefined) assert.equal(judgement.key, key)
      if (altered !== undefined) assert.deepEqual(alteredWords(quotation, judgement), altered)
    })
  }
})
