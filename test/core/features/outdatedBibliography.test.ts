import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cslItems } from '../../../src/core/bibliography/csl.ts'
import type { CslItem } from '../../../src/core/bibliography/cslItem.ts'
import { formerItem } from '../../../src/core/bibliography/formerItem.ts'
import type { BibliographyText } from '../../../src/core/bibliography/plan.ts'
import { withRecord } from '../../../src/core/bibliography/record.ts'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import type { Provision } from '../../../src/core/corpus/provision.ts'
import { draftBibliography } from '../../../src/core/features/bibliographies/draftBibliography.ts'
import type { Problem } from '../../../src/core/features/problems/problem.ts'
import {
  allProblems,
  ProblemFinder,
  type Problems,
} from '../../../src/core/features/problems/problemFinder.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()
type Files = Readonly<Record<string, string | BibliographyText>>

function textOf(files: Files): (path: string) => BibliographyText {
  const texts = new Map(
    Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? ({ kind: 'read', text: file } as const) : file,
    ]),
  )
  const missing: BibliographyText = { kind: 'missing' }
  return (path) => texts.get(path) ?? missing
}

function checkedBeside(files: Files, of: Corpus = corpus) {
  const bibliography = { reportName: 'report.md', levels: 0, textOf: textOf(files) }
  return { corpus: of, isWanted: () => true, officialOf: () => undefined, bibliography }
}

/** What is told of the bibliography of `source` beside `files`: what it lacks, and what of it changed. */
function told(source: string, files: Files): readonly (readonly [string, string, string])[] {
  return allProblems(analyseReport(source), checkedBeside(files)).flatMap((problem) =>
    problem.code === 'bibliography.outdated'
      ? [[problem.path, problem.lacking.join(' '), problem.changed.join(' ')] as const]
      : [],
  )
}

function reportWith(list: string, text = '[@xx-lantern-2031, p. 3]'): string {
  return `---\ntitle: T\nbibliography: ${list}\n---\n\n${text}\n`
}

function provision(key: string): Provision {
  return corpus.byKey.get(key) ?? assert.fail(key)
}

/** A file that we wrote for a report that cites `keys`. */
function ours(...keys: readonly string[]): string {
  return JSON.stringify(cslItems(keys.map(provision), corpus, 'en'))
}

const bib = '@article{xx-lantern-2031,\n  title = {Theirs},\n}\n'
const yaml = 'references:\n  - title: x\n    id: "xx-lantern-2031"\n'

