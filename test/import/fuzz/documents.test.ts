import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { changedDocument } from './changedDocuments.ts'
import { judgedDocument } from './judgedDocument.ts'
import { documentKinds, smallDocuments } from './smallDocuments.ts'

/** For each kind: `npm run fuzz -- --documents` tries as many as are asked for. */
const seeds = Array.from({ length: 8 }, (_, at) => at + 1)

suite(
  'A document changed at random is read or refused, and what is imported of it reads back',
  () => {
    for (const kind of documentKinds) {
      test(`${kind}: its parts and pages stand where they are said to`, async () => {
        for (const seed of seeds) {
          const { faults } = await judgedDocument(changedDocument(kind, seed))
          assert.deepEqual(faults, [], `seed ${seed}`)
        }
      })

      test(`${kind}: so it is with those that nothing was changed in`, async () => {
        for (const document of smallDocuments.get(kind) ?? []) {
          const { outcome, faults } = await judgedDocument(Uint8Array.from(document))
          assert.deepEqual({ outcome, faults }, { outcome: 'read', faults: [] })
        }
      })
    }
  },
)

test('a changed document is the same for the same seed', () => {
  for (const kind of documentKinds) {
    const [one, again] = [changedDocument(kind, 7), changedDocument(kind, 7)]
    assert.ok(Buffer.from(one).equals(Buffer.from(again)), kind)
  }
})
