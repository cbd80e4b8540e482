import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { placeAt, type PlaceKind } from '../../../src/core/markdown/prose.ts'

/** What the place of the caret `|` is. */
function placeAtCaret(marked: string): PlaceKind {
  const offset = marked.indexOf('|')
  const source = marked.slice(0, offset) + marked.slice(offset + 1)
  return placeAt(source, scanBlocks(source), offset)
}

/** Reports with a caret, by what its place is. */
const places: Readonly<Record<PlaceKind, readonly string[]>> = {
  prose: [
    '|',
    'a @|',
    '|`a`',
    '`a`|',
    '\n|\n',
    'a\n|',
    'a\n\n|\n\nb',
    '# @|',
    '$$\n@|',
    '<!-- a\n\n@|',
    '$$\na\n\n@|\n\n$$',
    '- @|',
    '- |',
    '> @|',
    '[@|](u)',
    '![@|](u)',
    '[a](u)|',
    '[@|',
    '[a @|; b]',
    '<b>@|</b>',
    '<div>\n@|\n</div>',
    'a < b @|',
    'a <b> @|',
    '`a` and @|',
    'a ` b\n@|',
    '\\`@|',
    'costs $5 @|',
    '[a](b) @|',
    '[a](b @|',
    '[a] (@|',
    '- a\n\n    @|',
    '```\na\n```\n|',
    '```r\na\n\n@|',
    '```r\na\n\n|',
    '```\n\n> @|',
    'a\n\n---\nb: @|',
    '---\na: @|\n---\n',
    'a\n\n---\nb: @|\n---\n',
    '> ```\n> a\n|',
    '---\na: b\n---\n|',
    '---\na: b|\n---\n',
    '---\na: "b|c"\n---\n',
    "---\na: '|b'\n---\n",
    '---\n- a: >\n    b\n    |c\n---\n',
    '***\n@|',
    '---\n\n@|',
    'me@a.example @|',
    '    a\n\n|',
  ],
  frontMatter: [
    '---\na|: @\n---\n',
    '---\n|\n---',
    '---\na: @|',
    '---\na: b\nc: |\n\n# d',
    'a\n\n---\nb|: @\n---\n',
    '---\r|',
  ],
  code: [
    '```\n@|\n```',
    '```\n|',
    '```\na\n|',
    '- ```\n  a\n|',
    '```r\na\n@|',
    '> ~~~ {.r}\n> a|',
    '```r\r\na\r\n|',
    'a\n```r |',
    '    @|',
    'a\n\n    @|',
    '    a\n|\n    b',
    '`@|`',
    '`a\n@|`',
    '``a ` @|``',
    'a `@|',
    'a `b @|c',
    '`x|`',
  ],
  html: [
    '<!-- @| -->',
    '<!-- a\n\n@| -->',
    'a <!-- b\n\n@|\n\n-->',
    'a <!-- @|',
    '<b title="@|">',
    'a <b title="@|',
    '<script>\n@|\n</script>',
    '<style>\n@|',
    '<pre>@|</pre>',
  ],
  tex: [
    'a \\footnote{See @|.}',
    'a \\footnote{See @|',
    'a \\cite[see][@|]{b}',
    'a \\textcolor{red}{@|',
    '\\begin{align}\n@|\n\\end{align}',
  ],
  maths: ['$x @|$', '$$\n@|\n$$', 'a\n$$\n- @|\n$$ {#eq-a}', 'a $$x @|$$'],
  linkDestination: [
    '[a](@|)',
    '[a](https://a.example/@|',
    '[a](<b @|',
    '[a](b "@|")',
    '[a](b "c @|',
    '![a](b/@|',
    '[a][b|b]\n\n[bb]: u',
  ],
  attributes: ['[a](b){c="@|"}', '[a]{.|b}', '![](a.png){fig-alt="@|"}'],
  definition: ['[a]: @|', '[a]: b "@|"', '[a|]: b'],
  autolink: ['<https://a.example/@|>', 'a <https://a.example/@|', '<me@|', '<me@a.ex|ample>'],
}

suite('The place of a caret', () => {
  for (const [place, reports] of Object.entries(places)) {
    for (const report of reports) {
      test(`is ${place} in ${JSON.stringify(report)}`, () => {
        assert.equal(placeAtCaret(report), place)
      })
    }
  }

  test('is known at every offset of a report, also within characters and line breaks', () => {
    const source = '\uFEFFa\r\n> 𠮷 `b`\r\n\r\n```\r\n\uD83D\r\n'
    const blocks = scanBlocks(source)
    for (let offset = 0; offset <= source.length; offset += 1) {
      assert.ok(Object.keys(places).includes(placeAt(source, blocks, offset)))
    }
  })
})

