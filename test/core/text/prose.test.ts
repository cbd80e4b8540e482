import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { scanBlocks } from '../../../src/core/text/blocks.ts'
import { maskProse } from '../../../src/core/text/prose.ts'
import { citableKeys, shownProse } from './proseOf.ts'

/** Where `@k` is no citation, by what it stands in. */
const hidden: Readonly<Record<string, string>> = {
  'a fence of backticks': '```\n[@k]\n```',
  'a fence of tildes': '~~~ r\n[@k]\n~~~',
  'a longer fence that holds a shorter one': '````\n```\n[@k]\n```\n````',
  'a fence that nothing closes': 'a\n\n```\n[@k]\n\n# [@k]\n',
  'a fence in a list': '- a\n\n  ```\n  [@k]\n\n  [@k]\n  ```',
  'a fence in a quotation': '> ```\n> [@k]\n> ```',
  'a raw fence for one format': '```{=html}\n<b>[@k]</b>\n```',
  'the info string of a fence': '``` [@k]\na\n```',
  'indented code': 'a\n\n    [@k]\n',
  'indented code behind a tab': 'a\n\n\t[@k]\n',
  'indented code in a list': '- a\n\n      [@k]\n',
  'indented code over blank lines': '    a\n\n\n    [@k]\n',
  'a code span': 'a `[@k]` b',
  'a code span over lines': 'a `b\n[@k]\nc` d',
  'a code span over lines of a quotation': '> a `b\n> [@k]` d',
  'a code span of two backticks': 'a ``b ` [@k]`` c',
  'a code span in a heading': '# a `[@k]`',
  'a code span in the text of a link': '[a `@k`](u)',
  'a comment': '<!-- [@k] -->',
  'a comment over paragraphs': '<!--\n\n[@k]\n\n-->',
  'a comment that nothing closes': 'a\n\n<!-- b\n\n[@k]\n',
  'a comment in a line': 'a <!-- [@k] --> b',
  'a comment over lines': 'a <!-- b\n[@k] --> c',
  'the attribute of a tag': 'a <b title="[@k]"> c',
  'the attribute of a block of HTML': '<div title="[@k]">\na\n</div>',
  'an attribute over lines': '<div\n  title="[@k]"\n>\n',
  'a script': '<script>\nlet a = "[@k]"\n\n// [@k]\n</script>',
  'a style sheet': '<style>\n@k { }\n</style>',
  'preformatted text': '<pre>\n[@k]\n\n[@k]\n</pre>',
  'preformatted text in a line': 'a <pre>@k</pre> b',
  'a text area': '<textarea>\n[@k]\n</textarea>',
  'an instruction': '<?php [@k] ?>',
  'a declaration': '<!DOCTYPE [@k]>',
  'a CDATA section': '<![CDATA[ [@k] ]]>',
  'front matter': '---\ntitle: "[@k]"\n---\n',
  'the destination of a link': '[a](https://a.example/@k)',
  'a destination in angle brackets': '[a](<b @k c>)',
  'the title of a link': '[a](b "@k")',
  'the title of an image': '![a](b "@k")',
  'the destination of an image': '![a](b/@k)',
  'the label of a reference': '[a][see @k]\n\n[see @k]: u',
  'a definition': '[a]: https://a.example/@k "@k"',
  'the title of a definition on its own line': "[a]: b\n'@k'",
  'an autolink': '<https://a.example/@k>',
  'an e-mail address in angle brackets': '<a@k.example>',
  'maths in a line': 'a $x_{@k}$ b',
  'maths in a line of two dollars': 'a $$@k$$ b',
  'a block of maths': '$$\n@k\n$$',
}

/** Where `@k` is a citation. */
const citable: Readonly<Record<string, string>> = {
  'a paragraph': 'a [@k] b',
  'the first character': '@k',
  'the cell of a table': '| a | b |\n|---|---|\n| c | [@k] |',
  'a cell with an escaped bar': '| a \\| [@k] | b |\n|---|---|',
  'a footnote': 'a[^1]\n\n[^1]: b [@k]',
  'a footnote of nothing else': 'a[^1]\n\n[^1]: @k',
  'a later paragraph of a footnote': '[^1]: a\n\n    [@k]\n',
  'an inline note': 'a^[b [@k]]',
  'an ATX heading': '## a [@k] ##',
  'a Setext heading': 'a [@k]\n---',
  'a list': '- a\n- [@k]',
  'a nested list behind tabs': '-\ta\n\t- [@k]',
  'a numbered list': '10) a [@k]',
  'a task': '- [ ] a [@k]',
  'a quotation': '> a [@k]',
  'a lazy line of a quotation': '> a\n[@k]',
  'a list in a quotation in a list': '1. > - [@k]',
  'the text of a link': '[a @k](b)',
  'the text of a reference': '[a @k][b]\n\n[b]: u',
  'the description of an image': '![a @k](b)',
  emphasis: '*a [@k]*',
  'strong emphasis': '**[@k]**',
  'a call-out': '> [!NOTE]\n> a [@k]',
  'a fenced division': '::: note\n[@k]\n:::',
  'text between tags': 'a <b>@k</b>',
  'text between block tags': '<div>\n[@k]\n</div>',
  'a cell of an HTML table': '<table><tr><td>[@k]</td></tr></table>',
  'text behind a comment': '<!-- a --> [@k]',
  'text behind an unclosed backtick': 'a ` b [@k]',
  'text behind an escaped backtick': 'a \\`[@k]\\` b',
  'text behind a less-than sign': 'a < b [@k]',
  'text between amounts of money': 'from $5 [@k] to $10',
  'the line after a thematic break': '***\n[@k]',
  'a label that would define': '[@k]: u',
  'a line indented behind a paragraph': 'a\n    [@k]',
}

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
    const block = blocks.at(0)
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
