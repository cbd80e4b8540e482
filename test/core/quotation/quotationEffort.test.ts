import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotation } from '../../../src/core/quotation/judgeQuotation.ts'
import { indexPassages, type PassageIndex } from '../../../src/core/quotation/passageIndex.ts'

/** A text of a million characters without any order: the same in every run. */
function megabyte(wordAt: (random: number) => string): string {
  let state = 7
  let text = ''
  while (text.length < 1_000_000) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    text += wordAt(Math.floor((state / 2 ** 32) * 4000))
  }
  return text.slice(0, 1_000_000)
}

/** What a judgement costs by the counter of the index. */
function stepsOf(index: PassageIndex, judge: () => unknown): number {
  const before = index.effort.steps
  judge()
  return index.effort.steps - before
}

const texts = {
  English: megabyte((random) => `w${random.toString(36)} `),
  Chinese: megabyte((random) => String.fromCodePoint(0x4e00 + random)),
  'one word': 'the '.repeat(250_000),
  'one letter': 'a'.repeat(1_000_000),
  brackets: '[a… '.repeat(250_000),
  hyphens: 'a-\n'.repeat(333_333),
}

for (const [name, text] of Object.entries(texts)) {
  suite(`case 64: a megabyte of ${name}`, () => {
    const passage = { key: 'a', text }
    const empty = indexPassages([])
    const index = indexPassages([passage])
    const piece = text.slice(500_000, 500_600)
    const quotations = [
      text,
      text.slice(300_000, 320_000),
      `${piece} Zanzibar ${piece}`,
      `${piece.slice(0, 9)} … `.repeat(500),
      `${piece.slice(0, 2)} [x] `.repeat(500),
      `${piece.slice(0, 300)} Zanzibar 囧`,
    ]

    test('costs a bounded number of steps', () => {
      for (const quoted of quotations) {
        for (const others of [empty, index]) {
          for (const cited of [passage, { key: 'b', text: 'nothing of the kind' }]) {
            const steps = stepsOf(others, () => judgeQuotation(quoted, [cited], others))
            assert.ok(steps <= 8_100_000, `${steps} steps`)
          }
        }
      }
    })

    test('is too long to be a quotation', () => {
      assert.equal(judgeQuotation(text, [passage], index).verdict, 'too long')
      assert.ok(stepsOf(index, () => judgeQuotation(text, [passage], index)) < 10)
    })
  })
}

test('a quotation from a megabyte is verified, found elsewhere, and marked where it is altered', () => {
  const passage = { key: 'a', text: texts.English }
  const index = indexPassages([passage])
  const at = texts.English.indexOf(' ', 500_000) + 1
  const words = texts.English.slice(at, at + 200)
    .split(' ')
    .slice(0, -1)
  assert.equal(judgeQuotation(words.join(' '), [passage], index).verdict, 'verified')
  const other = { key: 'b', text: 'nothing' }
  assert.equal(judgeQuotation(words.join(' '), [other], index).key, 'a')
  words[10] = 'Zanzibar'
  const { verdict, alterations } = judgeQuotation(words.join(' '), [passage], index)
  assert.deepEqual([verdict, alterations.length], ['altered', 1])
})

test('a passage that is indexed is not read again', () => {
  const passage = { key: 'a', text: `${texts.English.slice(0, 100_000)} one two three four five` }
  const index = indexPassages([passage])
  const quoted = 'one two three four five'
  const unread = { key: 'a', text: `${passage.text} six` }
  const again = stepsOf(index, () => judgeQuotation(quoted, [unread], index))
  assert.ok(stepsOf(index, () => judgeQuotation(quoted, [passage], index)) < again - 90_000)
})
