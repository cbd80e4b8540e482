import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseReport, meaningsOf } from '../../../src/core/report/report.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'

const corpus = libraryCorpus()

/** What `report` names, with what goes deeper than the library. */
function named(report: string): readonly string[] {
  return meaningsOf(analyseReport(report), corpus).flatMap(({ places }) =>
    places.map(({ provision, deeper, notUnderstood }) => {
      const below = deeper === undefined ? '' : ` ${report.slice(deeper.start, deeper.end)}`
      return `${provision.key}${below}${notUnderstood === undefined ? '' : ' not understood'}`
    }),
  )
}

test('behind the key of a provision its parts need no word', () => {
  for (const [report, ...places] of [
    ['[@eu-ai-act:5, (1)(a)]', 'eu-ai-act:5.1.a'],
    ['[@eu-ai-act:5 (1)(a)]', 'eu-ai-act:5.1.a'],
    ['[@eu-ai-act:5(1)(a)]', 'eu-ai-act:5.1.a'],
    ['[@eu-ai-act:5, p. 51, (1)(a), emphasis added]', 'eu-ai-act:5.1.a'],
    ['@eu-ai-act:5 [(1)(a)] says', 'eu-ai-act:5.1.a'],
    ['[@eu-ai-act:5, （1）]', 'eu-ai-act:5.1'],
    ['[@eu-ai-act:3, (1)]', 'eu-ai-act:3.1'],
    ['[@eu-ai-act:13, (1)]', 'eu-ai-act:13 (1)'],
    ['[@eu-ai-act:5.1.a, (i)]', 'eu-ai-act:5.1.a (i)'],
    ['[@us-eo-14110:4, (2)]', 'us-eo-14110:4.2'],
    ['[@cn-genai-2023:4, （二）]', 'cn-genai-2023:4.2'],
  ] as const) {
    assert.deepEqual(named(report), places, report)
  }
})

test('what stands in parentheses otherwise is none of its parts', () => {
  for (const [report, place] of [
    ['[@eu-ai-act, (1)(a)]', 'eu-ai-act'],
    ['[@eu-ai-act:5, (emphasis added)]', 'eu-ai-act:5'],
    ['[@eu-ai-act:5, (2024)]', 'eu-ai-act:5'],
    ['[@eu-ai-act:5, (a) and more]', 'eu-ai-act:5'],
    ['[@eu-ai-act:5, as said (1)]', 'eu-ai-act:5'],
    ['@eu-ai-act:5(1) says', 'eu-ai-act:5'],
  ] as const) {
    assert.deepEqual(named(report), [place], report)
  }
})
