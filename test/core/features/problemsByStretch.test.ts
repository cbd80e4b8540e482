import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { findDefinition } from '../../../src/core/features/definition.ts'
import { findHover } from '../../../src/core/features/hover.ts'
import {
  findProblems,
  ProblemFinder,
  type Problems,
} from '../../../src/core/features/problems/problemFinder.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type {
  OfficialVersion,
  OfficialVersionsOf,
} from '../../../src/core/official/officialVersions.ts'
import { analyseReport, meaningsOf, Report } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'
import { prefixes, snippets } from '../markdown/reportSnippets.ts'
import {
  changeOf,
  chunkLengths,
  inShortChunks,
  linesOf,
  seed,
  strokesOf,
  type Stroke,
} from '../report/randomEdits.ts'
import { applyChange } from '../report/sameAnalysis.ts'

const corpus = corpusOf([
  {
    name: 'xx-mole.md',
    text: `---
id: xx-mole
type: plan
title: The mole plan
last-page: 4
---

# First {#1 page=1}

# Second {#2 page=2}
`,
  },
])
const plan = corpus.instruments[0] ?? assert.fail('no instrument')
const official = findPassages(
  {
    parts: [
      { level: 'measure', text: 'Survey the outer mole after each storm.', parts: [] },
      { level: 'measure', text: 'Store cut stone.', parts: [] },
    ],
    unread: [],
  },
  plan,
  corpus,
)
const versions: readonly OfficialVersion[] = [{ day: '2031-01-01', text: official }]
const officialOf: OfficialVersionsOf = (key) => (key.startsWith('xx-mole') ? versions : undefined)
const checked = { corpus, isWanted: () => true, officialOf }

/** What makes problems, alone or with what stands beside it. */
const pieces = [
  ' [@xx-mole:1]',
  ' [@xx-mole:9]:',
  ' @xx-mole:1 [p. 9]',
  ' [@xx-mole, p. 2; @xx-mole:2, p. 1]',
  '根据@xx-mole:2规定',
  '[@xx-mole:1；@xx-mole:2]',
  '> Survey the inner mole after each storm.',
  '> Store cut stone. [@xx-mole:1]',
  ' “store cut stone” [@xx-mole:2] ',
  ' “store cut wood” ',
  '[@xx-mole:1][label]',
  '\n[label]: https://a.example\n',
  '> Survey the [inner mole][label] after each storm.',
  ' “store [cut][label] stone” [@xx-mole:2] ',
  '\n[@xx-mole:1]: https://a.example\n',
  ' “store cut wood”.[^1] ',
  '> Store cut wood.[^2]',
  '\n[^1]: [@xx-mole:2].\n',
  '\n[^2]: See @xx-mole:2.\n',
  ' “Survey the outer mole after each storm”.[^2] ',
]

function finish(looking: Generator<undefined, Problems>): Problems {
  for (;;) {
    const step = looking.next()
    if (step.done === true) return step.value
  }
}

/** Whether, after each edit, what is found by stretch is what is found anew. */
function assertLaw(source: string, edits: readonly Stroke[], chunkLength: number): void {
  const finder = new ProblemFinder(checked)
  let report = Report.of(inShortChunks(source, chunkLength))
  let text = source
  for (const stroke of [undefined, ...edits]) {
    if (stroke !== undefined) {
      const change = changeOf(stroke, text)
      report = report.edited([change])
      text = applyChange(text, change)
    }
    const anew = findProblems(analyseReport(text), corpus, () => true, officialOf)
    assert.deepEqual(finish(finder.look(report)), anew, JSON.stringify(text))
    const touched = anew.shown.filter(({ span }) => span.start <= 5 && span.end >= 5)
    assert.deepEqual(finder.touching(report, { start: 5, end: 5 }), touched)
  }
}

