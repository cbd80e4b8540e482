import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChinese, numberOf, sameLabel } from '../../../src/core/text/numerals.ts'

test('labels are read as numbers in digits, Roman and Chinese numerals', () => {
  const read: readonly (readonly [string, number | undefined])[] = [
    ['3', 3],
    ['３', 3],
    ['007', 7],
    ['III', 3],
    ['xiv', 14],
    ['Ⅲ', 3],
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十三', 23],
    ['一百零三', 103],
    ['一〇五', 105],
    ['一二', 12],
    ['二〇二五', 2025],
    ['〇', undefined],
    ['a', undefined],
    ['2a', undefined],
    ['IIII', undefined],
    ['', undefined],
  ]
  for (const [label, number] of read) assert.equal(numberOf(label), number, label)
})

test('Chinese numerals are written as they are read', () => {
  for (let number = 1; number < 10000; number += 1) {
    assert.equal(numberOf(inChinese(number)), number)
  }
  assert.deepEqual([10, 21, 100, 113, 210].map(inChinese), [
    ...['十', '二十一', '一百', '一百一十三', '二百一十'],
  ])
  assert.deepEqual([1001, 1260, 10000].map(inChinese), ['一千零一', '一千二百六十', '10000'])
})

test('labels are the same in another case or numeral, but not for another letter', () => {
  assert.ok(
    sameLabel('II', '2') && sameLabel('二', 'ii') && sameLabel('A', 'a') && sameLabel('3', '03'),
  )
  assert.ok(!sameLabel('a', 'b') && !sameLabel('2', '2a') && !sameLabel('V', '4'))
})
