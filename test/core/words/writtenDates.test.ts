import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateWrittenLike, writtenDates } from '../../../src/core/words/writtenDates.ts'

const found = (text: string): readonly string[] =>
  writtenDates(text).map(({ date, span }) => `${text.slice(span.start, span.end)} = ${date}`)

test('dates are read as English and Chinese write them', () => {
  assert.deepEqual(
    found('On 2 August 2026, August 2, 2026 and the 2nd August 2026 in August 2026.'),
    [
      '2 August 2026 = 2026-08-02',
      'August 2, 2026 = 2026-08-02',
      '2nd August 2026 = 2026-08-02',
      'August 2026 = 2026-08',
    ],
  )
  assert.deepEqual(found('自2026年8月2日起，2026 年 8 月，2026年 (2026-08-02, 2026-08).'), [
    '2026年8月2日 = 2026-08-02',
    '2026 年 8 月 = 2026-08',
    '2026年 = 2026',
    '2026-08-02 = 2026-08-02',
    '2026-08 = 2026-08',
  ])
  assert.deepEqual(found('In 2026 no. 2024/1689, 52024-08-021, Augustus 2026, 12026-08'), [])
})

test('a date written like another is read back as it is, as far as that goes', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
  const models = [
    '2 August 2026',
    'August 2, 2026',
    'August 2026',
    '2026-08-02',
    '2026-08',
    '2026年8月2日',
    '2026年8月',
    '2026年',
  ]
  fc.assert(
    fc.property(day, fc.constantFrom(...models), (date, model) => {
      const [like] = writtenDates(model)
      assert.ok(like !== undefined)
      const [read] = writtenDates(dateWrittenLike(date, like))
      assert.equal(read?.date, date.slice(0, like.date.length))
    }),
  )
})
