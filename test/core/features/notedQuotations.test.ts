import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { fixesOf } from '../../../src/core/features/problems/fixesOf.ts'
import type { Problem } from '../../../src/core/features/problems/problem.ts'
import { ProblemFinder } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import { analyseReport, type Report } from '../../../src/core/report/report.ts'
import { createSearchIndex } from '../../../src/core/search/searchIndex.ts'
import { applyEdits } from '../../../src/core/text/textEdit.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const act = `---
id: xx-act
type: act
title: Harbour Act
---

# First {#1 kind=article}

# Second {#2 kind=article}
`
const own = [
  'The master of each quay shall keep a lamp that burns by night and a bell that rings in fog.',
  'Whoever moors at the mole shall pay what the master asks for it, and no more.',
]
const corpus = corpusOf([{ name: 'xx-act.md', text: act }])
const [instrument = assert.fail('no instrument')] = corpus.instruments
const parts = own.map(
  (text, at) =>
    ({ level: 'measure', kind: 'article', label: String(at + 1), text, parts: [] }) as const,
)
const text = findPassages({ parts, unread: [] }, instrument, corpus)
const officialOf: OfficialVersionsOf = (key) =>
  key.startsWith('xx-act') ? [{ day: '2031-01-01', text }] : undefined

/** The verdicts on the quotations of `source`, with what each is cited from. */
function verdicts(source: string): readonly string[] {
  return judgeQuotations(analyseReport(source), { corpus, officialOf }).map(
    ({ verdict, provision }) => `${verdict} ${provision.key}`,
  )
}

const lamp = '“keep a lamp that burns by night and a bell that rings in fog”'
const altered = '“keep a lamp that burns by day and a bell that rings in fog”'
const note = '\n\n[^1]: [@xx-act, art. 1].\n'

suite('A quotation is cited in the note that it refers to', () => {
  for (const source of [
    `Masters must ${lamp}[^1].${note}`,
    `Masters must ${lamp}.[^1]${note}`,
    `Masters must ${lamp}, the act says.[^1] Nobody does.${note}`,
    `Masters must ${lamp}.[^lamp note]\n\n[^1]: None.\n`,
    `Masters must ${lamp}.[^b]\n\n[^a]: @smith.\n\n[^b]: See [@xx-act, art. 1].\n`,
    `${note}\nMasters must ${lamp}.[^1]`,
    `> The master of each quay shall keep a lamp that burns by night and a bell that rings in fog.[^1]${note}`,
    `Masters must ${lamp}.[^1]\n\n[^1]: See @xx-act [art. 1], p. 3 (emphasis added).\n`,
    `> The master of each quay shall keep a lamp\n> that burns by night and a bell that rings in fog. [^1]${note}`,
    `该法规定“keep a lamp that burns by night and a bell that rings in fog”。[^1]\n\n[^1]: 见[@xx-act, art. 1]。\n`,
  ]) {
    test(JSON.stringify(source), () => {
      const isNote = !source.includes('[^lamp note]')
      assert.deepEqual(verdicts(source), isNote ? ['verified xx-act:1'] : [])
    })
  }

  test('and judged as one with its citation behind it', () => {
    assert.deepEqual(verdicts(`Masters must ${altered}.[^1]${note}`), ['altered xx-act:1'])
    assert.deepEqual(verdicts(`Masters must ${lamp}.[^1]\n\n[^1]: [@xx-act, art. 2].\n`), [
      'found elsewhere xx-act:2',
    ])
    const block =
      '> The master of each quay shall keep a lamp that burns by day and a bell that rings.'
    assert.deepEqual(verdicts(`${block}[^1]${note}`), ['altered xx-act:1'])
  })
})

suite('A note is no source of a quotation', () => {
  for (const [why, source] of [
    ['it cites several works', `Masters ${altered}.[^1]\n\n[^1]: [@xx-act, art. 1]; but @smith.\n`],
    ['it compares', `Masters ${altered}.[^1]\n\n[^1]: But compare [@xx-act, art. 1].\n`],
    ['it says more', `Masters ${altered}.[^1]\n\n[^1]: [@xx-act, art. 1] does not say this.\n`],
    ['a short sentence stands between', `Masters ${altered}. No.[^1]${note}`],
    ['it is defined twice', `Masters ${altered}.[^1]${note}\n[^1]: [@xx-act, art. 2].\n`],
    ['it is none', `Masters ${altered}.[^2]${note}`],
    ['it belongs to the next sentence', `So ${altered}. Elsewhere there is more.[^1]${note}`],
    ['it belongs to another quotation', `So ${altered} and “a quite other thing”.[^1]${note}`],
    ['it stands in code', `Masters ${altered} \`[^1]\`${note}`],
    ['it cites nothing', `Masters ${altered}.[^1]\n\n[^1]: The act.\n`],
  ] as const) {
    test(why, () => {
      const found = verdicts(source).filter((verdict) => verdict.startsWith('altered'))
      assert.deepEqual(found, [])
    })
  }

  test('where the sentence cites for itself', () => {
    assert.deepEqual(verdicts(`As @xx-act [art. 1] says, ${lamp}.[^1]\n\n[^1]: @smith, p. 3.\n`), [
      'verified xx-act:1',
    ])
  })
})

test('Many quotations with notes are read in the time that they take, whichever comes first', () => {
  const count = 300
  const each = (at: number): string => `Masters must ${lamp}.[^n${String(at)}]\n\n`
  const notes = (at: number): string => `[^n${String(at)}]: [@xx-act, art. 1].\n\n`
  const all = Array.from({ length: count }, (_, at) => at)
  const source = all.map(each).join('') + all.map(notes).join('')
  assert.equal(verdicts(source).filter((one) => one === 'verified xx-act:1').length, count)
})

test('Where the words stand in another provision, its fix cites that in the note, wherever that has moved to', () => {
  const start = `Masters must ${lamp}.[^1]\n\n`
  const report = analyseReport(`${start}Words.\n\n[^1]: See [@xx-act, art. 2].\n`)
  const finder = new ProblemFinder({ corpus, officialOf, isWanted: () => true })
  const found = (of: Report): Problem => {
    const looking = finder.look(of)
    for (let step = looking.next(); ; step = looking.next()) {
      if (step.done === true) return step.value.shown[0] ?? assert.fail('no problem')
    }
  }
  assert.equal(found(report).code, 'quotation.elsewhere')
  const edited = report.edited([{ offset: start.length, length: 0, text: 'Many more words. ' }])
  const [fix] = fixesOf(found(edited), edited, corpus, createSearchIndex(corpus), {
    style: 'pandoc',
    withPage: false,
    language: 'en',
  })
  const fixed = applyEdits(edited.source, fix?.edits ?? [])
  assert.equal(fixed, `${start}Many more words. Words.\n\n[^1]: See [@xx-act, art. 1].\n`)
})
