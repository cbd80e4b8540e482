import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../src/core/bibliography/csl.ts'
import type { CslItem } from '../../src/core/bibliography/cslItem.ts'
import { updateCslFile } from '../../src/core/bibliography/cslFile.ts'
import { formatCitation } from '../../src/core/citation/format.ts'
import { pageLocator } from '../../src/core/citation/citationForm.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { keyStyles, neighbours } from '../core/citation/neighbours.ts'
import { corpusOf, fixtureCorpus } from '../support/fixtureLibrary.ts'
import { pandocPlain, pandocTree, paragraphCitations, textIn } from './pandoc.ts'

const corpus = fixtureCorpus()
const key = 'xx-lantern-2031:I.1.2'

function provisionOf(own: string): Provision {
  return corpus.byKey.get(own) ?? assert.fail(own)
}

/** A new bibliography file that holds `items`. */
function fileOf(items: readonly CslItem[]): string {
  const update = updateCslFile(undefined, items)
  assert.ok('text' in update)
  return update.text
}

test('Pandoc reads an inserted citation between any neighbours', async () => {
  const cases = keyStyles.flatMap((style) =>
    neighbours.flatMap((before) =>
      ['', '规定', 'word', '(x)', '[x]', '{', '-x', '.'].map((after) => ({ style, before, after })),
    ),
  )
  const reports = cases.map(({ style, before, after }) => {
    const place = { corpus, language: 'en', withPage: false, before, after } as const
    return `x ${before}${formatCitation([provisionOf(key)], style, place)}${after} y`
  })
  for (const [index, report] of reports.entries()) {
    const cited = cases[index]?.style === 'key' ? key : 'xx-lantern-2031'
    const citations = await paragraphCitations(report)
    assert.ok(citations === undefined || citations.some((one) => one.endsWith(` ${cited}`)), report)
  }
})

const hostileTitle =
  'A] (b) *c* _d_ [e](f) `g` <b>h</b> $i$ ^[j] | ~~k~~ @l {m} \\n &amp; !o http://p.example # q -- ‮r'

const hostile = corpusOf([
  {
    name: 'hostile.md',
    text: [
      ...['---', 'id: hostile-plan', 'type: plan', 'title: x', 'issuer: x', 'issued: 2031-05-09'],
      ...['url: https://harbours.example/x.pdf', 'first-page: 1', 'last-page: 9', '---', ''],
      ...[
        '# x {#I kind=pillar page=1}',
        '',
        '## x {#I.1 page=1}',
        '',
        'Says what it says, at some length, in words.',
        '',
      ],
    ].join('\n'),
  },
])

function hostileProvision(): Provision {
  const measure = hostile.byKey.get('hostile-plan:I.1')
  assert.ok(measure, 'the hostile plan is read')
  return measure
}

test('hostile titles stay text in references', async () => {
  const byKey = new Map(
    [...hostile.byKey].map(([key, provision]) => [
      key,
      { ...provision, titles: { en: hostileTitle } },
    ]),
  )
  const renamed = { ...hostile, byKey, provisions: [...byKey.values()] }
  for (const style of ['text', 'link', 'footnote'] as const) {
    const place = {
      corpus: renamed,
      language: 'en',
      withPage: true,
      before: '',
      after: '',
    } as const
    const measure = byKey.get(hostileProvision().key)
    assert.ok(measure)
    const text = formatCitation([measure], style, place)
    const tree = await pandocTree(`x ${text} y\n`)
    assert.ok(
      textIn(tree).includes(
        'A] (b) *c* _d_ [e](f) `g` <b>h</b> $i$ ^[j] | ~~k~~ @l {m} \\n &amp; !o http://p.example # q',
      ),
      textIn(tree),
    )
    assert.doesNotMatch(
      JSON.stringify(tree),
      /"(?:Cite|Code|Math|RawInline|Strikeout|Image|Superscript|Span)"/,
    )
    assert.doesNotMatch(text, /[\u202A-\u202E]/)
  }
})

const bibliography = {
  'bib.json': JSON.stringify([
    {
      id: key,
      type: 'chapter',
      title: 'T',
      author: [{ literal: 'A' }],
      issued: { 'date-parts': [[2031]] },
    },
  ]),
}

suite('the page that is written with a key', () => {
  for (const [lang, language] of [
    ['en-US', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-HK', 'zh-Hant-HK'],
  ] as const) {
    test(`is a page for Pandoc with lang: ${lang}`, async () => {
      const locator = pageLocator(provisionOf(key), language) ?? ''
      const report = `---\nlang: ${lang}\nbibliography: bib.json\n---\n\n[@${key}, ${locator}]\n`
      const printed = await pandocPlain(report, bibliography)
      assert.match(printed, /\(A 2031年?, 2[–～]3\)/u, `${locator}: ${printed}`)
    })
  }
})

test('pandoc --citeproc prints the reference and the page', async () => {
  const measures = [...corpus.byKey.values()].filter(({ key }) => /:(?:I\.1\.2|5)$/.test(key))
  const items = cslItems([...measures, provisionOf('xx-lantern-2031')], corpus, 'en')
  const citation = formatCitation(measures, 'key', {
    corpus,
    language: 'en',
    withPage: true,
    before: '',
    after: '',
  })
  const report = `---\nbibliography: cited.json\n---\n\nSo it says ${citation}, as in @xx-lantern-2031 [p. 9].\n`
  const printed = await pandocPlain(report, { 'cited.json': fileOf(items) })
  assert.match(
    printed,
    /So it says \(Ministry of Harbours 2031a?b?, 2–3; Parliament of the Harbour State 2030, 4–5\)/,
  )
  assert.match(printed, /as in Ministry of Harbours \(2031a?b?, 9\)/)
  assert.match(
    printed,
    /Ministry of Harbours\. 2031a?b?\. “Cranes and Their Crews, Recommended Action 2\.” In The Lantern Plan for Harbour Automation\. https:\/\/harbours\.example\/plans\/lantern\.pdf#page=4\./,
  )
  assert.match(
    printed,
    /(?:Ministry of Harbours|———)\. 2031a?b?\. The Lantern Plan for Harbour Automation\./,
  )
  assert.match(
    printed,
    /Parliament of the Harbour State\. 2030\. “General Rules, Article 5\.” In Quay Machines Act\./,
  )
  assert.doesNotMatch(printed, /\?/)
})

test('pandoc --citeproc prints pages in Chinese reports', async () => {
  const measure = provisionOf('xx-lantern-2031:I.1.2')
  const citation = formatCitation([measure], 'key', {
    corpus,
    language: 'zh-Hans',
    withPage: true,
    before: '据',
    after: '，',
  })
  const report = `---\nlang: zh-CN\nbibliography: cited.json\n---\n\n据${citation}，如此。\n`
  const printed = await pandocPlain(report, {
    'cited.json': fileOf(cslItems([measure], corpus, 'zh-Hans')),
  })
  assert.match(printed, /据\(Ministry of Harbours 2031年, 2～3\)，如此。/)
})
