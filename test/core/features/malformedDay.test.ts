import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { ProblemFinder, type Checked } from '../../../src/core/features/problems/problemFinder.ts'
import type { Problem } from '../../../src/core/features/problems/problem.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)
const checked: Checked = {
  ...{ corpus, today: '2031-01-01', officialOf: () => undefined, isWanted: () => true },
}

function reportOf(value: string): string {
  return `---\ntitle: Lamps\npolicy-as-of:${value}\nlang: en\n---\n\nText.\n`
}

function problemsIn(source: string): readonly Problem[] {
  const looking = new ProblemFinder(checked).look(analyseReport(source))
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value.shown
  }
}

/** What is told of `value`, and what it would be mended to. */
function told(value: string): readonly string[] {
  const source = reportOf(value)
  const options = { language: 'en', style: 'pandoc', withPage: true } as const
  return problemsIn(source).flatMap((problem) => {
    const fixes = fixesOf(problem, analyseReport(source), corpus, index, options)
    const mended = fixes.map(({ edits }) => /as-of:(.*)/u.exec(applyEdits(source, edits))?.[1])
    return [source.slice(problem.span.start, problem.span.end), ...mended.map((one) => one ?? '')]
  })
}

suite('report.malformed-day', () => {
  for (const [value, ...expected] of [
    [' soon', 'soon'],
    [' 2026-02-30', '2026-02-30'],
    [' 2026-07', '2026-07'],
    [' 2026/07/26', '2026/07/26'],
    [' "next year"   # or so', '"next year"'],
    ['\n  2026-13-01', '2026-13-01'],
    [' 26 July 2026', '26 July 2026', ' 2026-07-26'],
    [' July 26, 2026 # draft', 'July 26, 2026', ' 2026-07-26 # draft'],
    [' 2026年7月26日', '2026年7月26日', ' 2026-07-26'],
    [' 30 February 2026', '30 February 2026'],
    [' 2026-07-26'],
    [' "2026-07-26"'],
    [" '2026-07-26' # as amended"],
    [''],
    [' # later'],
  ] as const) {
    test(`policy-as-of:${value}`, () => {
      assert.deepEqual(told(value), expected)
    })
  }

  test('is told where the pointer rests on it, and not elsewhere', () => {
    const source = reportOf(' soon')
    const finder = new ProblemFinder(checked)
    const at = source.indexOf('soon')
    const touching = (start: number): readonly string[] =>
      finder.touching(analyseReport(source), { start, end: start }).map(({ code }) => code)
    assert.deepEqual(touching(at), ['report.malformed-day'])
    assert.deepEqual(touching(source.indexOf('Text')), [])
  })

  test('says what is wrong and what to do, in three languages', () => {
    const [problem] = problemsIn(reportOf(' soon'))
    assert.ok(problem)
    const texts = (['en', 'zh-Hans', 'zh-Hant'] as const).map((one) => problemText(problem, one))
    assert.deepEqual(texts, [
      '“soon” is no day of the calendar and is ignored: write it as 2026-07-27.',
      '“soon”不是有效日期，未予采用：请写成 2026-07-27 的形式。',
      '「soon」不是有效日期，未予採用：請寫成 2026-07-27 的形式。',
    ])
  })
})
