import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPassages } from '../../../src/core/official/officialText.ts'
import { changesNotAttached } from '../../../src/core/official/notAttached.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const act = (id: string, ...fields: readonly string[]): string => `---
id: ${id}
type: act
title: Act
printed-headings: article
${fields.join('\n')}
---

# One {#1 kind=article}

- replaced-by: Act 9

# Two {#2 kind=article}

- formerly-said: Something else.

# Three {#3 kind=article}
`
const corpus = corpusOf([
  { name: 'dated.md', text: act('xx-dated', 'amended-by: Act 9 | 2031-05-02 | 2031-06-01') },
  { name: 'undated.md', text: act('xx-undated', 'text-as-of: 2031-06-01') },
  { name: 'bare.md', text: act('xx-bare') },
])

/** What is known to have changed of `key` since the texts of `days`: the day, the amendments and whether it did itself. */
function known(
  key: string,
  days: readonly string[],
  today?: string,
): readonly unknown[] | undefined {
  const provision = corpus.byKey.get(key)
  const instrument = corpus.byKey.get(key.split(':')[0] ?? '')
  assert.ok(provision !== undefined && instrument?.level === 'instrument')
  const text = findPassages({ parts: [], unread: [] }, instrument, corpus)
  const versions = days.map((day) => ({ day, text }))
  const found = changesNotAttached(versions, provision, corpus, today)
  return (
    found && [
      found.age,
      found.day,
      ...found.by.map(({ name }) => name),
      found.textAsOf,
      found.isOwn,
    ]
  )
}

for (const [key, days, expected] of [
  ['xx-dated:1', ['2030-01-01'], ['newer', '2030-01-01', 'Act 9', '', true]],
  ['xx-dated:2', ['2030-01-01'], ['newer', '2030-01-01', 'Act 9', '', false]],
  ['xx-dated', ['2030-01-01'], ['newer', '2030-01-01', 'Act 9', '', true]],
  ['xx-dated:1', ['2031-06-01'], undefined],
  ['xx-dated:1', ['2030-01-01', '2031-06-01'], undefined],
  ['xx-dated:1', ['2031'], undefined],
  ['xx-dated:1', [''], undefined],
  ['xx-undated:1', ['2030-01-01'], ['newer', '2030-01-01', '2031-06-01', true]],
  ['xx-undated:2', ['2030-01-01'], ['newer', '2030-01-01', '2031-06-01', true]],
  ['xx-undated:3', ['2030-01-01'], ['newer', '2030-01-01', '2031-06-01', false]],
  ['xx-undated:3', ['2031-06-01'], undefined],
  ['xx-bare:1', ['2030-01-01'], undefined],
] as const) {
  test(`${key} beside the texts of ${days.join(', ')}`, () => {
    assert.deepEqual(known(key, days), expected)
  })
}

test('a text from after the day of a report is not the one that it means', () => {
  const later = ['2031-06-01']
  const older = ['older', '2031-06-01', 'Act 9', '', true]
  assert.deepEqual(known('xx-dated:1', later, '2031-05-31'), older)
  assert.deepEqual(known('xx-dated:3', later, '2031-05-31'), [...older.slice(0, -1), false])
  assert.equal(known('xx-dated:1', later, '2031-06-01'), undefined)
  assert.equal(known('xx-dated:1', ['2030-01-01', ...later], '2031-05-31'), undefined)
  assert.equal(known('xx-dated:1', ['2031-01-01'], '2030-01-01')?.[0], 'newer')
})
