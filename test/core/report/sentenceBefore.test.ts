import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseReport } from '../../../src/core/report/report.ts'
import { sentenceBefore } from '../../../src/core/report/sentenceBefore.ts'

const places: readonly (readonly [report: string, sentence: string])[] = [
  ['Washington would hold back grants |', 'Washington would hold back grants'],
  ['First. Washington would hold back grants [|', 'Washington would hold back grants'],
  ['Washington would hold back grants. [|', 'Washington would hold back grants.'],
  ['Grants are held back [@us-aiap-2025:I.1.3; |', 'Grants are held back'],
  ['Grants [@a:1] are held back @b:2 by rule |', 'Grants        are held back      by rule'],
  ['华盛顿将扣留拨款。各州受影响|', '各州受影响'],
  ['Paragraph one.\n\n|', ''],
  ['Paragraph one.\n\nTwo `code` words |', 'Two        words'],
  ['```\ncode |\n```', ''],
  ['|', ''],
]

for (const [marked, sentence] of places) {
  test(`before the caret of ${JSON.stringify(marked)} stands ${JSON.stringify(sentence)}`, () => {
    const offset = marked.indexOf('|')
    const report = analyseReport(marked.replace('|', ''))
    assert.equal(sentenceBefore(report, offset).trim(), sentence)
  })
}
