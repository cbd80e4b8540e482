import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageToAdd } from '../../../src/core/features/addPage.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { planCorpus } from '../search/libraryCorpus.ts'

const corpus = planCorpus()

/** The report with the page added at its first key; `undefined` where none is offered. */
function added(report: string): string | undefined {
  const page = pageToAdd(analyseReport(report), corpus, report.indexOf('us-aiap') + 3)
  return page && applyEdits(report, [page.edit])
}

test('the page is added where Pandoc reads it as the locator', () => {
  const cases = [
    ['So [@us-aiap-2025:I.1.3].', 'So [@us-aiap-2025:I.1.3, p. 3].'],
    ['So [@us-aiap-2025:I.1.3; @x].', 'So [@us-aiap-2025:I.1.3, p. 3; @x].'],
    ['So [@us-aiap-2025:I.1.3, and more].', 'So [@us-aiap-2025:I.1.3, p. 3, and more].'],
    ['So [@{us-aiap-2025:I.1.3}].', 'So [@{us-aiap-2025:I.1.3}, p. 3].'],
    ['So @us-aiap-2025:I.1.3 says.', 'So @us-aiap-2025:I.1.3 [p. 3] says.'],
    ['So @us-aiap-2025:I.1.3 [and more] says.', 'So @us-aiap-2025:I.1.3 [p. 3, and more] says.'],
    [
      '---\nlang: zh-CN\n---\n\n据[@us-aiap-2025:I.1.3]。',
      '---\nlang: zh-CN\n---\n\n据[@us-aiap-2025:I.1.3, 页 3]。',
    ],
  ] as const
  for (const [before, after] of cases) assert.equal(added(before), after)
})

test('no page is added to what names one, has none, or would become a link', () => {
  for (const report of [
    'So [@us-aiap-2025:I.1.3, p. 3].',
    'So [@us-aiap-2025:I.1.3, pp. 3-4].',
    'So [@us-aiap-2025].',
    'So @us-aiap-2025:I.1.3(b).',
    'So [@us-aiap-2024:I].',
  ]) {
    assert.equal(added(report), undefined, report)
  }
})
