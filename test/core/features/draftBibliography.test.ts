import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type {
  BibliographyPlan,
  BibliographyText,
  NoPlan,
} from '../../../src/core/bibliography/plan.ts'
import {
  draftBibliography,
  lacksBibliography,
} from '../../../src/core/features/bibliographies/draftBibliography.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
const citing =
  'As planned [@xx-lantern-2031:I.1.1, p. 2; @smith2020] and @xx-lantern-2031:I.1 [p. 2], [@xx-lantern-2031:I.1.1].\n'

/** What is planned for a report beside these files. */
function planOf(
  source: string,
  files: Readonly<Record<string, string>> = {},
): BibliographyPlan | NoPlan {
  const textOf = (path: string): BibliographyText => {
    const text = files[path]
    return text === undefined ? { kind: 'missing' } : { kind: 'read', text }
  }
  return draftBibliography(analyseReport(source), corpus, 'report.md', textOf)
}

/** The ids of the items of a plan's file. */
function idsOf(plan: BibliographyPlan | NoPlan): readonly unknown[] {
  assert.ok('text' in plan)
  return (JSON.parse(plan.text) as readonly { readonly id: unknown }[]).map(({ id }) => id)
}

suite('bibliography', () => {
  test('holds each work once, then what keys name in it, in the order of citing', () => {
    const plan = planOf(citing)
    assert.deepEqual(idsOf(plan), [
      'xx-lantern-2031',
      'xx-lantern-2031:I.1.1',
      'xx-lantern-2031:I.1',
    ])
  })

  test('goes into the JSON file that the front matter names', () => {
    const source = `---\nbibliography: [refs.bib, mine.json]\n---\n\n${citing}`
    const plan = planOf(source)
    assert.ok('text' in plan)
    assert.deepEqual([plan.path, plan.edit], ['mine.json', undefined])
  })

  test('goes into the file that bears our name, rather than into another one', () => {
    const source = `---\nbibliography: [zotero.json, report.policy.json]\n---\n\n${citing}`
    const plan = planOf(source, { 'zotero.json': '[]' })
    assert.ok('text' in plan)
    assert.deepEqual([plan.path, plan.edit], ['report.policy.json', undefined])
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
      const plan = planOf(source)
      assert.ok('text' in plan && plan.edit !== undefined)
      assert.equal(applyEdits(source, [plan.edit]), after + citing)
    })
  }

  test('honours nocite', () => {
    const source = '---\nnocite: "@xx-lantern-2031:II"\n---\n'
    const plan = planOf(source)
    assert.deepEqual(idsOf(plan), ['xx-lantern-2031', 'xx-lantern-2031:II'])
  })

  test('leaves a report alone that begins with a title block', () => {
    const plan = planOf(`% My Title\n\n${citing}`)
    assert.deepEqual(plan, { why: 'frontMatterNotUnderstood' })
  })

  for (const front of ['---\ntitle: T\n...\n\n', '---\n\n']) {
    test(`holds what is cited between ${JSON.stringify(front)} and a later rule`, () => {
      const plan = planOf(`${front}${citing}\n---\n`)
      assert.ok('text' in plan && plan.edit !== undefined)
      assert.deepEqual(idsOf(plan), [
        'xx-lantern-2031',
        'xx-lantern-2031:I.1.1',
        'xx-lantern-2031:I.1',
      ])
    })
  }

  test('says when nothing of the corpus is cited', () => {
    assert.deepEqual(planOf('[@smith2020]'), { why: 'nothingCited' })
  })

  test('leaves out what another file of the list holds, or the front matter itself', () => {
    const list = 'bibliography: [refs.bib, mine.json]'
    const bib = '@report{xx-lantern-2031,\n title = {T}}\n'
    const source = `---\n${list}\nreferences:\n- id: xx-lantern-2031:I.1\n---\n\n${citing}`
    assert.deepEqual(idsOf(planOf(source, { 'refs.bib': bib })), ['xx-lantern-2031:I.1.1'])
  })

  test('adds no file that would hold nothing, where others of the list hold all', () => {
    const source = `---\nbibliography: refs.bib\n---\n\n[@xx-quay-act]\n`
    const plan = planOf(source, { 'refs.bib': '@misc{xx-quay-act,\n}\n' })
    assert.deepEqual(plan, { why: 'heldElsewhere' })
  })

  test('keeps entries of ours true that the report does not cite, and adds none beside them', () => {
    const other = planOf('---\nbibliography: mine.json\n---\n\n[@xx-lantern-2031:II]\n')
    assert.ok('text' in other)
    const [whole, within] = JSON.parse(other.text) as readonly object[]
    const old = { ...within, page: '7', 'policy-written': 'page:00000000' }
    const source = `---\nbibliography: mine.json\n---\n\n[@xx-quay-act]\n`
    const plan = planOf(source, { 'mine.json': JSON.stringify([old]) })
    assert.ok('text' in plan)
    assert.deepEqual([plan.lacking, plan.changed], [['xx-quay-act'], ['xx-lantern-2031:II']])
    assert.deepEqual(idsOf(plan), ['xx-lantern-2031:II', 'xx-quay-act'])
    assert.ok(whole)
  })

  for (const [front, isOffered] of [
    ['', true],
    ['---\ntitle: T\n---\n\n', true],
    ['---\nbibliography: refs.bib\n---\n\n', false],
    ['---\nbibliography: &a refs.bib\n---\n\n', false],
    ['% Title\n\n', false],
  ] as const) {
    test(`${isOffered ? 'is' : 'is not'} lacking in a report that begins ${JSON.stringify(front)}`, () => {
      assert.equal(lacksBibliography(analyseReport(front + citing)), isOffered)
    })
  }
})
