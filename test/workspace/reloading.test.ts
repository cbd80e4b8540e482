import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Reloading } from '../../src/workspace/corpora/reloading.ts'
import { eventually } from '../support/eventually.ts'

test('a reload that fails keeps none of those behind it from running', async () => {
  let count = 0
  const reloading = new Reloading(() => {
    count += 1
    return count === 1 ? Promise.reject(new Error('the first one')) : Promise.resolve()
  })
  await assert.rejects(reloading.now(), /the first one/u)
  await reloading.now()
  assert.equal(count, 2)
  reloading.dispose()
  await reloading.now()
  assert.equal(count, 2)
})

test('a change that another reload was to read is read where that is given up', async () => {
  let count = 0
  const reloading = new Reloading(() => {
    count += 1
    return Promise.resolve()
  })
  reloading.soon()
  await assert.rejects(
    reloading.now(() => Promise.reject(new Error('given up'))),
    /given up/u,
  )
  await eventually('it is read', () => count === 1)
  reloading.dispose()
})
