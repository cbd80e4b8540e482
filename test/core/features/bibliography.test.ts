import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { draftBibliography } from '../../../src/core/features/bibliography.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
const citing =
  'As planned [@xx-lantern-2031:I.1.1, p. 2; @smith2020] and @xx-lantern-2031:I.1 [p. 2], [@xx-lantern-2031:I.1.1].\n'

suite('bibliography', () => {
  test('holds each work once, then what keys name in it, in the order of citing', () => {
    const plan = draftBibliography(analyseReport(citing), corpus, 'report.md')
    assert.ok(typeof plan === 'object')
    assert.deepEqual(
      plan.items.map(({ id }) => id),
      ['xx-lantern-2031', 'xx-lantern-2031:I.1.1', 'xx-lantern-2031:I.1'],
    )
  })

  test('goes into the JSON file that the front matter names', () => {
    const source = `---\nbibliography: [refs.bib, mine.json]\n---\n\n${citing}`
    const plan = draftBibliography(analyseReport(source), corpus, 'report.md')
    assert.ok(typeof plan === 'object')
    assert.deepEqual([plan.path, plan.edit], ['mine.json', undefined])
  })

  for (const [before, after] of [
    ['', '---\nbibliography: report.policy.json\n---\n\n'],
    ['---\ntitle: T\n---\n\n', '---\ntitle: T\nbibliography: report.policy.json\n---\n\n'],
    [
      '---\nbibliography: refs.bib\n---\n\n',
      '---\nbibliography: [refs.bib, report.policy.json]\n---\n\n',
    ],
  ] as const) {
    test(`is added to ${JSON.stringify(before)}`, () => {
      const source = before + citing
      const plan = draftBibliography(analyseReport(source), corpus, 'report.md')
      assert.ok(typeof plan === 'object' && plan.edit !== undefined)
      assert.equal(applyEdits(source, [plan.edit]), after + citing)
    })
  }

  test('honours nocite', () => {
    const source = '---\nnocite: "@xx-lantern-2031:II"\n---\n'
    const plan = draftBibliography(analyseReport(source), corpus, 'report.md')
    assert.ok(typeof plan === 'object')
    assert.deepEqual(
      plan.items.map(({ id }) => id),
      ['xx-lantern-2031', 'xx-lantern-2031:II'],
    )
  })

  test('leaves a report alone that begins with a title block', () => {
    const report = analyseReport(`% My Title\n\n${citing}`)
    assert.equal(draftBibliography(report, corpus, 'report.md'), 'frontMatterNotUnderstood')
  })

  for (const front of ['---\ntitle: T\n...\n\n', '---\n\n']) {
    test(`holds what is cited between ${JSON.stringify(front)} and a later rule`, () => {
      const plan = draftBibliography(analyseReport(`${front}${citing}\n---\n`), corpus, 'report.md')
      assert.ok(typeof plan === 'object' && plan.edit !== undefined)
      assert.deepEqual(
        plan.items.map(({ id }) => id),
        ['xx-lantern-2031', 'xx-lantern-2031:I.1.1', 'xx-lantern-2031:I.1'],
      )
    })
  }

  test('says when nothing of the corpus is cited', () => {
    assert.equal(draftBibliography(analyseReport('[@smith2020]'), corpus, 'r.md'), 'nothingCited')
  })
})
