import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf } from '../references/count.ts'

test('the filter prints every document and every place before its address, in six styles', () => {
  assert.deepEqual(countOf('document'), { of: 84, plainly: 84, filtered: 84 })
  assert.deepEqual(countOf('place'), { of: 66, plainly: 48, filtered: 66 })
})

test('it prints every official journal but in GB/T 7714, which has none', () => {
  assert.deepEqual(countOf('journal'), { of: 36, plainly: 36, filtered: 30 })
})
