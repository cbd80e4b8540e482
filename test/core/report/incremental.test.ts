import { suite, test } from 'node:test'
import commonmarkSpec from 'commonmark-spec'
import fc from 'fast-check'
import { Report } from '../../../src/core/report/report.ts'
import type { TextChange } from '../../../src/core/markdown/blocks.ts'
import { usualChunkLength } from '../../../src/core/text/chunks.ts'
import { applyChange, assertSameAnalysis } from './sameAnalysis.ts'
import { hostileReports } from '../markdown/hostileReports.ts'
import { snippets } from '../markdown/reportSnippets.ts'
import {
  changeOf,
  chunkLengths,
  inShortChunks,
  lines,
  seed,
  strokes,
  type Stroke,
} from './randomEdits.ts'

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

/** The analysis of a report in chunks of each length, scanned or not, follows `change`. */
function assertFollows(source: string, change: TextChange): void {
  for (const chunkLength of [1, 8, 40, 1000]) {
    for (const units of [0, 30, Infinity]) {
      const blocks = inShortChunks(source, chunkLength)
      blocks.settle(units)
      assertSameAnalysis(Report.of(blocks).edited([change]), applyChange(source, change))
    }
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

  test('knows comments that end, or end no more, further down', () => {
    const open = 'a <!-- b\n\n    c @k\n\n' + '@k\n\n'.repeat(20)
    for (const [source, offset, length, text] of [
      [open, open.length, 0, '-->'],
      [`${open}-- >`, open.length + 2, 1, ''],
      [`${open}-->`, open.length + 1, 1, ''],
      [`${open}-->`, 2, 1, ''],
      [`${open}-->\n\n${open}-->`, open.length, 3, ''],
      [`${open}\n\n${open}-->`, open.length, 0, '-->'],
    ] as const) {
      const blocks = inShortChunks(source, 8)
      blocks.settle(Infinity)
      const report = Report.of(blocks).edited([{ offset, length, text }])
      assertSameAnalysis(report, applyChange(source, { offset, length, text }))
    }
  })

  test('knows TeX environments that end, or end no more, further down', () => {
    const open = 'a\n\\begin{x}\n\n    @k\n\n'
    const far = open + '@k\n\n'.repeat(20)
    for (const [source, offset, length, text] of [
      [far, far.length, 0, '\\end{x}'],
      [`${far}\\end{x}`, far.length, 0, '% '],
      [`${far}\\end{x}`, far.length + 2, 1, ''],
      [`${far}\\end{x}`, 3, 1, ''],
      [`${far}${far}\\end{x}\n\n@k\n\n\\end{x}`, 3, 1, ''],
      [`- ${open}\\end{x}\n\n@k`, open.length + 2, 4, ''],
      [`${far}\\end{x}`, far.length, 0, '\\begin{x}\n\n'],
    ] as const) {
      assertFollows(source, { offset, length, text })
    }
  })

  test('knows fences that close, or close no more, further down', () => {
    const open = 'a\n```r\n@k\n\n@k\n\n'
    const quoted = '> ```\n' + '> @k\n'.repeat(20)
    const far = open + '@k\n\n'.repeat(20)
    for (const [source, offset, length, text] of [
      [far, far.length, 0, '```\n'],
      [`${far}\`\``, far.length, 0, '`'],
      [`${far}\`\`\``, far.length, 0, '    '],
      [`${far}\`\`\``, 5, 0, '`'],
      [`${far}- \`\`\``, far.length, 2, ''],
      [`${far}\`\`\`\n\n@k\n\n${far}`, far.length, 4, ''],
      [`${open}\`\`\`\n\n@k`, open.length + 2, 1, ''],
      [`${open}\`\`\`\n\n@k`, 2, 4, ''],
      [`${far}~~~\n`, 2, 3, '~~~'],
      [quoted, quoted.length, 0, '> ```\n'],
      [`${quoted}> \`\`\`\n`, quoted.length, 1, ''],
      [`${quoted}> \`\`\`\n`, 30, 0, '\n'],
    ] as const) {
      assertFollows(source, { offset, length, text })
    }
  })

  test('knows metadata further down that ends, or begins, as such', () => {
    const open = 'a\n\n---\n# @k\nb: "@k"\n\n'
    const far = open + 'c: "@k"\n\n'.repeat(20)
    const comments = 'a\n\n---\n' + '# @k\n\n'.repeat(20)
    for (const [source, offset, length, text] of [
      [far, far.length, 0, '...\n'],
      [`${far}---`, far.length + 2, 1, ''],
      [`${far}---\n@k`, far.length, 0, ' '],
      [`${far}---`, 7, 0, '\n'],
      [`${far}---`, 1, 1, ''],
      [`${far}---`, open.indexOf(':'), 1, ''],
      [`${comments}---`, comments.length, 0, 'b: c\n'],
      [`${comments}---`, comments.length, 0, 'b\n'],
      [`${comments}b: "@k"\n---`, comments.length, 0, '- '],
    ] as const) {
      assertFollows(source, { offset, length, text })
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
