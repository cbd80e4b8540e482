import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { commentsIn, maskProse, rawTexIn, readProse } from '../../../src/core/markdown/prose.ts'
import { pandocRules } from './pandocRules.ts'
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

  test('an exclamation mark before a reference to a note makes no image of it', () => {
    assert.equal(shownProse('a ![^b] c\n\n[^b]: d'), 'a ![^·] c\n\n      d')
    assert.equal(shownProse('![^`b`] c\n\n[^`b`]: d'), '![^···] c\n\n        d')
    assert.equal(shownProse('`a` ![^[b] c\n\n[^b]: d'), '··· ![^[b] c\n\n      d')
    assert.equal(shownProse('![^b](c) ![^e]\n\n[^b]: d'), '![^b](·) ![^e]\n\n      d')
  })

  test('a link without a destination is one', () => {
    assert.equal(shownProse('[a]( ) [b]()c'), '[a](·) [b]()c')
    assert.equal(shownProse('[a]( ){b=c} []( )'), '[a](·){···} [](·)')
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

suite('What is prose, by the rules of Pandoc', () => {
  for (const [rule, reports] of Object.entries(pandocRules)) {
    test(rule, () => {
      for (const [source, ...keys] of reports) {
        assert.deepEqual(citableKeys(source), keys, JSON.stringify(source))
      }
    })
  }
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

/** What `spansIn` finds in each block of `source`. */
function foundIn(source: string, spansIn: typeof commentsIn): readonly string[] {
  const blocks = scanBlocks(source)
  return Array.from(blocks).flatMap((block) =>
    spansIn(source, block, blocks.definitions).map(({ start, end }) => source.slice(start, end)),
  )
}

suite('Comments of a block', () => {
  test('are those that HTML reads, closed on its lines', () => {
    assert.deepEqual(foundIn('a <!-- b --> c <!-- d\ne -->', commentsIn), [
      '<!-- b -->',
      '<!-- d\ne -->',
    ])
    assert.deepEqual(foundIn('# a <!-- b -->\n\n> <!-- c -->\n', commentsIn), [
      '<!-- b -->',
      '<!-- c -->',
    ])
    assert.deepEqual(foundIn('<div>\n<!-- a --> b\n', commentsIn), ['<!-- a -->'])
  })

  test('are not those in code, maths, TeX, tags, destinations or metadata', () => {
    for (const source of [
      '`<!-- a -->`',
      '$<!-- a -->$',
      '\\b{<!-- a -->}',
      '<b c="<!-- a -->">',
    ]) {
      assert.deepEqual(foundIn(source, commentsIn), [])
    }
    assert.deepEqual(foundIn('```\n<!-- a -->\n```\n\n---\nb: <!-- a -->\n---\n', commentsIn), [])
    assert.deepEqual(foundIn('a <!-- b\n\n<!DOCTYPE c>', commentsIn), [])
  })

  test('stand in their cells', () => {
    const table = '| a `b | <!-- c --> |\n|---|---|\n| ` | <!-- d --> <!-- e --> |\n'
    assert.deepEqual(foundIn(table, commentsIn), ['<!-- c -->', '<!-- d -->', '<!-- e -->'])
    assert.deepEqual(foundIn('| `a\n| <!-- b -->` <!-- c\n', commentsIn), ['<!-- b -->'])
  })
})

suite('Raw TeX of a block', () => {
  test('is its commands with arguments and its environments', () => {
    assert.deepEqual(foundIn('a \\b{c} \\d `\\e{f}`\n\n- \\begin{g}h\\end{g}', rawTexIn), [
      '\\b{c}',
      '\\begin{g}h\\end{g}',
    ])
    assert.deepEqual(foundIn('<div>\n\\a{b}\n\n# \\c{d}\n', rawTexIn), ['\\a{b}', '\\c{d}'])
  })

  test('is in no code and no metadata', () => {
    assert.deepEqual(
      foundIn('```\n\\a{b}\n```\n\n    \\a{b}\n\n---\na: \\b{c}\n---\n', rawTexIn),
      [],
    )
    assert.deepEqual(foundIn('a [b](c)\n', rawTexIn), [])
  })
})

/** The parts of the blocks of `source`, each behind where it begins. */
function partsOf(source: string): readonly string[] {
  const blocks = scanBlocks(source)
  return Array.from(blocks).flatMap((block) =>
    readProse(source, block, blocks.definitions).parts.map(
      ({ start, text }) => `${block.span.start + start} ${text.replaceAll('\uFFFC', '·')}`,
    ),
  )
}

suite('The parts of a block that no citation group leaves', () => {
  test('are the whole of text that runs on', () => {
    assert.deepEqual(partsOf('a @k\n[b](c)\n\n# `d`\n'), ['0 a @k\n[b](·)', '13 # ···'])
    assert.deepEqual(partsOf('<div>\n@k'), ['0 ·····\n@k'])
  })

  test('are the strings of metadata that hold a marker, block by block', () => {
    assert.deepEqual(partsOf('---\na: b @k\nc: d\ne: |\n  f\n\n  @j `g`\n---\n'), [
      '7 b @k',
      '24 f',
      '29 @j ···',
    ])
    assert.deepEqual(partsOf('---\na: "b\\n@k"\n---\n'), ['8 b \n@k'])
    assert.deepEqual(partsOf('---\na: b\n  @k\n---\n'), ['7 b   @k'])
  })

  test('are the cells of a table and the lines of a line block', () => {
    assert.deepEqual(partsOf('| a @k | b |\n|---|---|\n| @j | `c |\n'), [
      '1  a @k ',
      '24  @j ',
      '29  `c ',
    ])
    assert.deepEqual(partsOf('| a @k\n|   b\n| @j\n  @i\n'), ['2 a @k', '15 @j\n  @i'])
  })

  test('are the blocks in the cells of a grid', () => {
    assert.deepEqual(partsOf('+----+----+\n| @k | a  |\n|    | @j |\n+----+----+\n'), [
      '14 @k ',
      '19 a  \n        @j ',
    ])
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
})
