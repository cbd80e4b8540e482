import { remarkProse, allDeviations } from './remarkOracle.ts'
import { decidedByPandoc } from './decidedByPandoc.ts'

/** A rule of CommonMark, and the pieces of text of which every short sequence follows it. */
interface Scope {
  readonly rule: string
  readonly pieces: readonly string[]
  /** How many pieces a sequence has at most. */
  readonly most: number
  /** What stands around the sequence, `…` for the sequence. */
  readonly around: readonly string[]
}

/** A short report. */
export class Sample {
  readonly source: string
  #prose: Uint8Array | undefined

  constructor(source: string) {
    this.source = source
  }

  /** What remark takes for prose in it. */
  get prose(): Uint8Array {
    this.#prose ??= remarkProse(this.source, allDeviations)
    return this.#prose
  }
}

const scopes: readonly Scope[] = [
  {
    rule: 'a label has at most 999 characters (section 6.3)',
    pieces: ['a', ' '],
    most: 2,
    around: ['[…b]: u', '[c][…b]\n\n[…b]: u', '[^…b]: c\n\n    d'].map((frame) =>
      frame.replaceAll('b', 'b'.repeat(997)),
    ),
  },
  {
    rule: 'labels match but for case and blanks (section 6.3)',
    pieces: ['ẞ', 'ss', ' ', '\n', 'b'],
    most: 3,
    around: ['[a][…]\n\n[SS]: u', '[a][…]\n\n[ b\tSS ]: u', '[a][…b]\n\n[bb]: u'],
  },
  {
    rule: 'parentheses nest 32 deep in a destination, and without end in that of a definition (section 6.3)',
    pieces: ['(b)', '((b))', '(b'],
    most: 1,
    around: ['[a](|…|)', '[a]: |…|'].map((frame) => {
      const [before = '', middle = '', after = ''] = frame.split('|')
      return before + '('.repeat(31) + middle + ')'.repeat(31) + after
    }),
  },
  {
    rule: 'a destination stands in angle brackets or has balanced parentheses and no blanks (section 6.3)',
    pieces: ['b', '(', ')', '<', '>', ' ', '"', '\\', '\n'],
    most: 2,
    around: ['[a](…)', '[a](<b…c>)', '[a](b…c)'],
  },
  {
    rule: 'what nothing closes is no destination, whatever stands before it (section 6.3)',
    pieces: ['b', '(', '<', ' ', '"', ')'],
    most: 2,
    around: ['é) [a](…c', 'é) [a](b …c', ')) [a](…)', '[:]:u\n[…]', '[:…', '[:[…'],
  },
  {
    rule: 'a title is parted from its destination by blanks, and ends with what it began with (section 6.3)',
    pieces: ['"', "'", '(', ')', '\\', 'c', '\n'],
    most: 2,
    around: ['[a](b …)', '[a](<b>…)', '[a](b "…")', '[a](b (…)', '[a]: b …\n\n[c][a]'],
  },
  {
    rule: 'a definition ends with its line, or with that of its title (section 4.7)',
    pieces: ['b', '<', '>', ' ', '\n', '"c"', '"', '(', '\r\n'],
    most: 2,
    around: ['[a]:…\n\n[c][a]', '[a]: …\n[d]: e\nf', '[a]: b…', ' [a]:\n…'],
  },
  {
    rule: 'definitions stand at the beginning of a paragraph, in all containers (section 4.7)',
    pieces: ['[a]: u\n', '[b]:\n', 'v\n', '"t"\n', '> ', '- ', '\n', '===\n', 'c\n', '  '],
    most: 2,
    around: ['…\n[d][a] [e][b]', '[c]: w\n…\n[d][a]'],
  },
  {
    rule: 'a label holds no bracket that is not escaped, and something that is not blank (section 6.3)',
    pieces: ['[', ']', '\\', 'a', ' ', '\n', 'A'],
    most: 2,
    around: ['[…]: u\n\n[b][a]', '[b][…]\n\n[a]: u', '[…](b)', '[:[…: c', '[\\[…]: u'],
  },
  {
    rule: 'a link holds no link, an image may, and brackets are matched from within (section 6.3, 6.4)',
    pieces: ['[', ']', '![', '](u)', '][a]', 'a'],
    most: 3,
    around: ['[…](b)\n\n[a]: u', '![…][a]\n\n[a]: u'],
  },
  {
    rule: 'a tag has a name, attributes with values or none, and an end (section 6.6)',
    pieces: [' ', 'b', '=', '"', "'", '/', '>', '\n', '1', '_', '-', '`', '<', ':', '.'],
    most: 2,
    around: ['a <c…>d', 'a <c …d', 'a <c d=…>e', "a <c d='…", 'a </c…>d'],
  },
  {
    rule: 'comments, instructions, declarations and sections end with their own signs (section 6.6)',
    pieces: ['<!', '<!-', '-', '->', '-->', '>', '<?', '?>', '<![CDATA[', ']]>', 'x', ']'],
    most: 2,
    around: ['a …\nb', '->a <!…b', 'a <!--…b -->'],
  },
  {
    rule: 'an address has a scheme and no blank, an e-mail address a domain of labels (section 6.5)',
    pieces: ['a', 'b1', ':', ' ', '>', '<', '+', '.', '-', '\n', '1', '@', '_'],
    most: 2,
    around: ['<…>', '<a…:b>c', '<b@c…>d', '<…@b>c', '<a@b.…>', '<ab:…'],
  },
  {
    rule: 'code ends with as many backticks, which bind tighter than all else (section 6.1)',
    pieces: ['`', '``', 'a', '\\', '[', '](b)', '<c d="', '">', '\n'],
    most: 3,
    around: ['…'],
  },
  {
    rule: 'a backslash escapes punctuation and nothing else (section 2.4)',
    pieces: ['\\', '`', '[', '](b)', '<c>', 'a', '!'],
    most: 3,
    around: ['…', '[a…](b)'],
  },
  {
    rule: 'lines are headings, breaks, underlines, code or text (section 4)',
    pieces: [
      ...['\n', 'a\n', '# a\n', '#a\n', '---\n', '-- -\n', '===\n', '=\n', '    a\n', '   # b\n'],
      ...['***\n', '* * a\n', '\ta\n', '####### c\n', '#\n', '_ _ _\n', '= =\n', '    ---\n'],
    ],
    most: 2,
    around: ['…', '…a\n    b'],
  },
  {
    rule: 'a fence is closed by one as long, less than four columns in (section 4.5)',
    pieces: [
      ...['```\n', '````\n', '~~~\n', ' ```\n', '    ```\n', 'a\n', '\n', '``` b\n', '``\n'],
      ...['```b`\n', '``` \t\n'],
    ],
    most: 2,
    around: ['…', 'a\n```\n…```\nb', '> ~~~ c\n> …~~~~\n'],
  },
  {
    rule: 'an HTML block ends with a blank line or its own sign (section 4.6)',
    pieces: [
      ...['<div>\n', '</div>\n', '<pre>\n', 'a </pre> b\n', '<!-- a\n', '--> b\n', '<a b="c">\n'],
      ...['\n', 'a\n', '<b> a\n', '<?x\n', '?> d\n', '<!X a\n', '<hr/>\n', '<script\n', '> e\n'],
    ],
    most: 2,
    around: ['…', '…a\n\n    b', 'a\n…# b'],
  },
  {
    rule: 'only some tags begin an HTML block, and only at the end of their name (section 4.6)',
    pieces: ['p', 'pre', 'x', ' ', '>', '/', '/>', '\t', '!', '?', '-', '[CDATA[', '"', 'h1'],
    most: 2,
    around: ['<…\n    a', 'a\n<…\n# b\n\n    c', '</…\n    a'],
  },
  {
    rule: 'an element that HTML makes a block begins one within a paragraph (section 4.6, condition 6)',
    pieces: (
      'address base blockquote center col dd dialog dl figcaption form frame h6 head iframe legend ' +
      'link main menuitem nav ol option p param search summary table tbody th title ul b span x'
    ).split(' '),
    most: 1,
    around: ['a `c\n<…>\nd`', 'a `c\n</…>\nd`'],
  },
  {
    rule: 'what stands in a container is as far in as its marker wants (section 5)',
    pieces: ['> ', '- ', '1. ', '2) ', '+', '    ', ' ', 'a', '\n', '\n\n'],
    most: 3,
    around: ['…b'],
  },
  {
    rule: 'lines go on with containers, or lazily with a paragraph (section 5)',
    pieces: [
      ...['> a\n', '- a\n', '  b\n', '    c\n', 'd\n', '\n', '> \n', '-\n', '      e\n', '1. f\n'],
      ...['2. g\n', '> - h\n', '- > i\n', '---\n', '# j\n', '> ```\n', '<div>\n', '10) k\n'],
    ],
    most: 2,
    around: ['…', '> - l\n…', '-\n\n…'],
  },
  {
    rule: 'a tab goes to the next stop of four columns (section 2.2)',
    pieces: ['\t', ' ', '- ', '-', '>', '> ', 'a\n', '1.'],
    most: 3,
    around: ['…b'],
  },
  {
    rule: 'a note has a label without blanks, and holds what is four columns in (GFM)',
    pieces: ['[^', 'a', ']', ']:', ' ', 'b', '\n', '    ', '\\', '['],
    most: 2,
    around: ['[^…\n\n[^a]: c', '[^a…: b\n\n[^a]', '[^a]…\n\n[^a]: c', 'a\n[^b]: c…\n\n    d'],
  },
]

/** All sequences of `pieces`, of one to `most`. */
function sequences(pieces: readonly string[], most: number): readonly string[] {
  const shorter = most === 1 ? [''] : sequences(pieces, most - 1)
  const longest = shorter.flatMap((begun) => pieces.map((piece) => begun + piece))
  return [...new Set([...shorter, ...longest])]
}

/** Every short report of the pieces of a rule, of those that Pandoc does not read otherwise than remark. */
export const samplesByRule: ReadonlyMap<string, readonly Sample[]> = new Map(
  scopes.map(({ rule, pieces, most, around }) => [
    rule,
    around.flatMap((frame) =>
      sequences(pieces, most)
        .map((sequence) => frame.replace('…', () => sequence))
        .filter((source) => !decidedByPandoc.some(({ pattern }) => pattern.test(source)))
        .map((source) => new Sample(source)),
    ),
  ]),
)
