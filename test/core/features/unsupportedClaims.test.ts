import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { squiggles } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)

/** The report after each fix of its only problem. */
function fixed(source: string, style: CitationStyle = 'key'): readonly string[] {
  const options = { style, withPage: true, language: 'en' } as const
  const report = analyseReport(source)
  const { shown } = findProblems(report, corpus)
  const [problem, ...others] = shown
  assert.ok(problem?.code === 'claim.not-in-instrument' && others.length === 0, source)
  return fixesOf(problem, report, corpus, index, options).map(({ edits }) =>
    applyEdits(source, edits),
  )
}

suite('a sentence that credits an instrument with what only others said', () => {
  for (const drawn of [
    [
      'The plan gives each quay a robot pilot [@xx-lantern-2031:I.1.2].',
      '                           ^^^^^^^^^^^ claim.not-in-instrument',
    ],
    [
      'Robot Pilot schemes [@xx-lantern-2031] are next. Then more.',
      '^^^^^^^^^^^ claim.not-in-instrument',
    ],
    [
      'Robot-pilots’ pay is in the plan [@xx-lantern-2031].',
      '^^^^^^^^^^^^ claim.not-in-instrument',
    ],
    [
      'The plan wants robot  Pilots [@xx-lantern-2031].',
      '               ^^^^^^^^^^^^^ claim.not-in-instrument',
    ],
    ['首先是機器人引航員 [@xx-lantern-2031:I.1.1]。', '   ^^^^^^ claim.not-in-instrument'],
    [
      '@xx-lantern-2031:I wants “robot pilot” crews.',
      '                          ^^^^^^^^^^^ claim.not-in-instrument',
    ],
    [
      '首先是机器人引航员 [@xx-lantern-2031:I.1.1]。其次再说。',
      '    ^^^^^^ claim.not-in-instrument',
    ],
  ]) {
    test(`“${drawn[0] ?? ''}” is underlined at the name`, () => {
      const lines = drawn[0]?.startsWith('首先')
        ? [drawn[0], '   ^^^^^^ claim.not-in-instrument']
        : drawn
      assert.equal(squiggles(drawn[0] ?? '', corpus), lines.join('\n'))
    })
  }

  for (const [why, fine] of [
    ['nothing is cited', 'The plan gives each quay a robot pilot.'],
    [
      'another sentence cites',
      'A robot pilot comes. The plan tests cranes [@xx-lantern-2031:I.1.1].',
    ],
    [
      'the other paragraph cites',
      'A robot pilot\n\nThe plan tests cranes [@xx-lantern-2031:I.1.1].',
    ],
    ['the article is cited', 'A robot pilot [@press-xx-lantern-2031:2.1; @xx-lantern-2031:I.1.1].'],
    ['it is denied', 'The plan has no robot pilot [@xx-lantern-2031:I.1.1].'],
    ['it is denied', 'It doesn’t mention a robot pilot [@xx-lantern-2031:I.1.1].'],
    ['it is denied', '计划中没有机器人引航员 [@xx-lantern-2031:I.1.1]。'],
    ['it is said of the press', 'The press speaks of a robot pilot [@xx-lantern-2031:I.1.1].'],
    ['another instrument is cited', 'A robot pilot [@xx-quay-act:5.1].'],
    [
      'the name is within a longer word',
      'Microbot pilots and robot pilotage [@xx-lantern-2031:I.1.1].',
    ],
    ['the name is code', 'The `robot pilot` file [@xx-lantern-2031:I.1.1].'],
    ['the name is in a prefix', 'Cranes [see robot pilot @xx-lantern-2031:I.1.1].'],
  ] as const) {
    test(`is not found where ${why}: “${fine}”`, () => {
      assert.deepEqual(findProblems(analyseReport(fine), corpus).shown, [])
    })
  }

  test('is mended by citing who said it, both, or what the instrument does say', () => {
    assert.deepEqual(fixed('A robot pilot [see @xx-lantern-2031:I.1.2, p. 3; @b].'), [
      'A robot pilot [see @press-xx-lantern-2031:2.1; @b].',
      'A robot pilot [see @xx-lantern-2031:I.1.2, p. 3; @press-xx-lantern-2031:2.1; @b].',
      'A robot pilot [see @xx-lantern-2031:I.1.1, p. 2; @b].',
    ])
    assert.deepEqual(fixed('@xx-lantern-2031:I.1.2 wants a robot pilot.'), [
      '*An evening paper on the Lantern Plan* [@press-xx-lantern-2031:2.1] wants a robot pilot.',
      '@xx-lantern-2031:I.1.2 [@press-xx-lantern-2031:2.1] wants a robot pilot.',
      '@xx-lantern-2031:I.1.1 wants a robot pilot.',
    ])
    assert.deepEqual(fixed('@xx-lantern-2031:I.1.2 [p. 3] wants a robot pilot.').slice(1), [
      '@xx-lantern-2031:I.1.2 [p. 3; @press-xx-lantern-2031:2.1] wants a robot pilot.',
      '@xx-lantern-2031:I.1.1 [p. 2] wants a robot pilot.',
    ])
  })

  test('is mended in brackets where Pandoc did not see the citation', () => {
    const source = '有机器人引航员，见@xx-lantern-2031:I.1.2。'
    const report = analyseReport(source)
    const problem = findProblems(report, corpus).shown.find(
      ({ code }) => code === 'claim.not-in-instrument',
    )
    assert.ok(problem)
    const options = { style: 'key', withPage: true, language: 'en' } as const
    const [first] = fixesOf(problem, report, corpus, index, options)
    const after = first && applyEdits(source, first.edits)
    assert.equal(after, '有机器人引航员，见[@press-xx-lantern-2031:2.1]。')
  })

  test('is found with the citation that follows the name, and its spans are those of the report', () => {
    const source =
      '😀 Cranes [@xx-lantern-2031:I.1.1], then 😀 a robot pilot [@xx-lantern-2031:I.1.2].'
    const [problem] = findProblems(analyseReport(source), corpus).shown
    assert.ok(problem?.code === 'claim.not-in-instrument')
    assert.equal(source.slice(problem.span.start, problem.span.end), 'robot pilot')
    assert.equal(problem.citation.key, 'xx-lantern-2031:I.1.2')
  })
})

test('a citation of an instrument that was revoked says so', () => {
  assert.equal(
    squiggles('See [@xx-order-7:1.a].', corpus),
    'See [@xx-order-7:1.a].\n      ^^^^^^^^^^^^^^ citation.no-longer-in-force',
  )
})
