// What a typed character costs in a report that is analysed already, beside a fresh analysis per key
// and remark-parse in the same run; then the worst edit and the first analysis, in the slices that
// keep the editor free. `node test/bench/typing.bench.ts [rounds]`
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { analyseReport, proseAround, type Report } from '../../src/core/report/report.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { measured, printRow, printTitle, quantiles } from './measured.ts'
import { Dice, reportOf } from './syntheticReport.ts'

const rounds = roundsAsked(2000)
const remark = unified().use(remarkParse)
const allSizes = [
  ['10 KB', 1e4],
  ['100 KB', 1e5],
  ['1 MB', 1e6],
  ['10 MB', 1e7],
] as const
const sizes = sized(allSizes, allSizes.slice(0, 1))

/** The time that `work` takes, in milliseconds. */
function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Types letters at places all over the report, and asks after each what a caret there asks. */
function typing(source: string, asksAround: boolean): readonly number[] {
  const dice = new Dice()
  let report = analyseReport(source)
  const type = (): number => {
    const offset = dice.below(report.source.length)
    return timed(() => {
      report = report.edited([{ offset, length: 0, text: 'x' }])
      if (asksAround) proseAround(report, offset + 1)
    })
  }
  for (let round = 0; round < 300; round += 1) type()
  return Array.from({ length: rounds }, type)
}

/** Types letters one after the other at one place, as people do. */
function typingOn(source: string): readonly number[] {
  let report = analyseReport(source)
  let offset = source.indexOf(' ', source.length / 2)
  const type = (): number =>
    timed(() => {
      report = report.edited([{ offset, length: 0, text: 'x' }])
      offset += 1
      proseAround(report, offset)
    })
  for (let round = 0; round < 300; round += 1) type()
  return Array.from({ length: rounds }, type)
}

/** Opens and closes a fence at the top, which only the last line closes: the edit itself, and the slices of what it changed further down. */
function fencing(text: string): { readonly edits: number[]; readonly slices: number[] } {
  const edits: number[] = []
  const slices: number[] = []
  const fence = '~~~~\n'
  const source = `${text}\n\n${fence}`
  const top = source.indexOf('\n\n') + 2
  let report = analyseReport(source)
  for (let round = 0; round < 10; round += 1) {
    const [length, text] = round % 2 === 0 ? [0, fence] : [fence.length, '']
    edits.push(timed(() => (report = report.edited([{ offset: top, length, text }]))))
    slices.push(...settling(report))
  }
  return { edits, slices }
}

/** The slices in which the rest of a report is scanned. */
function settling(report: Report): readonly number[] {
  const slices: number[] = []
  while (!report.isSettled) slices.push(timed(() => report.settle(sliceUnits)))
  return slices
}

const sliceUnits = 131_072

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sizes) {
  const source = reportOf(size)
  printRow(`a letter anywhere, ${name}`, quantiles(typing(source, false)))
  printRow(`  and the prose around it, ${name}`, quantiles(typing(source, true)))
  printRow(`letters at one place and their prose, ${name}`, quantiles(typingOn(source)))
  const few = Math.max(3, Math.min(100, 5e7 / size))
  printRow(
    `  fresh analysis of the blocks, ${name}`,
    measured(few, () => analyseReport(source)),
  )
  if (size > 1e5) continue
  printRow(
    `  remark-parse, ${name}`,
    measured(5e5 / size, () => remark.parse(source)),
  )
}
for (const [name, size] of sized(allSizes.slice(2), sizes)) {
  const source = reportOf(size)
  const { edits, slices } = fencing(source)
  printRow(`a fence at the top, ${name}`, quantiles(edits))
  if (slices.length > 0) printRow(`  a slice of the rest, ${name}`, quantiles(slices))
}
