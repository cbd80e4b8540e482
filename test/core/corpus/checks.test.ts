import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factChecks, freshDays } from '../../../src/core/corpus/checks.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const plan = (id: string, ...fields: readonly string[]) => ({
  name: `${id}.md`,
  text: ['---', `id: ${id}`, 'type: plan', 'title: Plan', ...fields, '---', ''].join('\n'),
})

function checksOn(day: string, ...files: readonly ReturnType<typeof plan>[]) {
  return factChecks(corpusOf(files), day).map(({ instrument, age, isStale }) => [
    instrument.key,
    age,
    isStale,
  ])
}

test('what was checked longest ago comes first, what never was before all', () => {
  const files = [
    plan('xx-new', 'checked: 2026-11-23'),
    plan('xx-never'),
    plan('xx-old', 'checked: 2026-01-31'),
  ]
  assert.deepEqual(checksOn('2026-11-29', ...files), [
    ['xx-never', undefined, true],
    ['xx-old', 302, true],
    ['xx-new', 6, false],
  ])
})

test(`a check holds ${String(freshDays)} days, over a leap day and a change of clocks`, () => {
  const checked = plan('xx-a', 'checked: 2027-09-04')
  assert.deepEqual(checksOn('2028-03-02', checked), [['xx-a', 180, false]])
  assert.deepEqual(checksOn('2028-03-03', checked), [['xx-a', 181, true]])
})

test('a month or a year counts from its first day', () => {
  assert.deepEqual(checksOn('2026-11-29', plan('xx-a', 'checked: 2026-06')), [['xx-a', 181, true]])
  assert.deepEqual(checksOn('2026-06-29', plan('xx-a', 'checked: 2026')), [['xx-a', 179, false]])
})

test('what need not be checked again is never stale', () => {
  const reason = 'check-not-due: revoked in 2025'
  const files = [plan('xx-a', reason), plan('xx-b', reason, 'checked: 2020-01-01')]
  assert.deepEqual(
    checksOn('2026-11-29', ...files).map(([key, , isStale]) => [key, isStale]),
    [
      ['xx-a', false],
      ['xx-b', false],
    ],
  )
})
