import assert from 'node:assert/strict'
import { test } from 'node:test'
import commonmark from 'commonmark-spec'
import fc from 'fast-check'
import { cutAtHeadings } from '../../../src/core/corpusFile/body/bodyPieces.ts'
import {
  readBody,
  spanOfNode,
  type BodyBlock,
} from '../../../src/core/corpusFile/body/bodySections.ts'
import type { CorpusFile } from '../../../src/core/corpusFile/corpusFile.ts'
import { decodeCorpusFile } from '../../../src/core/corpusFile/decodeCorpusFile.ts'
import { parseCorpusFile } from '../../../src/core/corpusFile/parseCorpusFile.ts'
import { placeOf, sourceText } from '../../../src/core/corpusFile/source/sourceText.ts'
import {
  headingText,
  parseBlocks,
  plainText,
} from '../../../src/core/corpusFile/source/plainText.ts'
import { TroubleLog } from '../../../src/core/corpusFile/source/troubleLog.ts'
import { sliceSpan, type Span } from '../../../src/core/text/span.ts'
import { readFixture } from '../../support/fixtureLibrary.ts'

const runs = { numRuns: 300 }

/** Bits that matter to the reader, and a few that hurt. */
const bit = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '    ',
      '---\n',
      '...\n',
      '# ',
      '## ',
      '#\n',
      '###### ',
    ],
    ...['{#I.1}', '{#I.2 kind=section page=3-4}', '{#', '}', '{', ' kind=', ' page=4-3', '="', '"'],
    ...[
      '- lead: OSTP\n',
      '- ',
      '  - ',
      '1. ',
      '> ',
      'zh-Hans: 甲',
      ': ',
      ';',
      '；',
      '：',
      'same-as: a:b',
    ],
    ...[
      '```\n',
      '~~~\n',
      '<!--',
      '-->',
      '<div>\n',
      '<pre>',
      '</pre>',
      '<b>',
      '===\n',
      '![a](b)',
      '[a][b]',
    ],
    ...[
      '*',
      '_',
      '`',
      '\\',
      '&amp;',
      '𠮷',
      '👩‍💻',
      'e\u0301',
      '\u202E',
      '\uD800',
      '\0',
      '\u2028',
      '\uFEFF',
    ],
    ...['id: p\n', 'type: register\n', 'type: plan\n', 'title: [', '*a', '&a ', '!!int ', '<<: '],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const bits = fc.array(bit, { maxLength: 40 }).map((parts) => parts.join(''))

/** A good file with random bits put in, or in the place of others. */
const mutated = fc
  .array(fc.record({ at: fc.nat(4000), length: fc.nat(30), text: bits }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((cuts) =>
    cuts.reduce(
      (text, { at, length, text: put }) =>
        text.slice(0, at % text.length) + put + text.slice((at % text.length) + length),
      readFixture('lantern-plan.md').text,
    ),
  )

const anyFile = fc.oneof(
  bits,
  mutated,
  bits.map((body) => `---\nid: p\ntype: plan\ntitle: P\n---\n${body}`),
  bits.map((head) => `---\n${head}\n---\n# M {#1}\n`),
)

test('the reader never throws, and what it gives holds together', () => {
  fc.assert(
    fc.property(anyFile, (text) => {
      checkFile(text, parseCorpusFile(text, 'x.md'))
    }),
    runs,
  )
})

test('the reader never throws on any bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    anyFile.map((text) => new TextEncoder().encode(text)),
  )
  fc.assert(
    fc.property(bytes, fc.nat(300), fc.nat(255), (original, at, value) => {
      const changed = Uint8Array.from(original)
      if (changed.length > 0) changed[at % changed.length] = value
      const decoded = decodeCorpusFile(changed, 'x.md')
      if ('text' in decoded) checkFile(decoded.text, parseCorpusFile(decoded.text, 'x.md'))
      else assert.equal(decoded.trouble.code, 'file.not-utf-8')
    }),
    runs,
  )
})

/** Keys are unique, parents stand before their children and know them, and places fit the text. */
function checkFile(text: string, parsed: CorpusFile): void {
  const source = sourceText('x.md', text)
  for (const { place } of parsed.troubles) assert.deepEqual(place, placeOf(source, place.span))
  if (parsed.kind !== 'instrument') return
  const { instrument, provisions } = parsed.file
  assert.equal(provisions.at(0), instrument)
  const seen = new Set<string>()
  for (const provision of provisions) {
    assert.ok(!seen.has(provision.key))
    seen.add(provision.key)
    assert.deepEqual(provision.source, placeOf(source, provision.source.span))
    if (provision.level === 'instrument') continue
    assert.ok(seen.has(provision.parent))
    const parent = provisions.find(({ key }) => key === provision.parent)
    assert.ok(parent?.children.includes(provision.key))
    const heading = sliceSpan(source.text, provision.source.span)
    assert.ok(heading.includes(`#${provision.key.slice(instrument.key.length + 1)}`), heading)
    assert.notEqual(provision.titles.en, '')
  }
  assert.equal(provisions.flatMap(({ children }) => children).length, provisions.length - 1)
}

