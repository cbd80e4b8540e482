import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dimensionsOf,
  dimensionTable,
  mainComparison,
  provisionTable,
} from '../../../src/core/features/comparison.ts'
import { citingFormat } from '../../../src/core/report/citingFormat.ts'
import { draftBlock } from '../../../src/core/report/blockDraft.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { libraryCorpus } from '../search/libraryCorpus.ts'
import { corpusOf, fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
const words = {
  dimension: 'Dimension',
  says: 'What it says',
  asBefore: 'As on the left',
  nothing: '–',
}
const options = { corpus, style: 'key', language: 'en', withPage: true, words } as const

test('dimensions are the comparisons of an article, by paragraph', () => {
  assert.deepEqual(
    dimensionsOf(corpus).map(({ name, paragraph, sides, claims }) => [
      name.en,
      paragraph,
      sides,
      claims.map(({ key }) => key),
    ]),
    [['Crews', '2', ['US', 'CN'], ['press-xx-lantern-2031:2.1']]],
  )
})

test('the main comparison of the library has the five dimensions of the article', () => {
  assert.deepEqual(
    mainComparison(dimensionsOf(libraryCorpus())).map(({ name }) => name.en),
    ['Technology path', 'Regulation', 'International route', 'Talent', 'Industry'],
  )
  assert.deepEqual(mainComparison([]), [])
})

test('a table of dimensions has a row for each and a column for each side, with citations', () => {
  assert.equal(
    dimensionTable(dimensionsOf(corpus), options),
    [
      '| Dimension | United States | China |',
      '| --- | --- | --- |',
      '| Crews | A retired pilot says that every quay gets a robot pilot. [@press-xx-lantern-2031:2.1] | As on the left [@press-xx-lantern-2031:2.1] |',
    ].join('\n'),
  )
  const chinese = dimensionTable(dimensionsOf(corpus), { ...options, language: 'zh-Hans' })
  assert.match(chinese, /\| 班组 \| 一名退休引航员称.* \[@press-xx-lantern-2031:2\.1\]/u)
  assert.match(chinese, /美国 \| 中国/u)
})

test('a table of provisions has a column for each, with page and citation', () => {
  const chosen = ['xx-lantern-2031:I.1.1', 'xx-quay-act:5'].map(
    (key) => corpus.byKey.get(key) ?? assert.fail(key),
  )
  const table = provisionTable(chosen, options)
  const [head, rule, row, ...rest] = table.split('\n')
  assert.equal(rest.length, 0)
  assert.match(head ?? '', /^\| {2}\| The Lantern Plan.*: Test driverless cranes at night \| Quay/u)
  assert.equal(rule, '| --- | --- | --- |')
  assert.match(
    row ?? '',
    /^\| What it says \| .* \[@xx-lantern-2031:I\.1\.1, p\. 2\] \| .*\[@xx-quay-act:5/u,
  )
})

for (const [name, report, becomes] of [
  [
    'a nested list',
    '- a\n  - b|\n  - c\n- d\n\nEnd.\n',
    '- a\n  - b\n  - c\n- d\n\nTABLE\n\nEnd.\n',
  ],
  [
    'a list with paragraphs',
    '1. a|\n\n   b\n2. c\n\nEnd.\n',
    '1. a\n\n   b\n2. c\n\nTABLE\n\nEnd.\n',
  ],
  ['a block quotation', '> a|\n>\n> b\n\nEnd.\n', '> a\n>\n> b\n\nTABLE\n\nEnd.\n'],
] as const) {
  test(`a table asked for in ${name} stands behind all of it`, () => {
    const offset = report.indexOf('|')
    const text = report.replace('|', '')
    const edit = draftBlock(analyseReport(text), offset, 'TABLE')
    assert.equal(applyEdits(text, [edit]), becomes)
  })
}

test('case 5: bars, line breaks and markup of a corpus stay in their cell', () => {
  const text =
    '---\nid: h\ntype: plan\ntitle: "H | *x*"\n---\n\n# A | b {#1}\n\nOne | two.\n\n[x](http://y) `|`\n'
  const hostile = corpusOf([{ name: 'h.md', text }])
  const measure = hostile.byKey.get('h:1') ?? assert.fail()
  const table = provisionTable([measure], { ...options, corpus: hostile })
  for (const line of table.split('\n')) {
    assert.equal(line.match(/(?<!\\)\|/gu)?.length, 3, line)
  }
})

test('a table is a block of its own behind the block of the caret', () => {
  const put = (marked: string): string => {
    const offset = marked.indexOf('^')
    const source = marked.replace('^', '')
    return applyEdits(source, [draftBlock(analyseReport(source), offset, 'T\nT')])
  }
  assert.equal(put('^'), 'T\nT\n')
  assert.equal(put('One^ two\n'), 'One two\n\nT\nT\n')
  assert.equal(put('One^\ntwo\n\nThree\n'), 'One\ntwo\n\nT\nT\n\nThree\n')
  assert.equal(put('One\n\n^\n\nTwo'), 'One\n\nT\nT\n\nTwo')
  assert.equal(put('One^\r\n\r\nTwo\r\n'), 'One\r\n\r\nT\r\nT\r\n\r\nTwo\r\n')
  assert.equal(put('```\nco^de\n```\nTwo'), '```\ncode\n```\n\nT\nT\n\nTwo')
})

test('a table is written in the language of the report, else in the reader’s', () => {
  const written = (report: string, language: 'en' | 'zh-Hans'): string =>
    citingFormat(analyseReport(report), corpus, { ...options, language }).language
  assert.equal(written('---\nlang: zh-TW\n---\n', 'en'), 'zh-Hant')
  assert.equal(written('Words', 'zh-Hans'), 'zh-Hans')
})
