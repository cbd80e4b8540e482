import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { maskProse } from '../../../src/core/markdown/prose.ts'
import { citable, hidden } from './placesOfKeys.ts'
import { citableKeys, shownProse } from './proseOf.ts'

suite('What is prose', () => {
  for (const [place, source] of Object.entries(hidden)) {
    test(`case 33: no citation in ${place}`, () => {
      assert.deepEqual(citableKeys(source), [])
    })
  }

  for (const [place, source] of Object.entries(citable)) {
    test(`case 34: a citation in ${place}`, () => {
      assert.deepEqual(citableKeys(source), ['k'])
    })
  }

  test('a definition makes no link of a citation: [@k] stays prose with its brackets', () => {
    const source = '[@k] and [t][@k] and [@k][]\n\n[@k]: https://a.example\n'
    assert.equal(shownProse(source), source)
  })

  test('a reference needs its definition, wherever that stands and however it is written', () => {
    assert.equal(shownProse('[a][see @k]'), '[a][see @k]')
    assert.equal(shownProse('[a][See\n  @K]\n\n> [see @k]: u'), '[a][···\n····]\n\n·············')
  })

  test('a link within a link makes the outer one none', () => {
    assert.equal(shownProse('[a [b](c) d](@k)'), '[a [b](·) d](@k)')
    assert.equal(shownProse('![a [b](c) d](@k)'), '![a [b](·) d](··)')
  })

  test('code, tags and autolinks bind tighter than links', () => {
    assert.equal(shownProse('[a `](@k)`'), '[a ·······')
    assert.equal(shownProse('[a <b c="](@k)">'), '[a ·············')
    assert.equal(shownProse('[a <ab:](@k)>'), '[a ··········')
  })
})

suite('The mask of a block', () => {
  test('has the length of the block, line breaks and spaces for the markers of containers', () => {
    const source = '> 1. a `b`\r\n>    c [d](e)\r\n'
    const blocks = scanBlocks(source)
    const [block] = blocks
    assert.ok(block !== undefined)
    assert.deepEqual(block.span, { start: 0, end: source.length - 2 })
    assert.equal(
      maskProse(source, block, blocks.definitions),
      '     a \uFFFC\uFFFC\uFFFC\r\n     c [d](\uFFFC)',
    )
  })

  test('takes markers away behind definitions too', () => {
    assert.equal(shownProse('> [a]: b\n> c @k'), '········\n  c @k')
  })

  test('is all U+FFFC for a block without prose', () => {
    assert.equal(shownProse('```\na\n```\n\n---\n'), '···\n·\n···\n\n···\n')
  })
})

suite('Offsets in the mask', () => {
  const before = {
    'an emoji': '政策👩‍💻é é',
    'a character beyond the first plane': '𠮷𠮷',
    'a lone surrogate': '\uD83D\uDE00\uD83D x \uDC00',
    'a tab': 'a\tb',
    'writing from right to left': 'שלום \u202E',
    'a line separator': 'a\u2028b\u2029c',
    'a vertical tab and a form feed': 'a\u000Bb\u000Cc',
    'a null character': 'a\u0000b',
    'a byte order mark': '\uFEFFa',
    'another byte order mark': 'a\uFEFF\uFEFF',
  }
  const numbers: Readonly<Record<string, number>> = { 'a lone surrogate': 39, 'a tab': 40 }
  for (const [what, text] of Object.entries(before)) {
    const number = numbers[what] ?? (/emoji|plane/.test(what) ? 38 : 40)
    test(`case ${String(number)}: are exact in UTF-16 units behind ${what}`, () => {
      for (const prefix of ['', '> ', '-\t', '\t> '.trimStart()]) {
        const source = `${text}\n\n${prefix}${text} [@k] \`@l\``
        const blocks = scanBlocks(source)
        const block = blocks.around(source.indexOf('@k'))
        assert.ok(block !== undefined)
        const mask = maskProse(source, block, blocks.definitions)
        assert.equal(mask.indexOf('@k') + block.span.start, source.indexOf('@k'))
        assert.equal(mask.lastIndexOf('@'), mask.indexOf('@'))
      }
    })
  }

  test('case 40: line separators and vertical tabs end no line', () => {
    assert.deepEqual(citableKeys('a\u2028    [@k]'), ['k'])
    assert.deepEqual(citableKeys('a\u000B\u000B```\n[@k]'), ['k'])
  })

  test('case 36: every citation is found among 1,000 on a line and 20,000 in a report', () => {
    assert.equal(citableKeys('[@k] '.repeat(1000)).length, 1000)
    assert.equal(citableKeys('- a [@k] `@l`\n\n'.repeat(20_000)).length, 20_000)
  })
})
