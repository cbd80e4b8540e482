import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import { withoutEntries } from '../../../src/core/bibliography/cslFile.ts'
import { formerItem } from '../../../src/core/bibliography/formerItem.ts'
import { mayUse, uncitedEntries } from '../../../src/core/features/bibliographies/uncited.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
const provision = corpus.byKey.get('xx-lantern-2031:I.1.1') ?? assert.fail()
const act = corpus.byKey.get('xx-quay-act') ?? assert.fail()
const [plan, action, whole] = cslItems([provision, act], corpus, 'en')
const theirs = { id: 'smith2020', title: 'Theirs' }

function uncited(text: string, ...reports: readonly string[]): readonly string[] {
  return uncitedEntries(text, reports.map(analyseReport), corpus).map(
    ({ id, isTouched }) => id + (isTouched ? ' (touched)' : ''),
  )
}

suite('Entries of ours that nothing cites', () => {
  const file = JSON.stringify([theirs, plan, action, whole])

  test('are those that no report names, never those of others', () => {
    assert.deepEqual(uncited(file, 'Nothing.'), [
      ...['xx-lantern-2031', 'xx-lantern-2031:I.1.1', 'xx-quay-act'],
    ])
    assert.deepEqual(uncited(file, '[@xx-lantern-2031:I.1.1]'), ['xx-quay-act'])
    assert.deepEqual(uncited(file, '[@xx-lantern-2031, p. 2]'), [
      ...['xx-lantern-2031:I.1.1', 'xx-quay-act'],
    ])
    assert.deepEqual(uncited(file, '[@xx-lantern-2031:I.1.1]', '@xx-quay-act'), [])
  })

  test('are kept by nocite, by each key that it names, and all by @*', () => {
    assert.deepEqual(uncited(file, `---\nnocite: '@xx-quay-act'\n---\n`), [
      ...['xx-lantern-2031', 'xx-lantern-2031:I.1.1'],
    ])
    assert.deepEqual(uncited(file, `---\nnocite: |\n  @*\n---\n`), [])
  })

  test('are told from those that others changed or added to', () => {
    const [changed, added] = [
      { ...whole, title: 'Mine' },
      { ...plan, note: 'read it' },
    ]
    assert.deepEqual(uncited(JSON.stringify([changed, added, action])), [
      ...['xx-quay-act (touched)', 'xx-lantern-2031 (touched)', 'xx-lantern-2031:I.1.1'],
    ])
  })

  test('are also those of an earlier release, and of a corpus that is gone', () => {
    const gone = { id: 'xx-gone', title: 'Gone', 'policy-written': 'title:00000000' }
    const old = JSON.stringify([formerItem(provision, corpus), gone])
    assert.deepEqual(uncited(old, '@xx-quay-act'), ['xx-lantern-2031:I.1.1', 'xx-gone (touched)'])
    assert.deepEqual(uncited(old, '@xx-gone [@xx-lantern-2031:I.1.1]'), [])
  })

  test('are none in what is no list of items', () => {
    assert.deepEqual(uncited('{"id": "xx-quay-act"}'), [])
    assert.deepEqual(uncited('[{'), [])
  })
})

suite('A file without entries', () => {
  const mark = '\uFEFF'
  for (const [before, unwanted, after] of [
    ['[{"id":"a"}, {"id":"b"},\n  {"id":"c"}]', ['b'], '[{"id":"a"},\n  {"id":"c"}]'],
    ['[{"id":"a"}, {"id":"b"},\n  {"id":"c"}]', ['a', 'b'], '[{"id":"c"}]'],
    ['[{"id":"a"}, {"id":"b"},\r\n  {"id":"c"}\r\n]', ['b', 'c'], '[{"id":"a"}\r\n]'],
    [`${mark}[\r\n  {"id":"a"}\r\n]\r\n`, ['a'], `${mark}[\r\n  \r\n]\r\n`],
    ['[{"id":"a"}, 7]', ['a'], '[7]'],
    ['{"id":"a"}', ['a'], '{"id":"a"}'],
  ] as const) {
    test(`${JSON.stringify(before)} loses ${unwanted.join(' and ')}`, () => {
      assert.equal(withoutEntries(before, new Set(unwanted)), after)
    })
  }

  test('holds the others as they were, whatever is taken out', () => {
    const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: fc.string() })
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(fc.array(entry), ids, fc.constantFrom(undefined, 2), (entries, gone, indent) => {
        const text = JSON.stringify(entries, undefined, indent)
        const left: unknown = JSON.parse(withoutEntries(text, new Set(gone)))
        const wanted = entries.filter(({ id }) => gone.every((one) => one !== id))
        assert.deepEqual(left, JSON.parse(JSON.stringify(wanted)))
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

test('a report may use a file that it names, or any where it names none that is known', () => {
  const isFile = (path: string): boolean => path === 'a.json'
  const uses = (field: string): boolean => mayUse(analyseReport(`---\n${field}\n---\n`), isFile)
  assert.deepEqual(
    ['bibliography: a.json', 'bibliography: [b.bib, a.json]', 'bibliography: b.bib'].map(uses),
    [true, true, false],
  )
  assert.deepEqual(['title: T', 'bibliography: &x b.bib'].map(uses), [true, true])
})
