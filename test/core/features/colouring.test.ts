import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findColours, type ColouredPiece } from '../../../src/core/features/colouring.ts'
import { analyseReport, citationsOf } from '../../../src/core/report/report.ts'
import { fixtureCorpus } from '../../support/fixtureLibrary.ts'

const corpus = fixtureCorpus()

function piecesOf(source: string): readonly ColouredPiece[] {
  const work = findColours(analyseReport(source), corpus)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** The coloured pieces of `source`, each as `colour: words`. */
function coloured(source: string): readonly string[] {
  return piecesOf(source).map(({ span, colour }) => {
    return `${colour}: ${source.slice(span.start, span.end)}`
  })
}

suite('colours of citations', () => {
  for (const [source, ...expected] of [
    ['As planned [@xx-lantern-2031:I.1.1].', 'policyKey: @xx-lantern-2031:I.1.1'],
    [
      'As planned [@xx-lantern-2031:I.1.1, p. 2].',
      'policyKey: @xx-lantern-2031:I.1.1',
      'policyPlace: p. 2',
    ],
    [
      '[see -@xx-lantern-2031, p. 2, pillar I, sec. 1, action 2; @smith2020, p. 3]',
      'policyKey: -@xx-lantern-2031',
      'policyPlace: p. 2',
      'policyPlace: pillar I, sec. 1, action 2',
      'otherKey: @smith2020',
    ],
    ['@xx-lantern-2031 [pillar I] says', 'policyKey: @xx-lantern-2031', 'policyPlace: pillar I'],
    ['@{xx-lantern-2031:I.1} says', 'policyKey: @{xx-lantern-2031:I.1}'],
    ['[@xx-lantern-2031:IX.9, p. 2]', 'unknownKey: @xx-lantern-2031:IX.9'],
    ['[@XX-Lantern-2031:i.1.1]', 'unknownKey: @XX-Lantern-2031:i.1.1'],
    ['@xx-lantern-2031:I.1.1规定', 'unknownKey: @xx-lantern-2031:I.1.1规定'],
    ['| a |\n|---|\n| [@xx-lantern-2031:I] |', 'policyKey: @xx-lantern-2031:I'],
    ['A note[^1].\n\n[^1]: @xx-lantern-2031:I', 'policyKey: @xx-lantern-2031:I'],
    ['---\ntitle: As in @xx-lantern-2031:I\n---\n', 'policyKey: @xx-lantern-2031:I'],
    ['<div>\n\n[@xx-lantern-2031:I]\n\n</div>', 'policyKey: @xx-lantern-2031:I'],
    [
      '> [@xx-lantern-2031, pillar I,\n> sec. 1, action 2]',
      'policyKey: @xx-lantern-2031',
      'policyPlace: pillar I,',
      'policyPlace: sec. 1, action 2',
    ],
  ] as const) {
    test(`${expected.join(' · ')} in ${JSON.stringify(source)}`, () => {
      assert.deepEqual(coloured(source), expected)
    })
  }

  for (const plain of [
    '`[@xx-lantern-2031:I]`',
    '```\n[@xx-lantern-2031:I]\n```',
    '    [@xx-lantern-2031:I]',
    '$[@xx-lantern-2031:I]$',
    '<!-- [@xx-lantern-2031:I] -->',
    '\\@xx-lantern-2031:I',
    '根据@xx-lantern-2031:I',
    'analyst@xx-lantern.org',
  ]) {
    test(`none in ${JSON.stringify(plain)}`, () => {
      assert.deepEqual(coloured(plain), [])
    })
  }

  test('they stand in order, overlap nowhere, and each lies in one line, whatever is written', () => {
    const parts = [
      '[@xx-lantern-2031',
      ', p. 2',
      ', pillar I',
      '\n> sec. 1',
      '; [see @a]',
      '-@b',
      ' ',
      ']',
    ]
    const source = parts
      .flatMap((one) =>
        parts.flatMap((other) => parts.map((third) => `${one}${other}${third}]\n\n`)),
      )
      .join('')
    let end = 0
    for (const { span } of piecesOf(source)) {
      assert.ok(end <= span.start && span.start < span.end)
      assert.doesNotMatch(source.slice(span.start, span.end), /[\r\n]/)
      end = span.end
    }
  })

  test('all that Pandoc reads as a key has a colour', () => {
    const source = '[@a; see @{b}, p. 3], @c [@d], _@e_ 和@f, -@g\n'
    const read = citationsOf(analyseReport(source)).filter(({ form }) => form !== 'glued')
    const keys = piecesOf(source).filter(({ colour }) => colour === 'otherKey')
    assert.equal(keys.length, read.length)
    assert.ok(read.length >= 5)
  })

  test('a long report is looked at in pieces', () => {
    const work = findColours(analyseReport('[@xx-lantern-2031:I]\n\n'.repeat(1000)), corpus)
    let pauses = 0
    while (work.next().done !== true) pauses += 1
    assert.equal(pauses, 20)
  })
})
