import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const act = `---
id: xx-act
type: act
title: Harbour Act
---

# Moles {#2 kind=article}

## Lamps {#2.1 kind=paragraph}

### Burning {#2.1.a kind=point}

### Bells {#2.1.b kind=point}

# Nets {#3 kind=article}

## Drying {#3.1 kind=paragraph}

## Mending {#3.2 kind=paragraph}

## Drying elsewhere {#3.3 kind=paragraph}

- inserted-by: Act 9
`
const corpus = corpusOf([{ name: 'act.md', text: act }])
const [instrument = assert.fail()] = corpus.instruments

const intro = 'Each mole shall carry at its head:'
const outline: Outline = {
  text: '',
  parts: [
    part('article', '2', {
      heading: 'Moles and their heads',
      parts: [
        part('paragraph', '1', {
          text: `${intro}\n\nThis does not hold for moles of wood.`,
          parts: [
            part('point', 'a', { text: 'a lamp that burns until sunrise;', at: intro.length }),
            part('point', 'b', { text: 'a bell that rings in thick fog.', at: intro.length }),
          ],
        }),
      ],
    }),
    part('article', '3', {
      heading: 'Nets',
      text: 'Nets are dried on the northern mole alone.\n\nWho mends them there shall ask the master first.',
    }),
  ],
  unread: [],
}

function part(kind: NonNullable<Part['kind']>, label: string, rest: Partial<Part>): Part {
  return { level: 'measure', kind, label, printed: label, text: '', parts: [], ...rest }
}

function verdictsOf(source: string): readonly string[] {
  const versions = [{ day: '2031-01-01', text: findPassages(outline, instrument, corpus) }]
  const officialOf: OfficialVersionsOf = () => versions
  const found = judgeQuotations(analyseReport(source), { corpus, officialOf })
  return found.map(({ verdict }) => verdict)
}

suite('A point is read with the introductory clause that it goes on with', () => {
  for (const [words, key] of [
    ['Each mole shall carry at its head: a lamp that burns until sunrise', '2.1.a'],
    ['Each mole shall carry at its head: (b) a bell that rings in thick fog', '2.1.b'],
    ['Each mole shall carry at its head: … (b) a bell that rings in thick fog', '2.1.b'],
    ['Each mole shall carry … a bell that rings in thick fog', '2.1.b'],
    ['Each mole shall carry at its head', '2.1.b'],
  ] as const) {
    test(`and has these words: ${words}`, () => {
      assert.deepEqual(verdictsOf(`“${words}” [@xx-act:${key}].`), ['verified'])
    })
  }

  test('but not with other points, nor with what follows the list', () => {
    const [first, tail] = [
      'Each mole shall carry at its head: a lamp that burns until sunrise',
      'This does not hold for moles of wood',
    ]
    assert.deepEqual(verdictsOf(`“${first}” [@xx-act:2.1.b].`), ['found elsewhere'])
    assert.deepEqual(verdictsOf(`“${tail}” [@xx-act:2.1.b].`), ['found elsewhere'])
  })

  test('and alterations of either are found', () => {
    for (const words of [
      'Each mole should carry at its head: a lamp that burns until sunrise',
      'Each mole shall carry at its head: a lamp that burns until midnight',
      'Each mole shall carry at its head: (b) a lamp that burns until sunrise',
    ]) {
      assert.deepEqual(verdictsOf(`“${words}” [@xx-act:2.1.a].`), ['altered'], words)
    }
  })
})

test('the heading of what a provision stands in may be quoted with it, altered it may not', () => {
  const said = '“a lamp that burns until sunrise” [@xx-act:2.1.a]'
  assert.deepEqual(verdictsOf(`Under “Moles and their heads” is ${said}.`), [
    'verified',
    'verified',
  ])
  assert.deepEqual(verdictsOf('“Moles and their heads” [@xx-act:3].'), ['found elsewhere'])
})

test('a provision that the document prints undivided is looked for in what it stands in', () => {
  const [own, other] = [
    'Who mends them there shall ask the master first',
    'a bell that rings in thick fog',
  ]
  assert.deepEqual(verdictsOf(`“${own}” [@xx-act:3.2].`), ['verified'])
  assert.deepEqual(verdictsOf(`“${own.replace('shall', 'may')}” [@xx-act:3.2].`), ['altered'])
  assert.deepEqual(verdictsOf(`“${other}” [@xx-act:3.2].`), ['found elsewhere'])
  // What an amendment put in cannot be looked for in the text before it.
  assert.deepEqual(verdictsOf(`“${own.replace('shall', 'may')}” [@xx-act:3.3].`), [
    'no official text',
  ])
})
