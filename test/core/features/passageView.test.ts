import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passageSelected, passageView } from '../../../src/core/features/passageView.ts'
import { findPassages, pagesOfSpan } from '../../../src/core/official/officialText.ts'
import type { Outline } from '../../../src/core/official/outline.ts'
import { quotedPassage } from '../../../src/core/official/quotedPassage.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { quaysCorpusFile } from '../../support/quaysPlan.ts'

const corpus = corpusOf([{ name: 'quays.md', text: quaysCorpusFile }])
const plan = corpus.instruments[0] ?? assert.fail('no instrument')
const section = corpus.byKey.get('xx-quays:I.1') ?? assert.fail('no section')

/** As a reader of documents makes it: items without labels, one that runs over the end of a page. */
const outline: Outline = {
  parts: [
    {
      level: 'division',
      heading: 'KEEP THE HARBOUR OPEN',
      text: 'Why.',
      pages: { first: 1, last: 2 },
      pageStarts: [{ page: 1, offset: 0 }],
      parts: [
        {
          level: 'division',
          heading: 'Mend what the sea has taken',
          text: 'The mole.',
          pages: { first: 1, last: 2 },
          parts: [
            { level: 'measure', text: 'Survey it.', parts: [] },
            {
              level: 'measure',
              text: 'Store stone.',
              pageStarts: [
                { page: 1, offset: 0 },
                { page: 2, offset: 6 },
              ],
              parts: [],
            },
          ],
        },
        {
          level: 'division',
          heading: 'Tell Ships What the Tide Will Do',
          text: '',
          parts: [{ level: 'measure', text: 'Only one, where the corpus has two.', parts: [] }],
        },
      ],
    },
  ],
  unread: [],
}
const official = findPassages(outline, plan, corpus)

test('provisions are found by heading, and by place only where the document has as many', () => {
  assert.deepEqual(
    [...official.passages.keys()],
    ['xx-quays:I', 'xx-quays:I.1', 'xx-quays:I.1.1', 'xx-quays:I.1.2', 'xx-quays:I.2'],
  )
  assert.deepEqual(official.missing, ['xx-quays:I.2.1', 'xx-quays:I.2.2'])
})

test('a passage is its own words, with the printed pages that they stand on', () => {
  const measure = corpus.byKey.get('xx-quays:I.1.2') ?? assert.fail('no measure')
  assert.deepEqual(quotedPassage(official, measure, corpus), {
    text: 'Store stone.',
    pages: { first: 1, last: 2 },
  })
  const { own } = official.passages.get('xx-quays:I.1.2') ?? assert.fail('no passage')
  assert.deepEqual(pagesOfSpan(official, { start: own.start + 6, end: own.end }), {
    first: 2,
    last: 2,
  })
})

test('the passages of a section stand under their keys, and a selection leads back to the words', () => {
  const view = passageView(official, section, corpus, ({ key }) => `## ${key}`)
  assert.equal(
    view.text,
    '## xx-quays:I.1\n\nThe mole.\n\n## xx-quays:I.1.1\n\nSurvey it.\n\n## xx-quays:I.1.2\n\nStore stone.\n',
  )
  const at = view.text.indexOf('stone')
  const selected = passageSelected(view, { start: at, end: at + 40 })
  assert.equal(selected?.passage.key, 'xx-quays:I.1.2')
  assert.equal(view.text.slice(selected.span.start, selected.span.end), 'stone.')
  assert.deepEqual(
    selected.passage.pageStarts.map(({ offset, page }) => [
      view.text.slice(offset, offset + 5),
      page,
    ]),
    [['stone', 2]],
  )
  assert.equal(passageSelected(view, { start: 0, end: 4 }), undefined)
})
