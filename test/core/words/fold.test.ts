import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../../src/core/words/fold.ts'

const sameText: readonly (readonly [written: string, searched: string])[] = [
  ['Export CONTROLS', 'export controls'],
  ['ＡＩ出口', 'ai出口'],
  ['İstanbul', 'istanbul'],
  ['ılımlı', 'ilimli'],
  ['naïve café', 'naive cafe'],
  ['nai\u0308ve cafe\u0301', 'naive cafe'],
  ['Straße', 'strasse'],
  ['Łódź, Ærø', 'lodz, aero'],
  ['ΣΊΣΥΦΟΣ', 'σισυφοσ'],
  ['ﬁne print', 'fine print'],
  ['semi\u00adconductor', 'semiconductor'],
  ['zero\u200bwidth\u2060', 'zerowidth'],
  ['K', 'k'],
  ['\ud842\udfb7野', '\ud842\udfb7野'],
  ['が', 'が'],
]

for (const [written, searched] of sameText) {
  test(`${JSON.stringify(written)} is searched as ${JSON.stringify(searched)}`, () => {
    assert.equal(fold(written), searched)
  })
}

test('case 59: folding does not depend on the locale', () => {
  assert.equal(fold('TITLE İI'), 'title ii')
})

test('folding twice changes nothing, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(fold(fold(text)), fold(text))
    }),
    { numRuns: 2000 },
  )
})

test('a lone surrogate passes through', () => {
  assert.equal(fold('a\ud800b'), 'a\ud800b')
})
