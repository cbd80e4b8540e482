import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  bindingOf,
  isNegation,
  isTelling,
  leastWeight,
  weightOf,
  weightOfWord,
} from '../../../src/core/quotation/weightyWords.ts'
import { readWording } from '../../../src/core/quotation/wording.ts'
import { WordNumbers } from '../../../src/core/quotation/wordNumbers.ts'

suite('A negation', () => {
  test('is a word that takes back what is said, in any case', () => {
    for (const word of [
      'not',
      'Not',
      'NO',
      'never',
      'without',
      'cannot',
      "don't",
      "ISN'T",
      '不',
      '無',
      '勿',
    ]) {
      assert.ok(isNegation(word), word)
    }
    for (const word of ['port', 'note', 'knot', 'n', '得', '']) assert.ok(!isNegation(word), word)
  })

  test('is none before words that make it none', () => {
    for (const [word, next] of [
      ['not', 'only'],
      ['Not', 'Merely'],
      ['without', 'prejudice'],
      ['不', '断'],
      ['未', '来'],
      ['無', '論'],
      ['no', '7'],
      ['No', '12b'],
    ] as const) {
      assert.ok(!isNegation(word, next), `${word} ${next}`)
    }
    for (const [word, next] of [
      ['not', 'pay'],
      ['never', 'only'],
      ['without', 'only'],
      ['不', '得'],
      ['no', 'port'],
      ['no', 'b7'],
      ['not', '7'],
      ['不', '7'],
    ] as const) {
      assert.ok(isNegation(word, next), `${word} ${next}`)
    }
  })

  test('is none in “or not” and 是否', () => {
    assert.ok(!isNegation('not', '', 'or'))
    assert.ok(!isNegation('Not', '', 'OR'))
    assert.ok(!isNegation('否', '', '是'))
    assert.ok(isNegation('not', '', 'and'))
    assert.ok(isNegation('never', '', 'or'))
    assert.ok(isNegation('否', '', '或'))
    assert.ok(isNegation('不', '', '是'))
  })
})

test('a word binds by a duty, advice, leave or what will be, in any case', () => {
  for (const [word, binding] of [
    ['shall', 'duty'],
    ['MUST', 'duty'],
    ['应当', 'duty'],
    ['须', 'duty'],
    ['Should', 'advice'],
    ['建议', 'advice'],
    ['may', 'leave'],
    ['可以', 'leave'],
    ['will', 'future'],
    ['將', 'future'],
    ['port', undefined],
    ['', undefined],
  ] as const) {
    assert.equal(bindingOf(word), binding, word)
  }
})

test('a word is telling that takes back, binds, makes a condition, or is a character of one that binds', () => {
  for (const word of [
    'not',
    "don't",
    'Unless',
    'only',
    'IF',
    'shall',
    'May',
    '除',
    '僅',
    '应',
    '当',
    '议',
  ]) {
    assert.ok(isTelling(word), word)
  }
  for (const word of ['port', 's', 'h', 'a', '港', '', '$']) assert.ok(!isTelling(word), word)
})

test('four Latin words weigh as much as six Chinese characters, symbols nothing', () => {
  const numbers = new WordNumbers()
  const weigh = (text: string, ...part: readonly number[]): number =>
    weightOf(readWording(text, numbers), numbers, ...part)
  assert.equal(weigh('one two three four'), leastWeight)
  assert.equal(weigh('港务局应当在'), leastWeight)
  assert.equal(weigh('$ % 👍'), 0)
  assert.equal(weigh('one $ 港 25'), 3 + 2 + 3)
  assert.equal(weigh('one two 港 four', 1, 3), 3 + 2)
  assert.equal(weigh('one two 港 four', 2), 2 + 3)
  assert.equal(weightOfWord(numbers.of('two'), numbers), 3)
})