suite('bibliography.outdated', () => {
  for (const [name, list, files, wanted] of [
    [
      'is told of a file of ours that is not there yet',
      'report.policy.json',
      {},
      'xx-lantern-2031',
    ],
    [
      'is told of a file of ours that lacks it',
      'a.json',
      { 'a.json': ours('xx-quay-act') },
      'xx-lantern-2031',
    ],
    ['is told of an empty file', 'a.json', { 'a.json': '' }, 'xx-lantern-2031'],
    [
      'is told of a list of others that lacks it',
      'a.bib',
      { 'a.bib': '@book{b,}' },
      'xx-lantern-2031',
    ],
    ['is told of an empty list', '', {}, 'xx-lantern-2031'],
    ['is not told of what we wrote', 'a.json', { 'a.json': ours('xx-lantern-2031') }, undefined],
    ['is not told of BibTeX of others that holds it', 'a.bib', { 'a.bib': bib }, undefined],
    ['is not told of YAML of others that holds it', 'a.yaml', { 'a.yaml': yaml }, undefined],
    [
      'is not told of JSON of others that holds it',
      'a.json',
      { 'a.json': '[{"id":"xx-lantern-2031","title":"Theirs"}]' },
      undefined,
    ],
    [
      'is not told beside a file that holds it',
      '[b.bib, a.json]',
      { 'b.bib': bib, 'a.json': ours('xx-quay-act') },
      undefined,
    ],
    [
      'is not told while a file is not read',
      '[b.bib, a.json]',
      { 'b.bib': { kind: 'unread' }, 'a.json': '[]' },
      undefined,
    ],
    [
      'is not told while the file is not UTF-8',
      'a.json',
      { 'a.json': { kind: 'notUtf8' } },
      undefined,
    ],
    ['is not told while the file is malformed', 'a.json', { 'a.json': '[{' }, undefined],
    ['is not told of a file of a format that is not read', 'a.xml', { 'a.xml': '<x/>' }, undefined],
    ['is not told of a file of others that is not there', 'a.bib', {}, undefined],
    ['is not told of an address', 'https://a.example/b.json', {}, undefined],
    ['is not told of a list that is not read', '&a [a.json]', { 'a.json': '[]' }, undefined],
  ] as const) {
    test(`${name} (${list})`, () => {
      const [found] = told(reportWith(list), files)
      assert.equal(found?.[1], wanted)
    })
  }

  test('is not told of a report that names no bibliography, nor of items in the front matter', () => {
    assert.deepEqual(told('[@xx-lantern-2031]', {}), [])
    const source = `---\nbibliography: a.json\nreferences:\n  - id: xx-lantern-2031\n    type: book\n---\n\n[@xx-lantern-2031]\n`
    assert.deepEqual(told(source, { 'a.json': '[]' }), [])
  })

  test('is told of entries of ours whose data changed, in fields that nobody else changed', () => {
    const [item] = cslItems([provision('xx-lantern-2031')], corpus, 'en')
    const stale = updatedWith({ ...item, title: 'Before' })
    const theirs = { ...item, title: 'Theirs' }
    const report = reportWith('a.json')
    assert.deepEqual(told(report, { 'a.json': stale }), [['a.json', '', 'xx-lantern-2031']])
    assert.deepEqual(told(report, { 'a.json': JSON.stringify([theirs]) }), [])
  })

  test('is told of what an earlier release wrote, but for what others made their own', () => {
    const former = formerItem(provision('xx-lantern-2031:I.1.1'), corpus)
    const report = reportWith('a.json', '[@xx-lantern-2031:I.1.1]')
    const key = 'xx-lantern-2031:I.1.1'
    assert.deepEqual(told(report, { 'a.json': JSON.stringify([former]) }), [
      ['a.json', 'xx-lantern-2031', key],
    ])
    const own = { id: key, type: 'book', title: former.title, language: 'de' }
    assert.deepEqual(told(report, { 'a.json': JSON.stringify([own]) }), [])
  })

  test('stands at the name of the field, and its fix leaves nothing to tell', () => {
    const source = reportWith('[b.bib, a.json]', '[@xx-lantern-2031:I.1.1; @xx-quay-act]')
    const files = { 'b.bib': bib, 'a.json': ours('xx-lantern-2031:II') }
    const report = analyseReport(source)
    const [problem] = allProblems(report, checkedBeside(files))
    assert.ok(problem?.code === 'bibliography.outdated')
    assert.equal(source.slice(problem.span.start, problem.span.end), 'bibliography:')
    assert.deepEqual(problem.lacking, ['xx-lantern-2031:I.1.1', 'xx-quay-act'])
    const plan = draftBibliography(report, corpus, 'report.md', textOf(files))
    assert.ok('text' in plan)
    assert.deepEqual(told(source, { ...files, 'a.json': plan.text }), [])
  })

  test('is found under a caret in the front matter', () => {
    const source = reportWith('a.json')
    const finder = new ProblemFinder(checkedBeside({ 'a.json': '[]' }))
    const at = (offset: number): readonly Problem[] =>
      finder.touching(analyseReport(source), { start: offset, end: offset })
    assert.deepEqual(
      [source.indexOf('bib'), source.indexOf('title'), source.length].map(
        (offset) => at(offset).length,
      ),
      [1, 0, 0],
    )
  })

  test('goes when it is switched off', () => {
    const checked = checkedBeside({ 'a.json': '[]' })
    const isWanted = (code: string): boolean => code !== 'bibliography.outdated'
    assert.deepEqual(allProblems(analyseReport(reportWith('a.json')), { ...checked, isWanted }), [])
  })

  test('costs a typed letter the stretch that it fell in, and nothing is planned anew', () => {
    const counted = new CountingMap(corpus.byKey)
    const counting: Corpus = { ...corpus, byKey: counted }
    const paragraph = 'Words about harbours. See [@xx-lantern-2031:I.1.1, p. 2].\n\n'
    const source = reportWith('a.json', paragraph.repeat(3000))
    const report = analyseReport(source)
    const checked = checkedBeside({ 'a.json': '[]' }, counting)
    let asked = 0
    const countedText = (path: string): BibliographyText => {
      asked += 1
      return checked.bibliography.textOf(path)
    }
    const bibliography = { reportName: 'report.md', levels: 0, textOf: countedText }
    const finder = new ProblemFinder({ ...checked, bibliography })
    finish(finder.look(report))
    const { looks } = counted
    const body = { offset: source.indexOf('Words') + 2, length: 0, text: 'x' }
    const title = { offset: source.indexOf('T\n'), length: 0, text: 'x' }
    for (const change of [body, title]) {
      counted.looks = 0
      asked = 0
      const [problem] = finish(finder.look(report.edited([change]))).shown
      const moved = change === title ? 1 : 0
      assert.equal(problem?.span.start, source.indexOf('bibliography') + moved)
      assert.ok(counted.looks * 10 < looks, `${String(counted.looks)} of ${String(looks)}`)
      // Planning asks once more.
      assert.equal(asked, 1)
    }
  })
})

/** A map that counts how often it is asked. */
class CountingMap extends Map<string, Provision> {
  looks = 0

  override get(key: string): Provision | undefined {
    this.looks += 1
    return super.get(key)
  }
}

function finish(looking: Generator<undefined, Problems>): Problems {
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

/** The file that holds `item` as if we had written it so. */
function updatedWith(item: object): string {
  const { 'policy-written': record, ...fields } = item as { 'policy-written'?: string }
  assert.ok(record)
  return JSON.stringify([withRecord(fields as CslItem)])
}