test('case 19: LF and CRLF give the same, whatever the text', () => {
  fc.assert(
    fc.property(anyFile, (any) => {
      const text = any.replaceAll('\r', '')
      assert.deepEqual(
        withoutOffsets(parseCorpusFile(text.replaceAll('\n', '\r\n'), 'x.md')),
        withoutOffsets(parseCorpusFile(text, 'x.md')),
      )
    }),
    runs,
  )
})

/** What was read, with lines and columns but without offsets. */
function withoutOffsets(parsed: CorpusFile): unknown {
  return JSON.parse(
    JSON.stringify(parsed, (name, value: unknown) => (name === 'span' ? undefined : value)),
  )
}

/** Markdown in which headings stand in, before and after what may swallow them. */
const markdown = fc
  .array(
    fc.constantFrom(
      ...[
        '# A\n',
        '## B {#b}\n',
        '#c\n',
        '\n',
        '\n\n',
        'text\n',
        '- item\n',
        '  - item\n',
        '> quote\n',
        '1. x\n',
      ],
      ...[
        '```\n',
        '````\n',
        '~~~\n',
        '``` js\n',
        '    code\n',
        '  ```\n',
        '- ```\n',
        '> ~~~\n',
        '===\n',
        '---\n',
      ],
      ...[
        '<!-- c -->\n',
        '<!--\n',
        '-->\n',
        '<div>\n',
        '</div>\n',
        '<pre>\n',
        '</pre>\n',
        '<?x\n',
        '?>\n',
        '<b>\n',
        '<!X\n',
        '[a]: b\n',
        '[a]: b "\n',
      ],
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.join(''))

test('the body read heading by heading is the body read whole', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const pieces = blocksInPieces(text)
      if (pieces !== undefined) assert.deepEqual(pieces, blocksWhole(text))
    }),
    { numRuns: 2000 },
  )
})

test('the body read heading by heading is the body read whole, for all examples of CommonMark', () => {
  for (const { markdown: example } of commonmark.tests) {
    const text = `${example}\n# After {#x}\n\n${example}`
    const pieces = blocksInPieces(text)
    if (pieces !== undefined) assert.deepEqual(pieces, blocksWhole(text), example)
  }
})

/** What a generator returns once it is run to its end. */
function drained<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * Each block of `text` with its words; `undefined` where a fence or HTML stays open, on which the
 * two readings differ on purpose.
 */
function blocksInPieces(text: string): readonly string[] | undefined {
  const source = sourceText('x.md', `\n${text}`)
  const log = new TroubleLog(source)
  const body = drained(readBody(source, cutAtHeadings(source, 0), log))
  if (log.inOrder().length > 0) return undefined
  const words = ({ node, span }: BodyBlock) => blockWords(source.text, node.type, span)
  return [
    ...body.preamble.map(words),
    ...body.sections.flatMap(({ heading, blocks }) => [
      blockWords(source.text, 'heading', heading),
      ...blocks.map(words),
    ]),
  ]
}

function blocksWhole(text: string): readonly string[] {
  const whole = `\n${text}`
  return parseBlocks(whole).map((node) => blockWords(whole, node.type, spanOfNode(node, 0)))
}

/** The line ending that may close a block at the end of its text is nobody's. */
function blockWords(text: string, type: string, span: Span): string {
  return `${type} ${span.start} ${sliceSpan(text, span).trimEnd()}`
}

test('the words of a heading are those that remark reads, fast path or not', () => {
  const title = fc
    .array(
      fc.constantFrom(
        'a',
        '规',
        ' ',
        '  ',
        '*',
        '_',
        '`',
        '&amp;',
        '\\',
        '[',
        ']',
        '#',
        '1.',
        '- ',
        '>',
        '😀',
        '!',
      ),
      { minLength: 1 },
    )
    .map((parts) => parts.join('').trim())
  fc.assert(
    fc.property(title, (words) => {
      const [heading] = parseBlocks(`# ${words}`)
      assert.equal(headingText(words), heading === undefined ? '' : plainText(heading))
    }),
    runs,
  )
})
