import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { CitationStyle } from '../../../src/core/citation/citationForm.ts'
import { emptyCorpus } from '../../../src/core/corpus/corpus.ts'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { problemCodes } from '../../../src/core/features/problems/problem.ts'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { squiggles } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)

/** The report after each fix of its first problem. */
function fixed(source: string, style: CitationStyle = 'key'): readonly string[] {
  const options = { style, withPage: true, language: 'en' } as const
  const report = analyseReport(source)
  const [problem] = findProblems(report, corpus).shown
  if (problem === undefined) throw new Error(`No problem in ${source}`)
  return fixesOf(problem, report, corpus, index, options).map(({ edits }) =>
    applyEdits(source, edits),
  )
}

test('a page in code or a comment of a suffix is none', () => {
  for (const fine of [
    '[@xx-lantern-2031:I.1.1, `p. 99`]',
    '[@xx-lantern-2031:I.1.1 <!-- p. 99 -->]',
  ]) {
    assert.deepEqual(findProblems(analyseReport(fine), corpus).shown, [], fine)
  }
})

test('words of prose in a suffix name nothing: no section, no pillar, no page', () => {
  for (const fine of [
    '[@xx-lantern-2031:I, unlike section 9 of the act]',
    '[@xx-lantern-2031:I.1.1, p. 2, which repeats pillar II of the old plan]',
    '[@xx-lantern-2031:I, contrary to section 230]',
  ]) {
    assert.deepEqual(findProblems(analyseReport(fine), corpus).shown, [], fine)
  }
})

test('problems that are switched off are neither found nor counted', () => {
  const report = analyseReport('[@xx-lantern-2031:IX] 根据@xx-lantern-2031:I')
  const codes = (off: string) =>
    findProblems(report, corpus, (code) => code !== off).shown.map(({ code }) => code)
  assert.deepEqual(codes('citation.glued'), ['citation.unknown-key'])
  assert.deepEqual(codes('citation.unknown-key'), ['citation.glued'])
})

test('the first fix of a glued or swallowing citation is right wherever it stands', () => {
  for (const [wrong, right] of [
    ['@{xx-lantern-2031:I.1.1规定}', '[@xx-lantern-2031:I.1.1]规定'],
    ['见 -@xx-lantern-2031:I.1.1规定', '见 [-@xx-lantern-2031:I.1.1]规定'],
    ['[见@xx-lantern-2031:I.1.1, p. 2]', '[见 @xx-lantern-2031:I.1.1, p. 2]'],
    ['根据@xx-lantern-2031:I.1.1 [p. 2]', '根据[@xx-lantern-2031:I.1.1, p. 2]'],
    ['[@xx-lantern-2031:I.1.1规定]', '[@xx-lantern-2031:I.1.1 规定]'],
  ] as const) {
    assert.equal(fixed(wrong)[0], right, wrong)
  }
})

