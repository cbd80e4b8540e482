import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { allProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

function codesIn(source: string, today: string): readonly string[] {
  const report = analyseReport(`${source}\n`)
  const problems = allProblems(report, {
    ...{ corpus, today, officialOf: () => undefined },
    isWanted: (code) => /^citation\.(?:deleted|not-yet-applicable|amended)$/u.test(code),
  })
  return problems.map(({ code }) => code)
}

suite('Sentences on law that changed', () => {
  const file = new URL('../../support/dates/changed.txt', import.meta.url)
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const isTold = line.includes('⟦⟧')
    test(`${isTold ? 'is told' : 'is left alone'}: ${line}`, () => {
      const told = codesIn(line.replace('⟦⟧', ''), '2026-11-29')
      assert.equal(told.length, isTold ? 1 : 0, told.join())
    })
  }

  test('of a day before the change is told that it changed, unless it says so', () => {
    const day = '2026-07-01'
    assert.deepEqual(codesIn('See the duty [@eu-ai-act, art. 4].', day), ['citation.amended'])
    for (const said of [
      'The omnibus amended the duty later [@eu-ai-act, art. 4].',
      'In its original version the duty was stricter [@eu-ai-act, art. 4].',
      '该条后经修改[@eu-ai-act, 第4条]。',
      '依修正前的條文[@eu-ai-act, 第4條]。',
    ]) {
      assert.deepEqual(codesIn(said, day), [])
    }
  })
})
