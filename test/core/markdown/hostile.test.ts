import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { suite, test } from 'node:test'
import { hostileReports } from './hostileReports.ts'
import { citableKeys } from './proseOf.ts'
import { readReport } from './readHostile.ts'
import { visitsOf } from './visits.ts'
import { longestWait } from '../../support/eventually.ts'

suite('Hostile reports', () => {
  for (const { what, size, make } of hostileReports) {
    test(`case 37: ${what} cost work in proportion to their length`, () => {
      const [small, large] = [make(Math.ceil(size / 20)), make(Math.ceil(size / 10))]
      const work = visitsOf(() => {
        readReport(small)
      })
      const moreWork = visitsOf(() => {
        readReport(large)
      })
      const growth = large.length / small.length
      assert.ok(moreWork <= 1.25 * growth * work, `${work} visits became ${moreWork}`)
      assert.ok(moreWork <= 100 * large.length, `${moreWork} visits of ${large.length} characters`)
    })
  }

  test('case 37: all of them in full size are read within the time that one slow one would take', () => {
    assert.equal(readInChild('hostile'), '')
  })

  test('case 36: every citation is found among 1,000 on a line and 20,000 in a report', () => {
    assert.equal(citableKeys('[@k] '.repeat(1000)).length, 1000)
    assert.equal(citableKeys('- a [@k] `@l`\n\n'.repeat(20_000)).length, 20_000)
  })

  test('case 35: 10 MB on one line are read, with and without citations', () => {
    assert.equal(readInChild('line'), '')
  })
})

/** What a child process that is killed where it hangs says: nothing when all is read. */
function readInChild(what: string): string {
  const child = path.join(import.meta.dirname, 'readHostile.ts')
  const settings = { encoding: 'utf8', timeout: longestWait } as const
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', child, what],
    settings,
  )
  return status === 0 ? '' : `${signal ?? status ?? ''} ${stderr}`
}
