import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { analyseReport, type Report } from '../../../src/core/report/report.ts'
import type { BlockTable } from '../../../src/core/markdown/blocks.ts'
import { visitsOf } from '../markdown/visits.ts'
import { assertSameAnalysis } from './sameAnalysis.ts'

const paragraph =
  'Some words of prose that go on for a while, then [@us-aiap-2025:I.1.3, p. 3].\n\n'

function reportOf(length: number): Report {
  const report = analyseReport(paragraph.repeat(Math.ceil(length / paragraph.length)))
  report.settle(Infinity)
  return report
}

/** How many blocks of `after` were not taken over from `before`. */
function scannedAnew(before: BlockTable, after: BlockTable): number {
  const known = new Set(Array.from(before, ({ identity }) => identity))
  return Array.from(after).filter(({ identity }) => !known.has(identity)).length
}

/** How many characters are read when a letter is typed in the middle of a paragraph of `report`. */
function visitsOfLetter(report: Report): number {
  const middle = Math.floor(report.source.length / 2 / paragraph.length) * paragraph.length
  return visitsOf(() => {
    report.edited([{ offset: middle + 9, length: 0, text: 'x' }])
  })
}

suite('A letter typed in a report', () => {
  test('has one block scanned anew in 10 MB, and all others are taken over', () => {
    const report = reportOf(10_000_000)
    const offset = 60_000 * paragraph.length + 9
    const edited = report.edited([{ offset, length: 0, text: 'x' }])
    assert.equal(scannedAnew(report.blocks, edited.blocks), 1)
    assert.ok(edited.isSettled)
  })

  test('has no more characters read in 10 MB than in 100 KB', () => {
    const short = visitsOfLetter(reportOf(100_000))
    const long = visitsOfLetter(reportOf(10_000_000))
    assert.ok(long < 2 * short, `${long} visits in 10 MB, ${short} in 100 KB`)
    assert.ok(long < 50_000, `${long} visits`)
  })

  test('has one block scanned anew where each line is a block of its own', () => {
    const list = analyseReport('- item [@k]\n'.repeat(500))
    const edited = list.edited([{ offset: 12 * 200 + 5, length: 0, text: 'x' }])
    assert.ok(scannedAnew(list.blocks, edited.blocks) <= 2)
  })

  test('leaves the citations before it as they are and moves those behind it, reading none again', () => {
    const report = reportOf(1_000_000)
    const { groups } = report
    const sentences = report.citedSentences
    const middle = Math.floor(groups.length / 2)
    const offset = middle * paragraph.length + 2
    const edited = report.edited([{ offset, length: 0, text: 'x' }])
    const visits = visitsOf(() => edited.groups)
    assert.equal(edited.groups[middle - 1], groups[middle - 1])
    assert.equal(edited.citedSentences[middle - 1]?.citations, sentences[middle - 1]?.citations)
    assert.equal(edited.groups[middle]?.span.start, (groups[middle]?.span.start ?? 0) + 1)
    assert.ok(visits < 2.5 * edited.source.length, `${visits} visits`)
    assertSameAnalysis(edited, edited.source.toString())
  })
})

suite('Definitions', () => {
  const source = `[text][label] and @k\n\n${paragraph.repeat(5000)}`

  test('that come and go at the end of a report change what links at its beginning are', () => {
    const report = analyseReport(source)
    const definition = '\n\n[label]: https://a.example\n'
    const at = { offset: source.length, length: 0, text: definition }
    const defined = report.edited([at])
    assert.equal(report.proseIn({ start: 0, end: 13 }), '[text][label]')
    assert.equal(defined.proseIn({ start: 0, end: 13 }), '[text][\uFFFC\uFFFC\uFFFC\uFFFC\uFFFC]')
    const twice = defined.edited([at])
    const once = twice.edited([{ ...at, length: definition.length, text: '' }])
    assert.equal(once.proseIn({ start: 0, end: 13 }), defined.proseIn({ start: 0, end: 13 }))
    const none = once.edited([{ ...at, length: definition.length, text: '' }])
    assert.equal(none.proseIn({ start: 0, end: 13 }), '[text][label]')
    assert.equal(defined.proseIn({ start: 0, end: 13 }), once.proseIn({ start: 0, end: 13 }))
  })

  test('cost the block that they stand in, however many there are', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `[label ${index}]: u\n\n`).join('')
    const report = analyseReport(many)
    const at = many.indexOf('[label 9999]') + 6
    const visits = visitsOf(() => {
      report.edited([{ offset: at, length: 0, text: 'x' }])
    })
    assert.ok(visits < 50_000, `${visits} visits`)
    assert.equal(report.blocks.definitions.links.size, 20_000)
  })
})

suite('A fence opened at the top of 10 MB', () => {
  const sliceLength = 65_536

  /** A report whose last line would close the fence. */
  function closable(length: number): Report {
    const report = analyseReport(
      `${paragraph.repeat(Math.ceil(length / paragraph.length))}\`\`\`\n`,
    )
    report.settle(Infinity)
    return report
  }

  test('costs a bounded slice at once and bounded slices for the rest', () => {
    const report = closable(10_000_000)
    let edited = report
    const atOnce = visitsOf(() => {
      edited = report.edited([{ offset: 0, length: 0, text: '```\n' }])
    })
    assert.ok(!edited.isSettled)
    assert.ok(atOnce < 1_500_000, `${atOnce} visits at once`)
    let slices = 0
    const isOpen = (): boolean => !edited.isSettled
    while (isOpen()) {
      slices += 1
      const visits = visitsOf(() => edited.settle(sliceLength))
      assert.ok(visits < 10 * sliceLength, `${visits} visits in a slice`)
    }
    assert.ok(slices > 100, `${slices} slices`)
    assert.equal(Array.from(edited.blocks).length, 1)
    assert.deepEqual(edited.groups, [])
  })

  test('costs one chunk for each letter typed in the code that the report became', () => {
    const edited = closable(10_000_000).edited([{ offset: 0, length: 0, text: '```\n' }])
    edited.settle(Infinity)
    assert.ok(visitsOfLetter(edited) < 50_000)
    const next = edited.edited([{ offset: 5_000_000, length: 0, text: 'x' }])
    assert.ok(next.blocks.isSettled)
    assert.equal(next.blocks.around(9_000_000)?.span.end, next.source.length - 1)
  })

  test('costs one chunk for each letter typed where nothing closes it, and leaves all as it was', () => {
    const edited = reportOf(10_000_000).edited([{ offset: 0, length: 0, text: '```\n\n' }])
    edited.settle(Infinity)
    assert.ok(visitsOfLetter(edited) < 50_000)
    assert.equal(edited.groups.length, reportOf(10_000_000).groups.length)
  })

  test('answers at its beginning before the rest is scanned, and far down scans as far as that', () => {
    const edited = reportOf(10_000_000).edited([{ offset: 0, length: 0, text: 'x\n\n- a\n\n' }])
    assert.equal(edited.groupsAround(100).length, 1)
    const source = paragraph.repeat(100_000)
    const fresh = analyseReport(source).edited([{ offset: 0, length: source.length, text: source }])
    assert.ok(!fresh.isSettled)
    assert.equal(fresh.groupsAround(60_000 * paragraph.length + 5).length, 1)
    assert.ok(!fresh.isSettled)
  })
})
