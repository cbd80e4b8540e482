import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import {
  isAlarm,
  measuredMade,
  measuredPublished,
  skipsMeasuring,
  type Measured,
  type Told,
} from '../support/quotations/measuredQuotations.ts'
import {
  publishedQuotations,
  translations,
  type Truth,
} from '../support/quotations/publishedQuotations.ts'
import {
  mostByRule,
  quotationsPage,
  tablesMeasuredLast,
  tablesOf,
} from '../support/quotations/quotationsPage.ts'

const skip = skipsMeasuring
const published = skip === false ? await measuredPublished() : []
const made = skip === false ? await measuredMade(mostByRule) : []

/** The quotations of which `truth` is right and something is said for which `isSaid` holds. */
function said(
  measured: readonly Measured[],
  truth: Truth,
  isSaid: (told: Told) => boolean,
): readonly string[] {
  return measured
    .filter((one) => one.truth === truth && isSaid(one.told))
    .map(({ id, told, change, text }) => `${id} (${change}) is ${told}: ${text}`)
}

suite('What others published of the plan, the act and the Chinese measures', { skip }, () => {
  test('is called altered or elsewhere where true in three quotations at most, by a comma or a capital', () => {
    const alarms = said(published, 'true', isAlarm)
    assert.ok(alarms.length <= 3, alarms.join('\n'))
  })

  test('is never verified where it is altered, and an alteration that is judged is found but in three words', () => {
    assert.deepEqual(
      said(published, 'altered', (told) => told === 'verified'),
      [],
    )
    const missed = said(published, 'altered', (told) => !isAlarm(told) && told !== 'nothing')
    assert.ok(missed.length <= 1, missed.join('\n'))
    assert.ok(said(published, 'altered', isAlarm).length >= 30)
  })

  test('is no alarm where it is translated or in the other script', () => {
    assert.deepEqual(said(published, 'translated', isAlarm), [])
    assert.deepEqual(said(published, 'other-script', isAlarm), [])
  })

  test('is never held against the cited text where others say it', () => {
    const alarms = said(published, 'others', isAlarm)
    assert.deepEqual(alarms, [])
  })
})

suite('What is made of the plan, the act and the Chinese measures by rule', { skip }, () => {
  test('is no alarm where it is true, translated, in the other script, or said by others', () => {
    assert.ok(said(made, 'true', () => true).length >= 1000)
    for (const truth of ['true', 'translated', 'other-script', 'others'] as const) {
      assert.deepEqual(said(made, truth, isAlarm), [])
    }
  })

  test('is found wherever it is altered and judged', () => {
    assert.ok(said(made, 'altered', isAlarm).length >= 1060)
    assert.deepEqual(
      said(made, 'altered', (told) => !isAlarm(told) && told !== 'nothing'),
      [],
    )
  })

  test('is found in nine of ten where a sign of omission or brackets hide or turn too much', () => {
    const judged = said(made, 'stitched', (told) => told !== 'nothing').length
    const found = said(made, 'stitched', isAlarm).length
    assert.ok(found >= judged * 0.9, `${String(found)} of ${String(judged)}`)
  })
})

test(
  'the page on quotations tells what is measured: scripts/quotations.mjs --print',
  { skip },
  () => {
    assert.deepEqual(tablesOf(published, made), tablesMeasuredLast())
  },
)

test('the page on quotations is made of what was measured', () => {
  const page = new URL('../../docs/quotations.md', import.meta.url)
  assert.equal(readFileSync(page, 'utf8'), quotationsPage(tablesMeasuredLast()))
})

test('published quotations have an id of their own, a source, and what is right of each', () => {
  const all = publishedQuotations()
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  assert.ok(all.length >= 144)
  for (const { id, truth, source, change, at } of all) {
    assert.ok(truth.length > 0 && source !== '', id)
    assert.equal(truth.includes('altered'), change !== undefined && !truth.includes('omission'), id)
    assert.ok(at !== undefined || truth.includes('altered'), id)
  }
  assert.ok(translations().length >= 40)
})