suite('Problems that follow edits', () => {
  test('are those of a report looked at anew', () => {
    const own = [...pieces, ...pieces, ...snippets]
    fc.assert(
      fc.property(linesOf(own), strokesOf([...own, ...prefixes]), chunkLengths, assertLaw),
      { seed, numRuns: 1500 },
    )
  })

  test('cost a typed letter one stretch, however long the report is', () => {
    const paragraph = `${'Words about harbours. '.repeat(30)}See [@xx-mole:1, p. 9].\n\n`
    for (const times of [100, 3000]) {
      const finder = new ProblemFinder(checked)
      const report = analyseReport(paragraph.repeat(times))
      finish(finder.look(report))
      const offset = Math.floor(times / 2) * paragraph.length + 3
      const edited = report.edited([{ offset, length: 0, text: 'x' }])
      assert.equal([...finder.look(edited)].length, 1)
    }
  })

  test('cost it one stretch as well where notes at the end cite what is quoted', () => {
    const paragraph = (at: number): string =>
      `${'Words about harbors. '.repeat(30)}They “survey the inner mole after each storm”.[^${String(at)}]\n\n`
    const note = (at: number): string => `[^${String(at)}]: [@xx-mole:1].\n\n`
    for (const times of [100, 1000]) {
      const all = Array.from({ length: times }, (_, at) => at)
      const finder = new ProblemFinder(checked)
      const report = analyseReport(all.map(paragraph).join('') + all.map(note).join(''))
      const { shown, more } = finish(finder.look(report))
      assert.equal(shown.length + more, times)
      const offset = report.source.toString().indexOf(`[^${String(times / 2)}]`) - 200
      const edited = report.edited([{ offset, length: 0, text: 'x' }])
      assert.equal([...finder.look(edited)].length, 1)
    }
  })

  test('follow a definition that comes further down, also where a quotation only reads it', () => {
    const quoted = '> Survey the outer [mole][l] after each storm.\n>\n> So says @xx-mole:1.\n\n'
    const finder = new ProblemFinder(checked)
    const report = analyseReport(quoted + 'Words about harbours.\n\n'.repeat(2000))
    finish(finder.look(report))
    const text = '\n[l]: https://a.example\n'
    const edited = report.edited([{ offset: report.source.length, length: 0, text }])
    const anew = findProblems(
      analyseReport(edited.source.toString()),
      corpus,
      () => true,
      officialOf,
    )
    assert.deepEqual(finish(finder.look(edited)), anew)
  })

  test('may be very many in one line', () => {
    const report = analyseReport('x @xx-mole:9 '.repeat(140_000))
    const { shown, more } = findProblems(report, corpus)
    assert.equal(shown.length, 1000)
    assert.equal(more, 139_000)
    const finder = new ProblemFinder(checked)
    assert.equal(finder.touching(report, { start: 4, end: 4 }).length, 1)
  })

  test('of a long report are found in as many pieces as it has stretches', () => {
    const report = analyseReport('See [@xx-mole:1, p. 9].\n\n'.repeat(10_000))
    const pieces = [...new ProblemFinder(checked).look(report)].length
    assert.equal(pieces, report.blocks.stretches)
    assert.ok(pieces > 10)
  })
})

/** A map that notes what it is asked for. */
class NotingMap<V> extends Map<string, V> {
  readonly asked: string[] = []

  override get(key: string): V | undefined {
    this.asked.push(key)
    return super.get(key)
  }
}

test('what a citation names is decided once, whoever asks', () => {
  const byKey = new NotingMap(corpus.byKey)
  const noting = { ...corpus, byKey }
  // Keys that nothing else has a reason to look up.
  const report = analyseReport('See [@xx-mole:1, p. 1; @xx-mole:8] and @xx-mole:9.')
  for (let round = 0; round < 2; round += 1) {
    findProblems(report, noting)
    findHover(report, noting, 8)
    findDefinition(report, noting, 26)
    meaningsOf(report, noting)
  }
  const decided = byKey.asked.filter((key) => key === 'xx-mole:8' || key === 'xx-mole:9')
  assert.deepEqual(decided, ['xx-mole:8', 'xx-mole:9'])
})
