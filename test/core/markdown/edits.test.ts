import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  blocksHolding,
  BlockTable,
  scanBlocks,
  type Block,
  type TextChange,
} from '../../../src/core/markdown/blocks.ts'
import { ChunkedText } from '../../../src/core/text/chunkedText.ts'
import { cutIntoChunks } from '../../../src/core/text/chunks.ts'
import { visitsOf } from './visits.ts'

/** The blocks of `source` in chunks so short that blocks go over their edges. */
function inChunks(source: string, length: number): BlockTable {
  return BlockTable.of(ChunkedText.of(cutIntoChunks(source, length), length))
}

function changed(source: string, { offset, length, text }: TextChange): string {
  return source.slice(0, offset) + text + source.slice(offset + length)
}

function shown(block: Block | undefined): string {
  if (block === undefined) return '-'
  const { kind, span, contentStart, container } = block
  const containers: string[] = []
  for (let at = container; at !== undefined; at = at.parent) {
    containers.push(`${at.kind} ${at.width} ${at.content} ${at.label}`)
  }
  return `${kind} ${span.start}-${span.end} ${contentStart} ${containers.join(' < ')}`
}

/** All that `blocks` say of their text, which defines no other labels than `a` and `b`. */
function answers(blocks: BlockTable): readonly string[] {
  const { length } = blocks.text
  const offsets = Array.from({ length: Math.ceil(length / 7) + 1 }, (_, at) =>
    Math.min(length, at * 7),
  )
  const { links, footnotes } = blocks.definitions
  return [
    ...Array.from(blocks, shown),
    ...offsets.map((offset) => shown(blocks.around(offset))),
    ...offsets.map((offset) => shown(blocks.from(offset))),
    ...blocksHolding(blocks, '@').map(shown),
    `${blocks.frontMatterEnd} ${links.size} ${footnotes.size}`,
    `${links.has('A')} ${links.has('B')} ${footnotes.has('A')} ${footnotes.has('B')}`,
  ]
}

function assertFresh(blocks: BlockTable, source: string, what: string): void {
  blocks.settle(Infinity)
  assert.deepEqual(answers(blocks), answers(scanBlocks(source)), what)
}

/** Reports, with pieces that an edit of any of their places brings. */
const edited: Readonly<Record<string, readonly [source: string, ...pieces: string[]]>> = {
  'paragraphs and headings': ['a @k\n\nb\n===\n\n# c @k\nd\n\n---\n', '\n', '# '],
  'line breaks of each kind': ['a\r\n\r\nb @k\r\rc\n\r\n@k', '\n', '\r'],
  'a byte order mark': ['\uFEFFa\n\n@k', '\uFEFF'],
  'lists and quotations': ['- a\n\n  @k\n> b\nc @k\n1. d\n\n   - e\n', '> ', '- ', ' '],
  'empty items': ['-\n\n  @k\n-\n  @k\n\n\na', '\n', ' '],
  'a fence': ['a @k\n\n```r\n@k\n\n# @k\n```\n@k\n\n~~~\n', '`', '\n', '> '],
  'a fence in a quotation': ['> ```\n> @k\n> ```\n\n@k\n```\n', '`', '> ', '\n'],
  'fences in lists': ['- ```\n  @k\n\n  ```\n- a\n\n~~~~\n@k\n~~~~\n', '~~~', '  '],
  'indented code': ['a\n\n    @k\n\n    b\nc\n', '    ', 'x'],
  'front matter': ['---\na: "@k"\n\nb: c\n---\n@k\n\n---\n', '-', '\n', '---\n'],
  'front matter that dots close': ['---\na: "@k"\n...\n@k\n', '.', '---\n'],
  'metadata further down': ['a\n\n---\n# @k\n\nb: "@k"\n\n---\n@k\n', '\n', '-', ':'],
  'metadata and a fence': ['a\n\n---\nb: "@k"\n\n---\n\n```\n@k\n\n```\n', '`', '-', '\n'],
  'metadata of comments alone': ['a\n\n---\n# @k\n\n# @k', 'b: c\n', '---\n', 'x'],
  'two comments': ['a <!-- b\n\n@k --> c <!-- d\n\n@k\n\n--> @k', '-->', '<!--'],
  'metadata in a quotation': ['> ---\n> b: "@k"\n> ---\n\n@k\n', '> ', '-'],
  'comments over blank lines': ['a <!-- b\n\n@k\n\n--> @k\n\n-->', '<!--', '-->', '\n'],
  'a block of a comment': ['<!-- @k\n\n@k\n-->\n@k', '-->', '- '],
  'TeX environments': ['\\begin{a}\n\n@k\n\n\\end{a}\n\n@k\n\\end{a}', '\\begin{a}', '% ', '\n'],
  'display maths': ['$$\n- @k\n$$\n@k\n\n$$\na', '$$', '\n'],
  'HTML blocks': ['<div>\n@k\n\n<pre>\n\n@k\n</pre>\n    a', '<pre>', '</pre>', '\n'],
  'link definitions': ['[a]: u\n[b]: v\n"t"\n@k\n\n[a]: w\n\n> [b]: x\n', '\n', '"', '[a]: y\n\n'],
  footnotes: ['[^a]: b @k\n\n    @k\n\n[^b]: c\n[^a]: d', '[^a]: ', '    ', '\n'],
  'definition lists': ['a\n:   @k\n\n    b\n\n:   c\n', ': ', '\n'],
  tables: ['  a   b\n--- ---\n      1 @k\n\n| `a | @k` |\n|---|---|\n', '|', '-', ' '],
  divisions: ['::: a\n@k\n:::\n@k\n:::\n    b\n', ':::\n', ':'],
}

