import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import commonmarkSpec from 'commonmark-spec'
import fc from 'fast-check'
import { scanBlocks } from '../../../src/core/scan/blocks.ts'
import { maskProse } from '../../../src/core/scan/prose.ts'
import { isMarkable, proseOracle } from '../../support/proseOracle.ts'

/** The offsets of all letters and digits that the scanner takes for prose. */
function scannedProse(source: string): ReadonlySet<number> {
  const { blocks, labels } = scanBlocks(source)
  const prose = new Set<number>()
  for (const block of blocks) {
    const mask = maskProse(source, block, labels) ?? ''
    for (let at = 0; at < mask.length; at += 1) {
      if (isMarkable(mask, at)) prose.add(block.span.start + at)
    }
  }
  return prose
}

/** The source with each letter or digit on which scanner and oracle differ marked: `+` only ours, `-` only the oracle's. */
function differences(source: string): string {
  const ours = scannedProse(source)
  const { prose, notProse } = proseOracle(source)
  const marked = [...Array(source.length).keys()].map((offset) => {
    const character = source.charAt(offset)
    if (ours.has(offset) && notProse.has(offset)) return `«+${character}»`
    if (!ours.has(offset) && prose.has(offset)) return `«-${character}»`
    return character
  })
  const text = marked.join('')
  return text === source ? '' : text
}

/** Where the project decides otherwise than CommonMark with remark's extensions, by the number of the example. */
const decidedOtherwise: ReadonlyMap<number, string> = new Map([])

suite('What is prose', () => {
  for (const { number, markdown, section } of commonmarkSpec.tests) {
    const source = markdown.replaceAll('→', '\t')
    test(`is what remark says of CommonMark example ${number} (${section})`, () => {
      if (decidedOtherwise.has(number)) assert.notEqual(differences(source), '')
      else assert.equal(differences(source), '')
    })
  }
})

/** Pieces of Markdown that touch each other's edges. */
const pieces = [
  ...[
    'a',
    'word ',
    '政策',
    '👩‍💻',
    '𠮷',
    '@key',
    '[@key]',
    'b\n',
    '\n',
    '\n\n',
    '\r\n',
    '  ',
    '    ',
    '\t',
    ' ',
  ],
  ...[
    '> ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '-\n',
    '# ',
    '###### ',
    ' ##',
    '===\n',
    '---\n',
    '***\n',
    ': ',
  ],
  ...[
    '`',
    '``',
    '```\n',
    '~~~ x\n',
    '````\n',
    '$$',
    '$$\n',
    '\\',
    '\\`',
    '\\[',
    '&amp;',
    '*',
    '__',
  ],
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<a href="x">',
    "<i t='",
    '"',
    "'",
    '<!-- ',
    '-->',
    '<?',
    '?>',
    '<!D ',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<div>\n',
    '</div>\n',
    '<x-y z>\n',
    '<script>\n',
    '</script>',
    '<pre>',
    '</pre>\n',
    '<http://x.y>',
    '<a@b.c>',
  ],
  ...[
    '[',
    ']',
    '![',
    '](',
    ')',
    '(',
    '](u)',
    '](<u v>)',
    '](u "t")',
    '[x]',
    '[x][]',
    '[y][x]',
    '[x]: /u\n',
    '[x]: <u> "t"\n',
    '[X]:\n/u\n',
    "'t'\n",
  ],
  ...['| a | b |\n', '|---|\n', '::: note\n', '[!NOTE]\n', '\u00A0', '\u000B', '\u2028', '\u0000'],
]
const documents = fc
  .array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 24 })
  .map((parts) => parts.join(''))

suite('What is prose in generated reports', () => {
  test('is what remark says, in 20,000 of them', () => {
    const { examples } = commonmarkExamples()
    const spliced = fc
      .tuple(fc.constantFrom(...examples), documents, fc.constantFrom(...examples), fc.nat(200))
      .map(([one, piece, other, at]) => one.slice(0, at) + piece + other)
    fc.assert(
      fc.property(fc.oneof(documents, spliced), (source) => {
        assert.equal(differences(source), '')
      }),
      {
        numRuns: Number(process.env['RUNS'] ?? 20_000),
        seed: Number(process.env['SEED'] ?? 20261123),
      },
    )
  })
})

function commonmarkExamples(): { readonly examples: readonly string[] } {
  return { examples: commonmarkSpec.tests.map(({ markdown }) => markdown.replaceAll('→', '\t')) }
}