test('front matter that is still being typed is known with any line ends', () => {
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const source = ['---', 'title: x', 'bibliography: '].join(lineEnd)
    assert.equal(placeAt(source, scanBlocks(source), source.length), 'frontMatter')
    const text = ['---', 'title: x', '', 'Text'].join(lineEnd)
    assert.equal(placeAt(text, scanBlocks(text), text.length), 'prose')
  }
})

/** For each place of a caret in `source` a letter: `.` for prose, else the first of its kind. */
function placesIn(source: string): string {
  const blocks = scanBlocks(source)
  return Array.from({ length: source.length + 1 }, (_, offset) => {
    const place = placeAt(source, blocks, offset)
    return place === 'prose' ? '.' : place.charAt(0)
  }).join('')
}

suite('All places of a caret:', () => {
  const examples: Readonly<Record<string, readonly (readonly [source: string, places: string])[]>> =
    {
      'a block of code or of a definition reaches from its first character to behind its last': [
        ['```\na\n```\nb', 'cccccccccc..'],
        ['[a]: b\n\nc', 'ddddddd...'],
        ['a\n\n    b\n\nc', '...cccccc...'],
        ['a\n\n---\n\n::: b\n', '...............'],
      ],
      'at the edges of what is no prose, the caret stands outside': [
        ['a `b` c', '...cc...'],
        ['<!-- a --> b', '.hhhhhhhhh...'],
        ['<a@b.c> d', '.aaaaaa...'],
        ['$a$ b', '.mm...'],
        ['\\a{b} c', '.tttt...'],
        ['<b c="d"> e', '.hhhhhhhh...'],
        ['[a](b "c")', '....lllll..'],
        ['`a`{.b c=d}', '.cccccccccc.'],
        ['# a `b`\n', '.....cc..'],
        ['> `a`\n> b', '...cc.....'],
      ],
      'what is begun counts as finished to the end of its line': [
        ['a `b\nc `d', '...ccccccc'],
        ['a `b\nc', '...cc..'],
        ['a\n``\nb', '...cc..'],
        ['[a](b c', '....ll..'],
        ['[a](<b c', '....lllll'],
        ['![a](b', '.....ll'],
        ['a (b](c "d', '......ll.ll'],
        ["a (b](c 'd", '......ll.ll'],
        ['a <b c="d', '........hh'],
        ["a <b c='d", '........hh'],
        ['a <!-- b\nc', '......hhh..'],
        ['a <ab:c d', '......aa..'],
        ['a <b@c d', '.....aa..'],
        ['a \\b{c {d} e', '.....ttt..ttt'],
        ['a \\b[c]{d', '...tttt.tt'],
        ['a \\b*{c', '......tt'],
      ],
      'an escaped mark and a lone dollar begin nothing': [
        ['\\`a b', '......'],
        ['a \\<!-- b', '..........'],
        ['a \\<b c="d', '...........'],
        ['a $b c', '.......'],
      ],
      'a fence that nothing closes is code as far as to a blank line': [
        ['```\na\n\nb', '.cccccc..'],
        ['a\n~~~ b\nc\n\nd', '.....cccccc..'],
        ['> ```\n> a\n>\n\nb', '...ccccccc.....'],
      ],
      'front matter that nothing closes reaches as far as to a blank line': [
        ['---\na: b\nc', '....fffffff'],
        ['---\n\na', '....f..'],
        ['----\na: b', '..........'],
        ['a\n---\nb', '........'],
      ],
      'an HTML block is prose between its tags, but not in verbatim elements': [
        ['<pre>a\n', '.hhhhhhh'],
        ['<div>\na\n</div>', '.hhhh....hhhhh.'],
      ],
      'a block that only a line of its own closes reaches to the end, but not out of its quotation':
        [
          ['<pre>\n\n', '.hhhhhhh'],
          ['- <pre>\n\n\n', '...hhhhhhhh'],
          ['> <pre>\n> a\n\n', '...hhhhhhhhh..'],
          ['> <pre>\n> a\n', '...hhhhhhhhh.'],
        ],
    }
  for (const [rule, reports] of Object.entries(examples)) {
    test(rule, () => {
      for (const [source, places] of reports) assert.equal(placesIn(source), places, source)
    })
  }
})
