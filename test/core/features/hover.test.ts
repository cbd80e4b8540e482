import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findDefinition } from '../../../src/core/features/definition.ts'
import { findHover } from '../../../src/core/features/hover.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'
import { reportAtCaret } from '../../support/markedReport.ts'

const corpus = fixtureCorpus()

/** The key on whose card the pointer is, with the text that it spans. */
function hovered(marked: string): string | undefined {
  const { report, offset } = reportAtCaret(marked)
  const found = findHover(report, corpus, offset)
  return (
    found && `${found.card.provision.key} ${report.source.slice(found.span.start, found.span.end)}`
  )
}

suite('hover', () => {
  for (const [marked, expected] of [
    ['As planned [@xx-lantern-2031:I.|1.1, p. 2].', 'xx-lantern-2031:I.1.1 xx-lantern-2031:I.1.1'],
    ['[see @smith2020, p. 3; -@|xx-lantern-2031:I]', 'xx-lantern-2031:I xx-lantern-2031:I'],
    ['@{xx-lantern-2031:I.1|} says', 'xx-lantern-2031:I.1 xx-lantern-2031:I.1'],
    ['依据@xx-lantern-2031:I.|1.1，应当', 'xx-lantern-2031:I.1.1 xx-lantern-2031:I.1.1'],
    ['@xx-lantern-2031:I.1.|1规定', 'xx-lantern-2031:I.1.1 xx-lantern-2031:I.1.1'],
    ['[@XX-Lantern-2031:i.1.|1]', 'xx-lantern-2031:I.1.1 XX-Lantern-2031:i.1.1'],
    [
      '[@xx-lantern|-2031, p. 2, pillar I, sec. 1, action 2]',
      'xx-lantern-2031:I.1.2 xx-lantern-2031',
    ],
    ['- > 1. [@xx-lantern-2031:I.1.1|]', 'xx-lantern-2031:I.1.1 xx-lantern-2031:I.1.1'],
  ] as const) {
    test(`shows ${expected.split(' ')[0] ?? ''} in “${marked}”`, () => {
      assert.equal(hovered(marked), expected)
    })
  }

  for (const silent of [
    'As |planned [@xx-lantern-2031:I.1.1]',
    '[@xx-lantern-2031:I.1.1, p.| 2]',
    '@xx-lantern-2031:I.1.1规|定',
    '`@xx-lantern-2031:I.|1.1`',
    '[@smith|2020]',
    '[@xx-lantern-2031:IX.|9]',
    '\\@xx-lantern-2031:I.|1.1',
  ]) {
    test(`is silent in “${silent}”`, () => {
      assert.equal(hovered(silent), undefined)
    })
  }

  test('case 38: is exact in UTF-16 units behind emoji, ZWJ sequences and astral characters', () => {
    const before = '政策👩‍💻é é𠮷'
    const { report, offset } = reportAtCaret(`${before}[@|xx-lantern-2031:I.1.1]`)
    const { span } = findHover(report, corpus, offset) ?? assert.fail('a card')
    assert.deepEqual(span, {
      start: before.length + 2,
      end: before.length + 2 + 'xx-lantern-2031:I.1.1'.length,
    })
  })

  test('tells the pages of the locator on which the provision does not stand', () => {
    const { report, offset } = reportAtCaret('[@xx-lantern-2031:I.1.|1, p. 41]')
    const [mismatch] = findHover(report, corpus, offset)?.pageMismatches ?? []
    assert.equal(mismatch?.kind, 'outsideDocument')
    assert.equal(mismatch.page, 41)
  })

  test('the card holds agencies by name, the path and the twins', () => {
    const { report, offset } = reportAtCaret('[@xx-lantern-2031:I.1.|1]')
    const { card } = findHover(report, corpus, offset) ?? assert.fail('a card')
    assert.deepEqual(
      card.lead.map(({ code, agency }) => [code, typeof agency?.names.en]),
      [['PORT', 'string']],
    )
    assert.deepEqual(
      card.path.map(({ key }) => key),
      ['xx-lantern-2031', 'xx-lantern-2031:I', 'xx-lantern-2031:I.1'],
    )
    const twin = reportAtCaret('[@xx-lantern-2031:I.1.|3]')
    const twins = findHover(twin.report, corpus, twin.offset)?.card.twins
    assert.deepEqual(
      twins?.map(({ key }) => key),
      ['xx-lantern-2031:II.1.2'],
    )
  })

  test('looks through the corpus for twins once, however often cards are shown', () => {
    let looks = 0
    const counted = {
      ...corpus,
      get provisions() {
        looks += 1
        return corpus.provisions
      },
    }
    const { report, offset } = reportAtCaret('[@xx-lantern-2031:I.1.|3]')
    const first = findHover(report, counted, offset)?.card.twins
    const before = looks
    assert.deepEqual(findHover(report, counted, offset)?.card.twins, first)
    const other = reportAtCaret('[@xx-lantern-2031:II.1.|2]')
    assert.deepEqual(
      findHover(other.report, counted, other.offset)?.card.twins.map(({ key }) => key),
      ['xx-lantern-2031:I.1.3'],
    )
    assert.equal(looks, before)
  })
})

suite('definition', () => {
  test('leads to the heading of the provision in its corpus file', () => {
    const { report, offset } = reportAtCaret('[@xx-lantern-2031:I.1.|1]')
    const found = findDefinition(report, corpus, offset)
    assert.equal(found?.place.file, 'lantern-plan.md')
    assert.ok(found.place.line > 20)
  })
})
