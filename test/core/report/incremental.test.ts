import { suite, test } from 'node:test'
import commonmarkSpec from 'commonmark-spec'
import fc from 'fast-check'
import { Report } from '../../../src/core/report/report.ts'
import { BlockTable, type TextChange } from '../../../src/core/markdown/blocks.ts'
import { ChunkedText } from '../../../src/core/text/chunkedText.ts'
import { cutIntoChunks, usualChunkLength } from '../../../src/core/text/chunks.ts'
import { applyChange, assertSameAnalysis } from './sameAnalysis.ts'
import { hostileReports } from '../markdown/hostileReports.ts'
import { leaves, prefixes, snippets } from '../markdown/reportSnippets.ts'

/** An edit of whatever text there is: its place as a share of the text, and what it takes and gives. */
interface Stroke {
  readonly place: number
  readonly length: number
  readonly text: string
}

const seed = 20260731

const chunkLengths = fc.constantFrom(1, 2, 5, 8, 16, 40, 100)

const strokes = fc.array(
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ weight: 5, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(40) }),
    text: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 4, arbitrary: fc.constantFrom(...snippets, ...leaves, ...prefixes) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('\n', '\r', '\r\n', '```\n', '\n---\n', '---\n', '\uFEFF'),
      },
    ),
  }),
  { minLength: 1, maxLength: 12 },
)

const lines = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...prefixes), { maxLength: 3 }),
      fc.constantFrom(...leaves, ...snippets),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.map(([before, leaf]) => before.join('') + leaf).join('\n'))

/** A report in chunks so short that blocks go over their edges. */
function inShortChunks(source: string, length: number): BlockTable {
  return BlockTable.of(ChunkedText.of(cutIntoChunks(source, length), length))
}

function changeOf({ place, length, text }: Stroke, source: string): TextChange {
  const offset = Math.floor(place * source.length)
  return { offset, length: Math.min(length, source.length - offset), text }
}

function assertLaw(source: string, edits: readonly Stroke[], chunkLength: number): void {
  let report = Report.of(inShortChunks(source, chunkLength))
  assertSameAnalysis(report, source)
  let text = source
  for (const stroke of edits) {
    const change = changeOf(stroke, text)
    report = report.edited([change])
    text = applyChange(text, change)
    assertSameAnalysis(report, text)
  }
}

/** Edits a report of which only so many `units` are scanned after each edit; all versions must stay right. */
function assertLawInPieces(
  source: string,
  edits: readonly Stroke[],
  chunkLength: number,
  units: number,
): void {
  const versions = [{ blocks: inShortChunks(source, chunkLength), text: source }]
  for (const stroke of edits) {
    const last = versions.at(-1)
    if (last === undefined) return
    last.blocks.settle(units)
    const change = changeOf(stroke, last.text)
    versions.push({ blocks: last.blocks.edited(change), text: applyChange(last.text, change) })
  }
  // The last first, so that what is scanned late in a version is nothing that another one sees.
  for (const { blocks, text } of versions.reverse()) {
    assertSameAnalysis(Report.of(blocks), text)
  }
}

suite('An analysis that follows edits', () => {
  test('equals a fresh one after random edits of generated reports', () => {
    fc.assert(fc.property(lines, strokes, chunkLengths, assertLaw), { seed, numRuns: 3000 })
  })

  test('knows front matter that a line further down closes or reopens', () => {
    const open = '---\ntitle: x\n' + 'a: b\n'.repeat(20)
    for (const [source, offset, length, text] of [
      [open, open.length, 0, '---\n'],
      [`${open}---\nb`, open.length, 4, ''],
      [`${open}...\nb`, 3, 0, '-'],
      [`${open}...\nb`, 0, 0, '\uFEFF'],
      [`${open}b`, 4, 0, '\n'],
    ] as const) {
      const report = Report.of(inShortChunks(source, 8)).edited([{ offset, length, text }])
      assertSameAnalysis(report, applyChange(source, { offset, length, text }))
    }
  })

  test('equals a fresh one in every version, however little of it was scanned between edits', () => {
    fc.assert(fc.property(lines, strokes, chunkLengths, fc.nat(60), assertLawInPieces), {
      seed,
      numRuns: 2000,
    })
  })

  test('equals a fresh one after random edits of all examples of CommonMark', () => {
    const examples = commonmarkSpec.tests.map(({ markdown }) => markdown.replaceAll('→', '\t'))
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.constantFrom(...examples),
        strokes,
        chunkLengths,
        (one, other, edits, length) => {
          assertLaw(one + other, edits, length)
        },
      ),
      { seed, numRuns: 3000 },
    )
  })

  test('equals a fresh one after random edits of hostile reports', () => {
    const hostile = hostileReports.map(({ make, size }) => make(Math.ceil(size / 1000)))
    fc.assert(fc.property(fc.constantFrom(...hostile), strokes, chunkLengths, assertLaw), {
      seed,
      numRuns: 300,
    })
  })

  test('equals a fresh one after random edits of reports of many chunks of the usual length', () => {
    const pieces = fc.array(fc.constantFrom(...snippets, 'words and words ', '\n\n'), {
      minLength: 30,
      maxLength: 60,
    })
    const large = pieces.map((parts) => parts.join('').repeat(200))
    fc.assert(
      fc.property(large, strokes, (source, edits) => {
        assertLaw(source, edits, usualChunkLength)
      }),
      { seed, numRuns: 15 },
    )
  })
})