suite('problems', () => {
  for (const drawn of [
    ['See [@xx-lantern-2031:IX.9].', '      ^^^^^^^^^^^^^^^^^^^^ citation.unknown-key'],
    ['[@xx-lantern-2013:I.1.1]', '  ^^^^^^^^^^^^^^^^^^^^^ citation.unknown-key'],
    ['[@xx-lantern-2031/I.1.1]', '  ^^^^^^^^^^^^^^^^^^^^^ citation.malformed-key'],
    ['[@xx-lantern-2031:I..1]', '  ^^^^^^^^^^^^^^^^^^^^ citation.malformed-key'],
    ['See @xx-lantern-2031:I..1 b', '     ^^^^^^^^^^^^^^^^^^^^ citation.malformed-key'],
    ['[@xx-lantern-2031::I.1, p. 2]', '  ^^^^^^^^^^^^^^^^^^^^ citation.malformed-key'],
    [
      '[@xx-lantern-2031, p. 2, pillar I, sec. 99]',
      '                                   ^^^^^^^ citation.unknown-locator',
    ],
    ['[@XX-lantern-2031:I.1.1]', '  ^^^^^^^^^^^^^^^^^^^^^ citation.other-case'],
    ['见 @xx-lantern-2031:I.1.1规定', '   ^^^^^^^^^^^^^^^^^^^^^^^ citation.swallowed-text'],
    ['| @xx-lantern-2031:I.1.1<br>b |', '   ^^^^^^^^^^^^^^^^^^^^^^^^^^ citation.swallowed-text'],
    ['a @xx-lantern-2031:I.1.1$x$', '   ^^^^^^^^^^^^^^^^^^^^^^^ citation.swallowed-text'],
    ['a @xx-lantern-2031:I.1.1&nbsp;b', '   ^^^^^^^^^^^^^^^^^^^^^^^^^^ citation.swallowed-text'],
    ['根据@xx-lantern-2031:I.1.1<br>b', '  ^^^^^^^^^^^^^^^^^^^^^^ citation.glued'],
    ['根据@xx-lantern-2031:I.1.1。', '  ^^^^^^^^^^^^^^^^^^^^^^ citation.glued'],
    [
      'a\\footnote{See @xx-lantern-2031:I.1.} b',
      '               ^^^^^^^^^^^^^^^^^^^^ citation.not-read',
    ],
    [
      '\\begin{quote}[@xx-lantern-2031:IX]\\end{quote}',
      '              ^^^^^^^^^^^^^^^^^^^ citation.not-read',
    ],
    ['> (@xx-lantern-2031) says', '   ^^^^^^^^^^^^^^^^ citation.not-read'],
    ['@xx-lantern-2031. A b.', '^^^^^^^^^^^^^^^^ citation.not-read'],
    ['text@xx-lantern-2031:I.1.1 b', '    ^^^^^^^^^^^^^^^^^^^^^^ citation.not-read'],
    [
      '[@xx-lantern-2031:I.1.1, p. 2; p. 2]',
      '                               ^^^^ citation.part-without-key',
    ],
    ['[@xx-lantern-2031:I.1.1; ]', '                       ^ citation.part-without-key'],
    ['[see b; @xx-lantern-2031:I.1.1]', ' ^^^^^ citation.part-without-key'],
    [
      '@xx-lantern-2031:I.1.1 [p. 2; p. 2]',
      '                              ^^^^ citation.part-without-key',
    ],
    ['[@xx-lantern-2031:I.1.1；@b]', '                       ^ citation.full-width'],
    ['[@xx-lantern-2031:I.1.1，p. 2]', '                       ^ citation.full-width'],
    [
      '[@xx-lantern-2031:I.1.1, p. 13]',
      '                            ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p.\\ 99]',
      '                             ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, *p.* 99]',
      '                              ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, _p. 99_]',
      '                             ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p\\. 99]',
      '                             ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, pp. 98\\-99]',
      '                             ^^^^^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p.&nbsp;99]',
      '                                 ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p.&#160;99]',
      '                                 ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p.&thinsp;99]',
      '                                   ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, p.&NonBreakingSpace;99]',
      '                                             ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, pp.&nbsp;98&ndash;99]',
      '                                  ^^^^^^^^^^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031:I.1.1, 第&nbsp;99&nbsp;页]',
      '                                ^^ citation.page-outside-document',
    ],
    [
      '[@xx-lantern-2031, pillar&nbsp;IX]',
      '                   ^^^^^^^^^^^^^^ citation.unknown-locator',
    ],
    ['[@xx-lantern-2031, pillar\\ IX]', '                   ^^^^^^^^^^ citation.unknown-locator'],
    [
      '[@xx-lantern-2031:I.1.1, pp. 5-6]',
      '                             ^^^ citation.page-not-of-measure',
    ],
  ]) {
    const [source = '', marks = ''] = drawn
    test(`${marks.trim().split(' ')[1] ?? ''} is underlined in “${source}”`, () => {
      assert.equal(squiggles(source, corpus), drawn.join('\n'))
    })
  }

  for (const fine of [
    '[@xx-lantern-2031:I.1.2, p. 3] and [@xx-lantern-2031:I.1.2, pp. 2-3]',
    '[@smith2020] @jones [p. 400] [@us2020; @eu-report] @xx',
    '@fig-xx-lantern @tbl-2 mail@xx-lantern-2031.example',
    '<td>@xx-lantern-2031:I.1.1</td> <b>@xx-lantern-2031:I.1.1</b> @xx-lantern-2031:I.1.1 <br>',
    '`@xx-lantern-2031:IX` <!-- @xx-lantern-2031:IX -->',
    'a\\footnote{See @smith2020.} bob@smith.example (@jones)',
    '(@smith2020) says',
    'a (@xx-lantern-2031) says, and b\n(@xx-lantern-2031) says',
    '(@xx-lantern-2031), b',
    '[@xx-lantern-2031:I...] [@xx-lantern-2031:I.] [@xx-lantern-2031:I -- b]',
    'a @xx-lantern-2031:I--the plan--and @xx-lantern-2031:I...b',
    '[@smith2020, p. 3; p. 4]',
    '| a | b |\n|---|---|\n| [@xx-lantern-2031:I.1.1; | p. 2] |',
    '[@xx-lantern-2031:I.1.2, *p.*\\ 3, see _there_]',
    '[@xx-lantern-2031:I.1.1; @xx-lantern-2031:I.1.1, p. 2] (a; b)',
    '[@xx-lantern-2031:I.1.1 [b; c]; @smith2020]',
    '[@xx-lantern-2031:I.1.1; b](https://b.example)',
    '@xx-lantern-2031:I.1.1 [my words; not theirs]',
    '@xx-lantern-2031:I.1.1 [p. 2; @b]',
    '[@smith2020；@jones]，［@smith］',
    '[@xx-lantern-2031, p. 2, pillar I, sec. 1, action 1]',
  ]) {
    test(`nothing is wrong with “${fine}”`, () => {
      assert.equal(squiggles(fine, corpus), fine)
    })
  }

  test('where a fence, metadata or TeX ends decides what is checked, over blank lines', () => {
    const key = '@xx-lantern-2031:IX'
    const unknown = ' ^^^^^^^^^^^^^^^^^^ citation.unknown-key'
    for (const drawn of [
      ['```r', 'a', '', key, unknown],
      ['```r', 'a', '', key, '```'],
      ['a', '', '---', `# ${key}`, `b: "${key}"`, `    ${unknown}`, '---'],
      ['\\begin{a}', '', key, '^^^^^^^^^^^^^^^^^^^ citation.not-read', '', '\\end{a}'],
      ['\\begin{a}', '', key, unknown],
    ]) {
      const source = drawn.filter((line) => !line.includes('^ citation.')).join('\n')
      assert.equal(squiggles(source, corpus), drawn.join('\n'))
    }
  })

  test('case 30: with an empty corpus nothing is a problem', () => {
    assert.deepEqual(findProblems(analyseReport('[@xx-lantern-2031:IX.9]'), emptyCorpus), {
      shown: [],
      more: 0,
    })
  })

  test('case 36: beyond a thousand the rest is counted', () => {
    const { shown, more } = findProblems(
      analyseReport('[@xx-lantern-2031:IX.9] '.repeat(20_000)),
      corpus,
    )
    assert.deepEqual([shown.length, more], [1000, 19_000])
  })
})

