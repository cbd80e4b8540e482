import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findProblems } from '../../../src/core/features/problems/problemFinder.ts'
import { judgeQuotations } from '../../../src/core/features/problems/quoted/quotations.ts'
import { findPassages } from '../../../src/core/official/officialText.ts'
import type { OfficialVersionsOf } from '../../../src/core/official/officialVersions.ts'
import type { Outline, Part } from '../../../src/core/official/outline.ts'
import { analyseReport } from '../../../src/core/report/report.ts'
import { problemText } from '../../../src/wording/problemText.ts'
import { corpusOf } from '../../support/fixtureLibrary.ts'

const act = `---
id: xx-act
type: act
title: Harbour Act
first-page: 3
---

# Cranes {#1 kind=article}

# Quays {#2 kind=article}

## Lamps {#2.1 kind=paragraph}
`
const corpus = corpusOf([{ name: 'act.md', text: act }])
const [instrument = assert.fail()] = corpus.instruments

const point = (label: string, text: string, at?: number): Part => ({
  level: 'measure',
  kind: 'point',
  label,
  printed: `(${label})`,
  text,
  parts: [],
  ...(at !== undefined && { at }),
})
const article = (label: string, rest: Partial<Part>): Part => ({
  level: 'measure',
  kind: 'article',
  label,
  printed: `Article ${label}`,
  text: '',
  parts: [],
  ...rest,
})

const intro = 'Every quay shall be given by its master:'
const quays = article('2', {
  heading: 'Quays',
  printed: 'Article 2 Quays',
  pages: { first: 5, last: 6 },
  parts: [
    {
      level: 'measure',
      kind: 'paragraph',
      label: '1',
      printed: '1.',
      text: `${intro}\n\nThe first subparagraph does not hold for piers of wood.`,
      parts: [
        point('a', 'a lamp that burns by night;', intro.length),
        point('b', 'a bell that rings in fog.', intro.length),
      ],
    },
  ],
})
const outline: Outline = {
  title: 'An Act on Harbours, Moles and Quays',
  text: 'We the masters of all harbours give this act to those who moor.',
  pageStarts: [{ page: 2, offset: 0 }],
  pageNumbers: ['', 'i', '1', '2', '3', '4', '5'],
  asides: [
    { kind: 'note', text: 'The older act of 1899 on ropes and nets no longer holds.', page: 5 },
    { kind: 'text', text: 'The sea gives and the sea takes away, said the pilot.', page: 1 },
  ],
  parts: [
    {
      level: 'measure',
      kind: 'recital',
      label: '27',
      printed: '(27)',
      text: 'Ships that run aground at night endanger all who work on the quays.',
      parts: [],
    },
    article('1', { text: 'Each crane shall have two brakes and a bell of its own.' }),
    quays,
    article('3', { text: 'Nets are dried on the northern mole and nowhere else.' }),
  ],
  unread: [],
}

function officialOf(read: Outline): OfficialVersionsOf {
  const versions = [{ day: '2031-01-01', text: findPassages(read, instrument, corpus) }]
  return () => versions
}

function verdictsOf(source: string, read = outline): readonly string[] {
  const compared = { corpus, officialOf: officialOf(read) }
  return judgeQuotations(analyseReport(source), compared).map(({ verdict }) => verdict)
}

function saidOf(
  source: string,
  language: 'en' | 'zh-Hans' | 'zh-Hant' = 'en',
  read = outline,
): readonly string[] {
  const { shown } = findProblems(analyseReport(source), corpus, undefined, officialOf(read))
  return shown
    .filter(({ code }) => code.startsWith('quotation.'))
    .map((problem) => problemText(problem, language))
}

const anywhere: readonly (readonly [what: string, words: string, place: string])[] = [
  ['a recital', 'endanger all who work on the quays', 'xx-act (recital 27, p. i)'],
  ['an article that the library has not', 'dried on the northern mole', 'xx-act (article 3, p. 3)'],
  ['a paragraph beside all parts', 'the masters of all harbours give this act', 'xx-act (p. i)'],
  ['a note', 'the older act of 1899 on ropes and nets', 'xx-act (a note, p. 3)'],
  ['a title page', 'gives and the sea takes away, said', 'xx-act'],
]

