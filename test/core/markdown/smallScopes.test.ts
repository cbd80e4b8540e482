import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { differencesFrom } from './proseDifferences.ts'
import { samplesByRule } from './smallScopes.ts'

suite('What is prose in all short reports', () => {
  for (const [rule, samples] of samplesByRule) {
    test(`as remark reads them: ${rule}`, () => {
      for (const { source, prose } of samples) {
        assert.equal(differencesFrom(prose, source), '', JSON.stringify(source))
      }
    })
  }
})
