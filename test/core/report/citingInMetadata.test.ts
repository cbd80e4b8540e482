import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { load } from 'js-yaml'
import { citationStyles } from '../../../src/core/citation/citationForm.ts'
import { suggestCitations } from '../../../src/core/features/completion.ts'
import { explainOffer } from '../../../src/core/features/explanation.ts'
import { draftInsertion } from '../../../src/core/features/insertion.ts'
import { analyseReport, meaningsOf, type Report } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits, type TextEdit } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()
const index = createSearchIndex(corpus)
const key = 'xx-lantern-2031:I.1.1'
const provision = corpus.byKey.get(key) ?? assert.fail(key)
const caret = '‸'

function frontMatter(lines: string): string {
  return `---\n${lines}\n---\n\nText.\n`
}

/** What the front matter of `source` says to YAML, as one text. */
function said(source: string): string {
  return JSON.stringify(load(source.slice(4, source.indexOf('\n---\n', 3))))
}

/** Asserts that `source`, whose front matter is YAML and has one citation in it, cites the measure. */
function assertCites(source: string, style: string): void {
  const report = analyseReport(source)
  const cited = meaningsOf(report, corpus).flatMap(({ places }) => places)
  assert.deepEqual(
    cited.map((place) => place.provision.key),
    [key],
    `${style}: ${source}`,
  )
  const [group] = report.groupsIn(report.blocks.around(5) ?? assert.fail())
  const written = group && source.slice(group.span.start, group.span.end)
  assert.ok(written !== undefined && said(source).includes(written), `${style}: ${source}`)
}

/** Strings of front matter with a marker that waits for words. */
const withMarker: readonly string[] = [
  'abstract: |\n  They try cranes @night cranes‸.\n  And more.',
  'abstract: |\n  They try cranes.\n\n  - [@night cranes‸]\nlang: en',
  'abstract: >-\n    They try @night cranes‸',
  'abstract: They try cranes @night cranes‸',
  'abstract: They try cranes\n  by night [see @night cranes‸',
  'abstract: "They \\"try\\" cranes \\\\ [@night cranes‸]"',
  'abstract: "@night cranes‸"',
  "abstract: 'It''s cranes @night cranes‸'",
  'keywords: [a, "cranes @night cranes‸"]',
  'author:\n- name: A\n  note: See [@night cranes‸]',
  'nocite: |\n  @night cranes‸',
  'abstract: @night cranes‸',
  'abstract: -@night cranes‸\nlang: en',
  'abstract: @night cranes‸ # not yet',
  'abstract: @night cranes‸ aren\'t \\ "still"',
  'abstract: [@night cranes‸',
  'abstract: [@night cranes‸]',
  'keywords:\n- [@night cranes‸] or more',
  "abstract: @night cranes‸\n  and they aren't still\nlang: en",
  'abstract: @smith knows @night cranes‸',
  'abstract: See @night cranes‸',
  'keywords:\n- @night cranes‸\n- b',
  'keywords:\n  - a\n  - @night cranes‸',
  'author:\n- name: A\n  note: @night cranes‸\n- name: B',
]

suite('case 33: in a string of front matter', () => {
  for (const marked of withMarker) {
    test(`a citation is offered, and what is accepted leaves YAML: ${marked}`, () => {
      const { report, offset } = reportAtCaret(frontMatter(marked), caret)
      for (const style of citationStyles) {
        const options = { language: 'en', style, withPage: true, limit: 100 } as const
        const found = suggestCitations(report, index, corpus, offset, options)
        const item = found?.items.find((one) => one.provision === provision)
        assert.ok(found !== undefined && item !== undefined, style)
        assertCites(edited(report, { span: found.span, text: item.text }), style)
      }
      const { place, verdict } = explainOffer(report, index, corpus, offset, { language: 'en' })
      assert.deepEqual([place, verdict.kind], ['prose', 'offered'])
    })
  }

  for (const marked of [
    'abstract: |\n  They try cranes‸.',
    'abstract: |\n  They try cranes\n  ‸by night.',
    'abstract: They try ‸cranes',
    'abstract: They try\n  ‸cranes',
    'abstract: "They \\"try\\" cranes‸"',
    'abstract: "‸They try cranes"',
    "abstract: 'It''s cranes‸'",
    'keywords: [a, "cranes‸"]',
    'abstract: ‸They aren\'t "never" \\ ever',
    "abstract: ‸They try\n  cranes, which aren't still\nlang: en",
    'abstract: ‸',
    'abstract:‸',
    'abstract:‸\n\nlang: en',
    'abstract: ‸# not yet',
    'abstract: See ‸',
    'abstract: ‸ ',
    'keywords:\n- ‸\n- b',
    'keywords:\n-‸\n- b',
    'keywords:\n  - a\n  - ‸cranes',
    'author:\n- name: ‸\n  note: x',
    'author:\n- name: A\n  note: ‸\n- name: B',
    'abstract: @‸',
    'abstract: @smith knows cranes‸',
  ]) {
    test(`a citation is inserted, and what is written leaves YAML: ${marked}`, () => {
      const { report, offset } = reportAtCaret(frontMatter(marked), caret)
      for (const style of citationStyles) {
        const options = { language: 'en', style, withPage: true } as const
        const at = [{ start: offset, end: offset }]
        const { edits, notProse } = draftInsertion(report, corpus, at, [provision], options)
        assert.equal(notProse, undefined)
        assertCites(applyEdits(report.source.slice(0), edits), style)
      }
    })
  }

  for (const [marked, place] of [
    ['abs‸tract: x', 'frontMatter'],
    ['abstract: x\nauthor:‸\n  name: x', 'frontMatter'],
    ['abstract: x\nauthor: ‸\n- name: x', 'frontMatter'],
    ['abstract: x\nauthor:\n- ‸\n  name: x', 'frontMatter'],
    ['abstract: x # @cranes‸', 'frontMatter'],
    ['abstract: [a @cranes‸]', 'frontMatter'],
    ['abstract: {a: b @cranes‸}', 'frontMatter'],
    ['abstract: |\n ‸ x', 'frontMatter'],
    ['abstract: |\n  x\n‸\n  y', 'frontMatter'],
    ['abstract: x\n ‸ y', 'frontMatter'],
    ['abstract: "a \\‸"b\\""', 'frontMatter'],
    ["abstract: 'it'‸'s'", 'frontMatter'],
    ['# a @cranes‸\nabstract: x', 'frontMatter'],
    ['abstract: |\n  `a @cranes‸`', 'code'],
    ['abstract: "a `@cranes‸` b"', 'code'],
    ['abstract: |\n  [a](b‸)', 'linkDestination'],
  ] as const) {
    test(`nothing is offered where it would break YAML, or in what is no prose: ${marked}`, () => {
      const { report, offset } = reportAtCaret(frontMatter(marked), caret)
      const options = { language: 'en', style: 'pandoc', withPage: true, limit: 9 } as const
      assert.equal(suggestCitations(report, index, corpus, offset, options), undefined)
      const { verdict } = explainOffer(report, index, corpus, offset, { language: 'en' })
      assert.deepEqual(verdict, { kind: 'notProse', place })
    })
  }
})

function edited(report: Report, edit: TextEdit): string {
  return applyEdits(report.source.slice(0), [edit])
}
