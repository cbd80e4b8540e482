import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findMetadataStrings } from '../../../src/core/markdown/pandocBlocks/metadata.ts'
import { scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { placeAt, plainStringAround } from '../../../src/core/markdown/prose.ts'

/** The strings of the metadata whose lines are `yaml`, each behind the first letter of its form. */
function stringsOf(yaml: string): readonly string[] {
  const metadata = `---\n${yaml}\n---`
  return findMetadataStrings(metadata).map(({ text, offsets, scalar }) => {
    assert.equal(offsets.length, text.length)
    assert.ok(offsets.every((offset, at) => offset >= (offsets[at - 1] ?? 0)))
    return `${scalar.form.charAt(0)} ${text}`
  })
}

/** By the rule of YAML 1.2 that they follow: lines of metadata, and the strings in them. */
const strings: Readonly<
  Record<string, readonly (readonly [yaml: string, ...strings: string[]])[]>
> = {
  'a plain value stands behind a colon and a blank (7.3.3)': [
    ['a: b', 'p b'],
    ['a : b', 'p b'],
    ['a:\tb', 'p b'],
    ['a__b: c', 'p c'],
    ['a b: c', 'p c'],
    ['a: http://x.y', 'p http://x.y'],
    ['a:b: c', 'p c'],
    ['a: b,c\nd[e]: f', 'p b,c', 'p f'],
    ['  a: b\n  c: d', 'p b', 'p d'],
  ],
  'a comment begins behind a blank (6.6)': [
    ['a: b # c', 'p b'],
    ['a: b\t# c', 'p b'],
    ['a: b#c', 'p b#c'],
    ['# c\na: b', 'p b'],
    ['  # c: d\na: b', 'p b'],
    ['a: # c\n  b', 'p b'],
    ['a: "b" # c', '" b'],
  ],
  'a plain value goes on in lines that are further in, folded into one (7.3.3)': [
    ['a: b\n  c', 'p b c'],
    ['a: b\n  c\n  d\ne: f', 'p b c d', 'p f'],
    ['a: b\n\n  c', 'p b\nc'],
    ['a: b\n\n\n  c', 'p b\n\nc'],
    ['a: b\n\nc: d', 'p b', 'p d'],
    ['a:\n  b', 'p b'],
    ['a:\n\n  b', 'p b'],
    ['- b\n  c\n- d', 'p b c', 'p d'],
    ['a:\n  b: c\n    d\n  e: f', 'p c d', 'p f'],
    ['a: b\r\n  c\r\nd: e', 'p b c', 'p e'],
  ],
  'an item stands behind a dash and a blank (8.2.1)': [
    ['- b', 'p b'],
    ['- b\n- c: d\n  e: f', 'p b', 'p d', 'p f'],
    ['-\n  b', 'p b'],
    ['a:\n- b\n- c', 'p b', 'p c'],
    ['a:\n  - b\nc: d', 'p b', 'p d'],
    ['a:\n- - b', 'p b'],
    ['-a: b', 'p b'],
  ],
  'a value that is missing is an empty string where it would stand, unless lines below are its own':
    [
      ['a:', 'p '],
      ['a:\nb: c', 'p ', 'p c'],
      ['a:\n\nb: c', 'p ', 'p c'],
      ['a:\n  b: c', 'p c'],
      ['a:\n\n  b: c', 'p c'],
      ['a:\n- b', 'p b'],
      ['-', 'p '],
      ['-\n- b', 'p ', 'p b'],
      ['-\n  - b', 'p b'],
      ['a:\n b:\nc:', 'p ', 'p '],
    ],
  'a name may be quoted, and hold a colon or a quotation mark then (7.3)': [
    ["'a b': c", 'p c'],
    ['"d: e": f', 'p f'],
    ["'d: e' : f", 'p f'],
    ['"d\\"e": f', 'p f'],
    ['"a" b', '" a'],
  ],
  'a value in double quotation marks has escapes (7.3.1)': [
    ['a: "b"', '" b'],
    ['a: "b\\"c\\\\d\\ne\\tf\\/g"', '" b"c\\d\ne\tf/g'],
    ['a: "b\n  c"\nd: e', '" b c', 'p e'],
    ['a: "b\n\n  c"', '" b\nc'],
    ['a: "b\n\n\n  c"', '" b\n\nc'],
    ['a: "b: c"', '" b: c'],
    ['a: "b\\\\"\nc: d', '" b\\', 'p d'],
    ['a: ""'],
    ['- "b\'c"', '" b\'c'],
  ],
  'a value in single quotation marks has two for one (7.3.2)': [
    ["a: 'b'", "' b"],
    ["a: 'it''s'", "' it's"],
    ["a: 'b\\'\nc: d", "' b\\", 'p d'],
    ["a: 'b\n  c'\nd: e", "' b c", 'p e'],
    ["a: 'b''\n\n  c'''", "' b'\nc'"],
    ["a: 'b \"c'", '\' b "c'],
    ["a: ''"],
  ],
  'a block is literal behind a bar, without the indentation of its first line (8.1)': [
    ['a: |\n  b\n   c\n\n  d\ne: f', 'b b\n c\n\nd', 'p f'],
    ['a: >\n  b\n  c', 'b b\nc'],
    ['a: >-\n    b\n  c', 'b b\nc'],
    ['a: |2 # x\n  b', 'b b'],
    ['a: |+\n\n  b\n', 'b \nb'],
    ['a: |\nb: c', 'p c'],
    ['a: |'],
    ['- |\n  b\n- c', 'b b', 'p c'],
    ['a:\n  b: |\n    # c\n  d: e', 'b # c', 'p e'],
  ],
  'anchors and tags stand before a value (6.9)': [
    ['a: &x b', 'p b'],
    ['a: !t b', 'p b'],
    ['a: !t &y "b"', '" b'],
    ['- &x b', 'p b'],
  ],
  'brackets hold items between commas (7.4)': [
    [
      "a: [b, \"c, d\", 'e''f', g h]",
      ...['i [', 'i b', 'i ,', '" c, d', 'i ,', "' e'f"],
      ...['i ,', 'i g h', 'i ]'],
    ],
    ['a: {b: c}', 'i {', 'i b', 'i :', 'i c', 'i }'],
    ['a: [b @k]', 'i [', 'i b @k', 'i ]'],
    ['a: ["b\\"c"]', 'i [', '" b"c', 'i ]'],
  ],
  'brackets that begin with a citation are text': [
    ['a: [@k]', 'p [@k]'],
    ['a: [-@k, p. 3]', 'p [-@k, p. 3]'],
    ['- [@k]', 'p [@k]'],
  ],
  'Pandoc leaves out fields whose names end with an underscore, and all that belongs to them': [
    ['a_: b\nc_:\n  - d\n\n  - e\nf: g', 'p g'],
    ['"a_": b\nc_ : d\n\'e_\': f'],
    ['a_: |\n  b: c\nd: e', 'p e'],
    ['- a_: b\n  c: d', 'p d'],
  ],
  'lines end with any line break': [
    ['a: b\r\nc: "d\r\n\r\n  e"\r\nf: |\r\n  g', 'p b', '" d\ne', 'b g'],
  ],
}

suite('Strings of metadata', () => {
  for (const [rule, examples] of Object.entries(strings)) {
    test(rule, () => {
      for (const [yaml, ...expected] of examples) {
        assert.deepEqual(stringsOf(yaml), expected, JSON.stringify(yaml))
      }
    })
  }

  test('there are none without a line between those that open and close it', () => {
    for (const metadata of ['---\n---', '---', '---\n']) {
      assert.deepEqual(findMetadataStrings(metadata), [])
    }
  })
})

/** For each place of a caret in `source`: `.` where a citation can be written, `#` in metadata, `c` in code. */
function placesIn(source: string): string {
  const blocks = scanBlocks(source)
  const signs: Readonly<Record<string, string>> = { prose: '.', frontMatter: '#', code: 'c' }
  return Array.from({ length: source.length + 1 }, (_, offset) => {
    return signs[placeAt(source, blocks, offset)] ?? '?'
  }).join('')
}

suite('A citation can be written in metadata', () => {
  const places: Readonly<Record<string, readonly (readonly [source: string, places: string])[]>> = {
    'from the beginning of a plain value to its end': [
      ['---\na: b c\n---\n', '.######....####.'],
      ['---\na:\n- b\n---\n', '.########..####.'],
    ],
    'where a value is missing': [['---\na: \n---\n', '.#####..####.']],
    'within quotation marks, but not within an escape': [
      ['---\na: "b \\" c"\n---\n', '.#######...#...#####.'],
      ['---\na: "b\\\\" # c\n---\n', '.#######..#.#########.'],
      ["---\na: 'b''c'\n---\n", '.#######..#..#####.'],
    ],
    'within a block, but not in its indentation': [
      ['---\na: |\n   b\n    c\n---\n', '.###########..###...####.'],
    ],
    'in lines that go on, but not in their indentation': [
      ['---\na: b\n  c\n---\n', '.######..##..####.'],
      ['---\na: "b\n  c"\n---\n', '.#######..##..#####.'],
    ],
    'below a marker only where the value does not begin with one': [
      ['---\na: @k\n  c\n---\n', '.######...########.'],
      ['---\na: [@k]\n  c\n---\n', '.######.....########.'],
    ],
    'within brackets only where quotation marks stand': [
      ['---\na: [b, "c"]\n---\n', '.###########..######.'],
    ],
    'not in a comment, and not in code': [['---\n# b\na: `c`\n---\n', '.##########.cc.####.']],
  }
  for (const [rule, examples] of Object.entries(places)) {
    test(rule, () => {
      for (const [source, expected] of examples) assert.equal(placesIn(source), expected, source)
    })
  }

  test('with quotation marks around a plain value that begins with what is written', () => {
    const quoted = (source: string): readonly string[] => {
      const blocks = scanBlocks(source)
      return Array.from({ length: source.length }, (_, offset) => {
        const span = plainStringAround(source, blocks, { start: offset, end: offset })
        return span === undefined ? '' : `${offset} ${source.slice(span.start, span.end)}`
      }).filter((text) => text !== '')
    }
    assert.deepEqual(quoted('---\na: b c\n---\n'), ['7 b c'])
    assert.deepEqual(quoted('---\na:  b\n---\n@k'), ['8 b'])
    assert.deepEqual(quoted('---\na: @k\n---\n'), ['7 @k', '8 @k', '9 @k'])
    assert.deepEqual(quoted('---\na: -@k\n---\n'), ['7 -@k', '8 -@k', '9 -@k', '10 -@k'])
    assert.deepEqual(quoted('---\na: "b"\nc: [d]\n---\n'), [])
    assert.deepEqual(quoted('a\n\n---\nb: c\n---\n'), ['10 c'])
    assert.deepEqual(quoted('a: b\n'), [])
  })
})
