import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageLocator } from '../../../src/core/citation/citationForm.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

test('the page that is written with a key is none for a whole instrument', () => {
  const whole = fixtureCorpus().byKey.get('xx-lantern-2031') ?? assert.fail('the plan')
  assert.equal(pageLocator(whole, 'en'), undefined)
})