suite('fixes', () => {
  for (const [source, first] of [
    ['[@xx-lantern-2031:I.1.11]', '[@xx-lantern-2031:I.1.1]'],
    ['[@xx-lantern-2013:I.1.1]', '[@xx-lantern-2031:I.1.1]'],
    ['[@xx-lantern-2031:night-cranes]', '[@xx-lantern-2031:I.1.1]'],
    ['[@xx-lantern-2031/I.1.1]', '[@xx-lantern-2031:I.1.1]'],
    ['[@xx-lantern-2031:I..1.1, p. 2]', '[@xx-lantern-2031:I.1.1, p. 2]'],
    ['[@XX-LANTERN-2031:i.1.1]', '[@xx-lantern-2031:I.1.1]'],
    ['见 @xx-lantern-2031:I.1.1规定', '见 [@xx-lantern-2031:I.1.1]规定'],
    ['根据@xx-lantern-2031:I.1.1。', '根据[@xx-lantern-2031:I.1.1]。'],
    ['见 @{xx-lantern-2031:I.1.1规定} 后', '见 [@xx-lantern-2031:I.1.1]规定 后'],
    ['见 -@xx-lantern-2031:I.1.1规定', '见 [-@xx-lantern-2031:I.1.1]规定'],
    ['根据@xx-lantern-2031:I.1.1规定', '根据[@xx-lantern-2031:I.1.1]规定'],
    ['a @xx-lantern-2031:I.1.1<br>b', 'a [@xx-lantern-2031:I.1.1]<br>b'],
    ['[@xx-lantern-2031:I.1.1<br>b]', '[@xx-lantern-2031:I.1.1 <br>b]'],
    ['[@xx-lantern-2031:I.1.1规定, p. 2]', '[@xx-lantern-2031:I.1.1 规定, p. 2]'],
    ['[见@xx-lantern-2031:I.1.1规定, p. 2]', '[见 @xx-lantern-2031:I.1.1 规定, p. 2]'],
    ['[见@xx-lantern-2031:I.1.1, p. 2]', '[见 @xx-lantern-2031:I.1.1, p. 2]'],
    ['[根据@xx-lantern-2031:I.1.1; @b]', '[根据 @xx-lantern-2031:I.1.1; @b]'],
    ['根据@xx-lantern-2031:I.1.1 [p. 2]。', '根据[@xx-lantern-2031:I.1.1, p. 2]。'],
    ['根据@{xx-lantern-2031:I.1.1} [p. 2]。', '根据[@xx-lantern-2031:I.1.1, p. 2]。'],
    ['根据@xx-lantern-2031:I.1.1 [p. 2; @b]。', '根据[@xx-lantern-2031:I.1.1, p. 2; @b]。'],
    ['根据@xx-lantern-2031:I.1.1\n[ @b, p. 2]。', '根据[@xx-lantern-2031:I.1.1; @b, p. 2]。'],
    ['根据@xx-lantern-2031:I.1.1 [x](u)。', '根据[@xx-lantern-2031:I.1.1] [x](u)。'],
    ['根据@xx-lantern-2031:I.1.1 []。', '根据[@xx-lantern-2031:I.1.1]。'],
    ['根据@{xx-lantern-2031:I.1.1}规定', '根据[@xx-lantern-2031:I.1.1]规定'],
    ['[@xx-lantern-2031:I.1.1；@b]', '[@xx-lantern-2031:I.1.1; @b]'],
    ['[@xx-lantern-2031:I.1.1，p. 2]', '[@xx-lantern-2031:I.1.1, p. 2]'],
    ['(@xx-lantern-2031) says', '([@xx-lantern-2031]) says'],
    ['@xx-lantern-2031) says', '[@xx-lantern-2031]) says'],
    ['text@xx-lantern-2031:I.1.1 b', 'text[@xx-lantern-2031:I.1.1] b'],
    ['[text@xx-lantern-2031:I.1.1]', '[text @xx-lantern-2031:I.1.1]'],
    [
      '[-@xx-lantern-2031:I.1.1, p. 2; p. 2]',
      '[-@xx-lantern-2031:I.1.1, p. 2; -@xx-lantern-2031:I.1.1, p. 2]',
    ],
    [
      '@xx-lantern-2031:I.1.1 [p. 2; p. 2]',
      '@xx-lantern-2031:I.1.1 [p. 2; @xx-lantern-2031:I.1.1, p. 2]',
    ],
    ['[@xx-lantern-2031:I.1.1, p. 13]', '[@xx-lantern-2031:I.1.1, p. 2]'],
    ['[@xx-lantern-2031:I.1.2, p. 9]', '[@xx-lantern-2031:I.1.2, p. 2-3]'],
  ] as const) {
    test(`the first fix of “${source}” leaves “${first}”`, () => {
      assert.equal(fixed(source)[0], first)
    })
  }

  for (const [source, mended] of [
    [
      '见［@xx-lantern-2031:I.1.1，第2页；@xx-lantern-2031:I.1.2，第3页］。',
      '见[@xx-lantern-2031:I.1.1, 第2页; @xx-lantern-2031:I.1.2, 第3页]。',
    ],
    [
      '見【@xx-lantern-2031:I.1.1，第2頁；@smith2020，第3頁】。',
      '見[@xx-lantern-2031:I.1.1, 第2頁; @smith2020, 第3頁]。',
    ],
    [
      '[@xx-lantern-2031:I.1.1，p. 2； @xx-lantern-2031:I.1.2， p. 3]',
      '[@xx-lantern-2031:I.1.1, p. 2; @xx-lantern-2031:I.1.2, p. 3]',
    ],
    [
      '［@xx-lantern-2031:I.1.1；@xx-lantern-2031:I.1.2] 与［@xx-lantern-2031:I.1.1］',
      '[@xx-lantern-2031:I.1.1; @xx-lantern-2031:I.1.2] 与［@xx-lantern-2031:I.1.1］',
    ],
  ] as const) {
    test(`one fix mends all full-width marks of a group: “${source}”`, () => {
      const report = analyseReport(source)
      const options = { language: 'en', style: 'key', withPage: true } as const
      const end = mended.includes(' 与') ? mended.indexOf(' 与') : Infinity
      const marks = findProblems(report, corpus).shown.filter(
        ({ code, span }) => code === 'citation.full-width' && span.start < end,
      )
      assert.ok(marks.length > 1)
      for (const mark of marks) {
        const fixes = fixesOf(mark, report, corpus, index, options)
        assert.deepEqual(
          fixes.map(({ edits }) => applyEdits(source, edits)),
          [mended],
        )
      }
      const rest = findProblems(analyseReport(mended), corpus).shown
      assert.ok(rest.every(({ span }) => span.start > end))
    })
  }

  test('at most five keys are proposed, each once', () => {
    const proposals = fixed('[@xx-lantern-2031:I.1.9]')
    assert.ok(proposals.length > 1 && proposals.length <= 5)
    assert.equal(new Set(proposals).size, proposals.length)
  })

  test('every fix leaves a report in which its problem is gone', () => {
    const sources = [
      '见 @xx-lantern-2031:I.1.1规定',
      '根据@xx-lantern-2031:I.1.1。',
      '见 @{xx-lantern-2031:I.1.1规定} 后',
      '见 -@xx-lantern-2031:I.1.1规定',
      '根据@xx-lantern-2031:I.1.1规定',
      '[@xx-lantern-2031:I.1.1规定, p. 2]',
      '[见@xx-lantern-2031:I.1.1规定, p. 2]',
      '[见@xx-lantern-2031:I.1.1, p. 2]',
      '根据@xx-lantern-2031:I.1.1 [p. 2]。',
      '根据@{xx-lantern-2031:I.1.1}规定',
      'wait....@xx-lantern-2031:I.1.1',
      '[@xx-lantern-2031:I.1.1；@b]',
      '(@xx-lantern-2031) says',
      '@xx-lantern-2031. Says',
      'text@xx-lantern-2031:I.1.1 b',
      '[@xx-lantern-2031:I.1.1; p. 2]',
      '[@xx-lantern-2031:I.1.1, p. 13]',
      '[@xx-lantern-2031:IX]',
    ]
    for (const source of sources) {
      for (const after of fixed(source)) {
        assert.deepEqual(findProblems(analyseReport(after), corpus).shown, [], after)
      }
    }
  })

  test('the codes are all different', () => {
    assert.equal(new Set(problemCodes).size, problemCodes.length)
  })
})
