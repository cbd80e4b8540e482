import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type {
  OfficialVersion,
  OfficialVersionsOf,
} from '../../../src/core/official/officialVersions.ts'
import type { Outline } from '../../../src/core/official/outline.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const plan = (id: string): string => `---
id: ${id}
type: plan
title: The ${id} plan
---

# First {#1}

# Second {#2}
`
const corpus = corpusOf(
  ['xx-mole', 'xx-tide', 'xx-bare'].map((id) => ({ name: `${id}.md`, text: plan(id) })),
)

function outline(...texts: readonly string[]): Outline {
  return { parts: texts.map((text) => ({ level: 'measure', text, parts: [] })), unread: [] }
}

function textOf(id: string, document: Outline): readonly OfficialVersion[] {
  const instrument = corpus.instruments.find(({ key }) => key === id)
  const text = findPassages(document, instrument ?? assert.fail(id), corpus)
  return [{ day: '2031-01-01', text }]
}

const texts = new Map([
  [
    'xx-mole',
    textOf('xx-mole', outline('Survey the outer mole after each storm.', 'Store cut stone.')),
  ],
  [
    'xx-tide',
    textOf('xx-tide', outline('Publish the tide tables of the coming year.', 'Place gauges.')),
  ],
])
const officialOf: OfficialVersionsOf = (key) => texts.get(key.split(':')[0] ?? '')

for (const [name, report, verdict] of [
  [
    'of what is cited',
    'It says “survey the outer mole after each storm” [@xx-mole:1].',
    'verified',
  ],
  [
    'of the second of two instruments in a group',
    'Both say “publish the tide tables of the coming year” [@xx-mole:1; @xx-tide:1].',
    'verified',
  ],
  [
    'of an instrument cited whole beside another',
    'They say “publish the tide tables of the coming year” [@xx-mole; @xx-tide].',
    'verified',
  ],
  ['altered', 'It says “survey the inner mole after each storm” [@xx-mole:1].', 'altered'],
  ['invented', 'It says “all ships shall pay a toll at once” [@xx-mole:1].', 'not found'],
  [
    'that may be of a work beside it that we do not know',
    'It says “all ships shall pay a toll at once” [@smith2020; @xx-mole:1].',
    'no official text',
  ],
  [
    'that may be of an instrument beside it that has no document',
    'It says “all ships shall pay a toll at once” [@xx-mole:1; @xx-bare:1].',
    'no official text',
  ],
] as const) {
  test(`a quotation ${name} is ${verdict}`, () => {
    const judged = judgeQuotations(analyseReport(report), { corpus, officialOf })
    assert.deepEqual(
      judged.map((one) => one.verdict),
      [verdict],
    )
  })
}

for (const [why, quoted] of [
  ['its title', 'The xx-mole plan'],
  ['its title in other letters', 'XX-MOLE PLAN'],
  ['its title with markup', 'the *xx-mole* [plan](https://x.example)'],
] as const) {
  test(`what an instrument is called by ${why} is no alteration of its words`, () => {
    const report = analyseReport(`It is “${quoted}” [@xx-mole].`)
    const judged = judgeQuotations(report, { corpus, officialOf })
    assert.deepEqual(
      judged.map((one) => one.verdict),
      ['verified'],
    )
  })
}

test('what another one is called is compared with its words', () => {
  const report = analyseReport('It is “the grand old plan of the xx-tide” [@xx-mole].')
  const [judged] = judgeQuotations(report, { corpus, officialOf })
  assert.notEqual(judged?.verdict, 'verified')
})

test('an entity is replaced as a whole where words are altered', () => {
  const text = 'It says “survey the inner&mdash;outer mole after each storm” [@xx-mole:1].'
  const report = analyseReport(text)
  const problems = findProblems(report, corpus, undefined, officialOf).shown
  assert.ok(problems.length > 0)
  for (const { span } of problems) {
    assert.doesNotMatch(text.slice(span.start, span.end), /^[^&]*mdash|&m?d?a?s?h?$/u)
  }
})

test('without any official text no quotation is a problem', () => {
  const report = analyseReport('It says “all ships shall pay a toll at once” [@xx-mole:1].')
  assert.deepEqual(findProblems(report, corpus).shown, [])
})