/** Lengths of chunks, one edit each in turn. */
const chunkLengths = [5, 1, 9, 16, 100]

suite('The blocks of a report after an edit are those of its new text:', () => {
  for (const [what, [source, ...pieces]] of Object.entries(edited)) {
    test(what, () => {
      let count = 0
      for (let offset = 0; offset <= source.length; offset += 1) {
        for (const text of ['', ...pieces]) {
          const change = {
            offset,
            length: Math.min(text === '' ? 1 : 0, source.length - offset),
            text,
          }
          const blocks = inChunks(source, chunkLengths[count % chunkLengths.length] ?? 1)
          blocks.settle([Infinity, Infinity, 12, 0][count % 4] ?? 0)
          count += 1
          const what = JSON.stringify([source, change])
          const after = blocks.edited(change)
          assertFresh(after, changed(source, change), what)
          const back = {
            offset,
            length: text.length,
            text: source.slice(offset, offset + change.length),
          }
          if (count % 3 === 0) assertFresh(after.edited(back), source, `${what} and back`)
          if (count % 3 === 1) assertFresh(blocks, source, `${what} as it was`)
        }
      }
    })
  }

  test('where a piece is cut out or moved, over the edges of chunks', () => {
    for (const [source] of Object.values(edited)) {
      for (let start = 0; start < source.length; start += 3) {
        const length = Math.min(8, source.length - start)
        const piece = source.slice(start, start + length)
        const blocks = inChunks(source, 6)
        blocks.settle(Infinity)
        const cut = blocks.edited({ offset: start, length, text: '' })
        const without = changed(source, { offset: start, length, text: '' })
        const moved = cut.edited({ offset: 0, length: 0, text: piece })
        assertFresh(cut, without, JSON.stringify([source, start]))
        assertFresh(moved, piece + without, JSON.stringify([source, start, 'moved']))
      }
    }
  })
})

const paragraph = 'Some words of @k.\n\n'

/** How many blocks of `after` are not those of `before`. */
function scannedAnew(before: BlockTable, after: BlockTable): number {
  const known = new Set(Array.from(before, ({ identity }) => identity))
  return Array.from(after).filter(({ identity }) => !known.has(identity)).length
}

suite('A letter typed', () => {
  test('has one block scanned anew, wherever it stands', () => {
    const source = `# a\n\n${paragraph.repeat(20)}- b\n- c @k\n\n> d\n\n    e\n\n# f`
    for (let offset = 0; offset < source.length; offset += 5) {
      const blocks = scanBlocks(source)
      const after = blocks.edited({ offset, length: 0, text: 'x' })
      assert.ok(scannedAnew(blocks, after) <= 2, JSON.stringify(source.slice(0, offset)))
    }
  })

  test('within a paragraph has that one scanned anew and no other', () => {
    const blocks = scanBlocks(paragraph.repeat(30))
    const after = blocks.edited({ offset: paragraph.length * 12 + 3, length: 0, text: 'x' })
    assert.equal(scannedAnew(blocks, after), 1)
  })

  test('leaves the stretches of all other chunks as they are', () => {
    const blocks = inChunks(paragraph.repeat(30), 100)
    blocks.settle(Infinity)
    const after = blocks.edited({ offset: 203, length: 0, text: 'x' })
    const indices = Array.from({ length: blocks.stretches }, (_, index) => index)
    const others = indices.filter((index) => blocks.identityOf(index) !== after.identityOf(index))
    assert.deepEqual(others, [after.stretchAt(203)])
  })

  test('costs as much in a long report as in a short one', () => {
    const costs = [2, 20].map((times) => {
      const blocks = inChunks(paragraph.repeat(50 * times), 200)
      blocks.settle(Infinity)
      const offset = paragraph.length * 25 * times + 3
      return visitsOf(() => blocks.edited({ offset, length: 0, text: 'x' }))
    })
    const [short = 0, long = 0] = costs
    assert.ok(long <= 1.2 * short && long < 2000, `${short} visits, ${long} in ten times as much`)
  })
})

