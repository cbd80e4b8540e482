import { blocksHolding, scanBlocks } from '../../../src/core/markdown/blocks.ts'
import { maskProse, placeAt } from '../../../src/core/markdown/prose.ts'
import type { Citation } from '../../../src/core/pandoc/syntax.ts'
import { analyseReport, type Report } from '../../../src/core/report/report.ts'
import { keylessPartsIn, unreadIn } from '../../../src/core/report/unread.ts'
import { hostileReports } from './hostileReports.ts'
import { processorTime } from '../../support/processorTime.ts'

/** All that is read in a report: blocks, the citations of those with `@` and what is none, the place of a caret. */
export function readReport(source: string): void {
  const report = analyseReport(source)
  for (const block of blocksHolding(report.blocks, '@')) {
    for (const { citations } of report.groupsIn(block)) citations.map(suffixIn(report))
    unreadIn(report, block)
    keylessPartsIn(report, block)
  }
  placeAt(source, report.blocks, source.indexOf('@') + 1)
}

/** What the scanner does for a report. */
function scanReport(source: string): void {
  const blocks = scanBlocks(source)
  for (const block of blocksHolding(blocks, '@')) maskProse(source, block, blocks.definitions)
  placeAt(source, blocks, source.indexOf('@') + 1)
}

function suffixIn(report: Report): (citation: Citation) => string {
  return (citation) => report.suffixOf(citation).text
}

const longestLine = 10_000_000

function reportsOf(what: string | undefined): readonly string[] {
  if (what !== 'line') return hostileReports.map(({ make, size }) => make(size))
  const pieces = ['a', 'word ', '[@k] ', '政策`a`', '<b c="d">']
  return pieces.map((piece) => piece.repeat(Math.ceil(longestLine / piece.length)))
}

// Run by hostile.test.ts as a process of its own, so that an endless loop fails a test and not the run.
if (process.argv[1] === import.meta.filename) {
  const [, , what, isVerbose] = process.argv
  for (const source of reportsOf(what)) {
    const read = what === 'line' ? scanReport : readReport
    const time = processorTime(() => {
      read(source)
    })
    const seconds = time / 1000
    const text = `${seconds.toFixed(3)} s for ${JSON.stringify(source.slice(0, 40))}`
    if (isVerbose !== undefined) console.log(text)
    if (seconds > 5) throw new Error(text)
  }
}
