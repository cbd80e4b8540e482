import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CitedCounts } from '../../../src/core/report/citedCounts.ts'
import { analyseReport, type Report } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** How many citations and how many places `counts` finds in `report`. */
function counted(
  counts: CitedCounts,
  report: Report,
): readonly [citations: number, places: number] {
  const counting = counts.count(report)
  for (;;) {
    const step = counting.next()
    if (step.done === true) {
      return [counts.citations, [...step.value.values()].reduce((sum, times) => sum + times, 0)]
    }
  }
}

const text =
  'So [@eu-ai-act, art. 5 and 6; @us-aiap-2025, p. 3].\n\nAnd [@smith2020; @eu-ai-act:999].\n'

test('a citation of ours counts once, whatever it names; keys of others and unknown ones do not', () => {
  const [citations, places] = counted(new CitedCounts(corpus), analyseReport(text))
  assert.equal(citations, 2)
  assert.ok(places >= 2)
})

test('what is counted after edits is what a new count finds', () => {
  const counts = new CitedCounts(corpus)
  let report = analyseReport(text.repeat(40))
  counted(counts, report)
  for (const [offset, length, inserted] of [
    [0, 0, 'Now [@eu-ai-act, art. 9]. '],
    [30, 60, ''],
    [700, 5, '@us-aiap-2025:I.1'],
    [0, 2000, 'x'],
  ] as const) {
    report = report.edited([{ offset, length, text: inserted }])
    assert.deepEqual(
      counted(counts, report),
      counted(new CitedCounts(corpus), analyseReport(report.source.slice(0))),
    )
  }
})
