import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { columnsOf, endsWithinColumns, withinColumns } from '../../../src/core/text/columns.ts'
import { processorTime } from '../../support/processorTime.ts'

test('a Chinese character takes two columns, a letter of any other script one', () => {
  assert.equal(columnsOf('AI Act 57'), 9)
  assert.equal(columnsOf('欧盟AI法案'), 10)
  assert.equal(columnsOf('，（）'), 6)
  assert.equal(columnsOf('𠮷é'), 3)
})

test('what is too wide loses its end, or its middle', () => {
  assert.equal(withinColumns('AI regulatory sandboxes', 14), 'AI regulatory…')
  assert.equal(endsWithinColumns('xx-very-long-plan-2031', 13), 'xx-ver…n-2031')
  assert.equal(withinColumns('人工智能监管沙盒', 8), '人工智…')
  assert.equal(withinColumns('AI Act', 6), 'AI Act')
})

test('what is cut is no wider than was asked for, and begins and ends as the whole does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', '9', ' ', '人', '、', '𠮷', '👩') })
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, most) => {
      const [start = '', end = ''] = endsWithinColumns(whole, most).split('…')
      assert.ok(columnsOf(withinColumns(whole, most)) <= most)
      assert.ok(columnsOf(endsWithinColumns(whole, most)) <= most)
      assert.ok(whole.startsWith(start) && whole.endsWith(end))
    }),
  )
})

test('a long title is cut in time that grows no faster than it does', () => {
  const long = 'Regulation '.repeat(2_000)
  assert.ok(processorTime(() => withinColumns(long, 40)) < 500)
})
