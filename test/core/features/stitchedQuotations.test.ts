import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { movedProblem, type Problem } from '../../../src/core/features/problems/problem.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { sliceSpan } from '../../../src/core/text/span.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const corpus = corpusOf([
  {
    name: 'plan.md',
    text: `---
id: xx-mole
type: plan
title: The mole plan
---

# First {#1}

## Survey {#1.1}

## Store {#1.2}
`,
  },
])
const index = createSearchIndex(corpus)
const measure = (text: string): { level: 'measure'; text: string; parts: [] } => ({
  level: 'measure',
  text,
  parts: [],
})
const outline = {
  parts: [
    {
      level: 'division' as const,
      heading: 'First',
      text: '',
      parts: [
        measure(
          'Survey the outer mole after each storm, unless the sea is rough, and publish what was found. Masters must not enter by night. Pilots should teach their trade to apprentices. The Council pays for it.',
        ),
        measure(
          'Store cut stone at the harbour. Review each year whether the store is large enough.',
        ),
      ],
    },
  ],
  unread: [],
}
const [instrument] = corpus.instruments
assert.ok(instrument)
const text = findPassages(outline, instrument, corpus)
const officialOf: OfficialVersionsOf = () => [{ day: '2031-01-01', text }]

function problemsOf(source: string): readonly Problem[] {
  return findProblems(analyseReport(source), corpus, undefined, officialOf).shown
}

function verdictsOf(source: string): readonly string[] {
  const compared = { corpus, officialOf }
  return judgeQuotations(analyseReport(source), compared).map(({ verdict }) => verdict)
}

function mended(source: string): string {
  const [problem] = problemsOf(source)
  assert.ok(problem)
  const [fix] = fixesOf(problem, analyseReport(source), corpus, index, {
    style: 'key',
    withPage: false,
    language: 'en',
  })
  return fix === undefined ? source : applyEdits(source, fix.edits)
}

suite('What an omission hides', () => {
  for (const [quoted, restored, said] of [
    [
      'Survey the outer mole after each storm … and publish what was found',
      'Survey the outer mole after each storm, unless the sea is rough, and publish what was found',
      'This omission leaves out a condition on which the quoted words of xx-mole:1.1 depend, “unless the sea is rough”: put it back.',
    ],
    [
      'Masters must [...] enter by night',
      'Masters must not enter by night',
      'This omission leaves out a negation of xx-mole:1.1, “not”, so that the quotation says something else: put it back.',
    ],
    [
      'Pilots … teach their trade to apprentices',
      'Pilots should teach their trade to apprentices',
      'This omission leaves out how far xx-mole:1.1 binds, “should”, whether it must, should or may be done: put it back.',
    ],
    [
      'and publish what was found. […] The Council pays for it',
      'and publish what was found. Masters must not enter by night. Pilots should teach their trade to apprentices. The Council pays for it',
      'This omission leaves out more than a sentence of xx-mole:1.1, “Masters must not enter by night. Pilots should teach their trade to apprentices”: quote the parts apart, or put back what belongs to them.',
    ],
  ] as const) {
    test(`is quotation.stitched at the sign, told, and put back with its marks: ${quoted}`, () => {
      const source = `The plan says “${quoted}” [@xx-mole:1.1].`
      const problems = problemsOf(source)
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['quotation.stitched'],
      )
      const [problem] = problems
      assert.ok(problem)
      assert.match(sliceSpan(source, problem.span), /^(?:…|\[…\]|\[\.\.\.\])$/u)
      assert.equal(problemText(problem, 'en'), said)
      assert.deepEqual(verdictsOf(source), ['stitched'])
      assert.equal(mended(source), `The plan says “${restored}” [@xx-mole:1.1].`)
      assert.deepEqual(verdictsOf(mended(source)), ['verified'])
    })
  }

  test('are two provisions, which are named, in whichever way both are reached', () => {
    const quoted = 'publish what was found … Review each year whether the store is large enough'
    const said =
      'The words before this omission stand in xx-mole:1.1, those behind it in xx-mole:1.2: quote them apart, each with its citation.'
    for (const key of ['1', '1.1', '1.2']) {
      const source = `The plan says “${quoted}” [@xx-mole:${key}].`
      const [problem, ...others] = problemsOf(source)
      assert.ok(problem)
      assert.deepEqual(others, [])
      assert.equal(problemText(problem, 'en'), said)
      assert.equal(mended(source), source)
    }
    const both = `The plan says “${quoted}” [@xx-mole:1.1; @xx-mole:1.2].`
    assert.deepEqual(verdictsOf(both), ['verified'])
  })

  test('is told in Chinese, too', () => {
    const [problem] = problemsOf('“Masters must … enter by night” [@xx-mole:1.1].')
    assert.ok(problem)
    assert.match(problemText(problem, 'zh-Hans'), /否定词.*“not”/u)
    assert.match(problemText(problem, 'zh-Hant'), /否定詞.*「not」/u)
  })

  test('stays at its sign when text before it grows', () => {
    const source = 'It says “Survey the outer mole after each storm … and publish” [@xx-mole:1.1].'
    const [problem] = problemsOf(source)
    assert.ok(problem?.code === 'quotation.stitched')
    const moved = movedProblem(problem, 3)
    assert.deepEqual(
      problemsOf(`Oh.${source}`).map(({ span }) => span),
      [moved.span],
    )
    assert.ok(moved.code === 'quotation.stitched')
    assert.equal(moved.gap?.span.start, (problem.gap?.span.start ?? 0) + 3)
  })
})

suite('Brackets that change the sense', () => {
  for (const [quoted, restored] of [
    [
      'Pilots should [not] teach their trade to apprentices',
      'Pilots should teach their trade to apprentices',
    ],
    [
      'Pilots [may] teach their trade to apprentices',
      'Pilots should teach their trade to apprentices',
    ],
    ['Masters must [always] enter by night', 'Masters must not enter by night'],
  ] as const) {
    test(`are quotation.sense-changed, and a fix has the text’s own words: ${quoted}`, () => {
      const source = `The plan says “${quoted}” [@xx-mole:1.1].`
      assert.deepEqual(
        problemsOf(source).map(({ code }) => code),
        ['quotation.sense-changed'],
      )
      assert.deepEqual(verdictsOf(source), ['sense changed'])
      assert.equal(mended(source), `The plan says “${restored}” [@xx-mole:1.1].`)
    })
  }
})

test('a quotation with a word altered and a sign that hides is altered, and both are told', () => {
  const source =
    'It says “Masters must … enter by daylight. Pilots should teach their trade” [@xx-mole:1.1].'
  assert.deepEqual(
    problemsOf(source).map(({ code }) => code),
    ['quotation.stitched', 'quotation.altered'],
  )
  assert.deepEqual(verdictsOf(source), ['altered'])
})
