import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { squiggles } from '../../support/markedReport.ts'

const source = 'As was said [@xx-paper:2.1, p. 1] and @xx-paper.\n'

/** What is wrong where an article with these fields is cited, as text in both languages. */
function told(fields: string): readonly (readonly string[])[] {
  const text = `---\nid: xx-paper\ntype: article\ntitle: A paper\n${fields}---\n\n# C {#2.1}\n`
  const corpus = corpusOf([{ name: 'paper.md', text }])
  assert.deepEqual(corpus.troubles, [])
  return findProblems(analyseReport(source), corpus).shown.map((problem) => [
    problem.code,
    problemText(problem, 'en'),
    problemText(problem, 'zh-Hans'),
  ])
}

const whole = 'headline: H\noutlet: O\nurl: https://a.example/b\n'

test('an article that a list can only describe is a problem wherever it is cited', () => {
  const problem = [
    'bibliography.incomplete',
    'The reference list cannot lead readers to this article. Add to its corpus file, or to the bibliography: headline, newspaper or site, address.',
    '参考文献表尚不能使读者找到这篇文章。请在其语料文件或参考文献文件中补上：标题、报纸或网站、网址。',
  ]
  assert.deepEqual(told('language: zh-CN\n'), [problem, problem])
})

test('what is missing is named, and nothing else', () => {
  assert.deepEqual(
    told(whole.replace(/^outlet.*\n/mu, '')).map(([, text]) => text?.split(': ')[1]),
    ['newspaper or site.', 'newspaper or site.'],
  )
})

test('an article with headline, outlet and address is none, nor one with an issuer, nor one whose file says nothing for lists', () => {
  for (const fields of [whole, 'issuer: Evening Paper\nlanguage: en-GB\n', '']) {
    assert.deepEqual(told(fields), [], fields)
  }
})

test('the problem stands at the key', () => {
  const text = '---\nid: xx-paper\ntype: article\ntitle: A paper\nlanguage: en\n---\n\n# C {#2.1}\n'
  const corpus = corpusOf([{ name: 'paper.md', text }])
  assert.equal(
    squiggles(source, corpus),
    [
      source.trimEnd(),
      '              ^^^^^^^^^^^^ bibliography.incomplete',
      '                                       ^^^^^^^^ bibliography.incomplete',
      '',
    ].join('\n'),
  )
})