suite('Words anywhere in the attached document', () => {
  for (const [what, words, place] of anywhere) {
    test(`of ${what} are verified where the whole instrument is cited`, () => {
      assert.deepEqual(verdictsOf(`“${words}” [@xx-act].`), ['verified'])
    })
    test(`of ${what} stand elsewhere where an article is cited, and it is said where`, () => {
      const source = `“${words}” [@xx-act:1].`
      assert.deepEqual(verdictsOf(source), ['found elsewhere'])
      const [said = ''] = saidOf(source)
      assert.equal(
        said,
        place === 'xx-act'
          ? 'These words stand in xx-act.'
          : `These words stand in ${place}, not in the cited provision: cite where they stand.`,
      )
    })
  }

  test('of its title are verified for the whole instrument', () => {
    assert.deepEqual(verdictsOf('“An Act on Harbours, Moles and Quays” [@xx-act].'), ['verified'])
  })

  test('of a note are those of what stands on its page', () => {
    assert.deepEqual(verdictsOf('“the older act of 1899 on ropes and nets” [@xx-act:2].'), [
      'verified',
    ])
  })

  test('of points without a provision are those of the provision they stand in', () => {
    assert.deepEqual(verdictsOf('“a lamp that burns by night” [@xx-act:2.1].'), ['verified'])
    assert.deepEqual(saidOf('“a lamp that burns by night” [@xx-act:1].'), [
      'These words stand in xx-act:2.1.',
    ])
  })

  test('of two parts, one behind the other, are stitched, and not unknown', () => {
    assert.deepEqual(
      verdictsOf('“who work on the quays … dried on the northern mole” [@xx-act:1].'),
      ['stitched'],
    )
  })

  test('are told of in the language of the reader', () => {
    const source = '“endanger all who work on the quays” [@xx-act:1].'
    assert.deepEqual(saidOf(source, 'zh-Hans'), [
      '这些文字出自 xx-act（序言第 27 段，第 i 页），而非所引之处：请改引其出处。',
    ])
    assert.deepEqual(saidOf(source, 'zh-Hant'), [
      '這些文字出自 xx-act（前言第 27 段，第 i 頁），而非所引之處：請改引其出處。',
    ])
  })
})

suite('The order of a provision', () => {
  for (const [what, words] of [
    [
      'from the introduction into the first point',
      'given by its master: a lamp that burns by night',
    ],
    ['with the number of the point', 'given by its master: (a) a lamp that burns by night'],
    ['over a point with its number', 'given by its master: (a) … (b) a bell that rings in fog'],
    ['from the last point into the tail', 'rings in fog. The first subparagraph does not hold'],
    ['from the number of the paragraph', '1. Every quay shall be given by its master'],
    ['of its number and heading', 'Article 2 Quays 1. Every quay shall be given'],
  ] as const) {
    test(`holds for a quotation that runs ${what}`, () => {
      assert.deepEqual(verdictsOf(`“${words}” [@xx-act:2].`), ['verified'])
    })
  }

  test('compares an introduction with itself, and not with the tail', () => {
    assert.deepEqual(saidOf('“Every quay shall be given by its owner: a lamp” [@xx-act:2.1].'), [
      'xx-act:2.1 has other words here, “master”: quote these.',
    ])
  })
})

suite('That words stand nowhere', () => {
  const source = '“all ships shall pay a toll at once” [@xx-act:1].'

  test('is said where all of the document was searched', () => {
    assert.deepEqual(saidOf(source), [
      'The official text has no such words, neither in xx-act:1 nor elsewhere: quote what it says, or leave out the marks.',
    ])
  })

  test('is not said where the document may have words that were not', () => {
    const partial = { ...outline, hasUnreadWords: true } as const
    assert.deepEqual(verdictsOf(source, partial), ['not found'])
    assert.deepEqual(saidOf(source, 'en', partial), [
      'These words are not in xx-act:1. Whether they stand elsewhere is not known, for not all of the attached document could be searched: look it up there.',
    ])
  })
})