suite('Stretches of a report', () => {
  test('are scanned as far as somebody asks', () => {
    const blocks = inChunks(paragraph.repeat(50), 100)
    assert.equal(blocks.isSettled, false)
    assert.ok(blocks.settle(150) <= 0)
    assert.equal(blocks.isSettled, false)
    assert.equal(blocks.around(500)?.span.start, paragraph.length * 26)
    assert.equal(blocks.isSettled, false)
    assert.ok(blocks.settle(10_000) > 9000)
    assert.equal(blocks.isSettled, true)
    assert.equal(blocks.settle(100), 100)
  })

  test('hold each block once, in the order of the report', () => {
    for (const [source] of Object.values(edited)) {
      for (const length of [1, 4, 11, 1000]) {
        const blocks = inChunks(source, length)
        const indices = Array.from({ length: blocks.stretches }, (_, index) => index)
        const found = indices.flatMap((index) => blocks.blocksIn(index, '@'))
        const starts = indices.map((index) => blocks.firstBlockIn(index))
        const all = Array.from(scanBlocks(source))
        const holding = all.filter(
          ({ kind, span }) =>
            /^(?:paragraph|heading|html|frontMatter)$/.test(kind) &&
            source.slice(span.start, span.end).includes('@'),
        )
        assert.deepEqual(found.map(shown), holding.map(shown))
        for (const [index, start] of starts.entries()) {
          const begins = all.some(({ span }) => span.start === start)
          assert.ok(begins || start === blocks.startOfStretch(index))
        }
      }
    }
  })

  test('are known by the last one of which a block touches an offset', () => {
    for (const [source] of Object.values(edited)) {
      const blocks = inChunks(source, 6)
      for (let offset = 0; offset <= source.length; offset += 1) {
        const last = blocks.lastStretchTouching(offset)
        const first = blocks.stretchAt(offset)
        const begins = (index: number): number => blocks.firstBlockIn(index)
        for (let index = last + 1; index < blocks.stretches; index += 1) {
          assert.ok(begins(index) >= offset, JSON.stringify([source, offset]))
        }
        assert.ok(last >= first && last < blocks.stretches)
      }
    }
  })
})

suite('The labels of a report', () => {
  const source = `[a]: u\n\n${paragraph.repeat(5)}[^b]: c\n\n[a]: v\n`
  const blocks = scanBlocks(source)

  /** Whether the definitions are others after `text` came at `offset`, for which `length` characters go. */
  function areOthers(from: BlockTable, offset: number, length: number, text: string): boolean {
    const after = from.edited({ offset, length, text })
    after.settle(Infinity)
    return after.definitions !== from.definitions
  }

  test('are the same object as long as none comes, goes or is defined a second time', () => {
    assert.equal(areOthers(blocks, 12, 0, 'x'), false)
    assert.equal(areOthers(blocks, 5, 1, 'x'), false)
    assert.equal(areOthers(blocks, 0, 0, 'x\n\n'), false)
    assert.equal(areOthers(scanBlocks('[a]: u\n\n[a]: v\n'), 0, 0, '[a]: w\n\n'), false)
    assert.equal(areOthers(scanBlocks('[a]: u\n\n[a]: v\n\n[a]: w'), 0, 8, ''), false)
  })

  test('are another one where one comes or goes, or is defined twice or no longer', () => {
    assert.equal(areOthers(blocks, 0, 0, '[c]: w\n\n'), true)
    assert.equal(areOthers(blocks, 0, 0, '[^c]: w\n\n'), true)
    assert.equal(areOthers(blocks, 0, 0, '[^b]: w\n\n'), true)
    assert.equal(areOthers(blocks, 1, 1, 'd'), true)
    assert.equal(areOthers(scanBlocks('[a]: u\n\n[a]: v\n'), 0, 8, ''), true)
    assert.equal(areOthers(blocks, 0, 1, ''), true)
    assert.equal(areOthers(blocks, source.indexOf('[^b]'), 5, ''), true)
  })

  test('of one version are not those of another', () => {
    const more = blocks.edited({ offset: 0, length: 0, text: '[c]: w\n\n[^d]: e\n\n' })
    const less = blocks.edited({ offset: source.indexOf('[^b]'), length: 5, text: '' })
    more.settle(Infinity)
    less.settle(Infinity)
    const known = [blocks, more, less].map(({ definitions: { links, footnotes } }) => [
      links.size,
      links.has('C'),
      footnotes.size,
      footnotes.has('B'),
      footnotes.has('D'),
    ])
    assert.deepEqual(known, [
      [1, false, 1, true, false],
      [2, true, 2, true, true],
      [1, false, 0, false, false],
    ])
  })
})
