import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countOf } from '../references/count.ts'

test('the filter prints every document and every place before its address, in six styles', () => {
  assert.deepEqual(countOf('document'), { of: 102, plainly: 102, filtered: 102 })
  assert.deepEqual(countOf('place'), { of: 84, plainly: 59, filtered: 84 })
})

test('it prints every official journal but in GB/T 7714, which has none', () => {
  assert.deepEqual(countOf('journal'), { of: 42, plainly: 42, filtered: 35 })
})
