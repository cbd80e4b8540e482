// What finding the problems of a report costs after one typed character, in the pieces that leave the
// editor its turn, beside looking through all of it anew: with the library that ships, at the places
// where reports cite, and between them. `node test/bench/problems.bench.ts`
import {
  findProblems,
  ProblemFinder,
  type Problems,
} from '../../src/core/features/problems/problemFinder.ts'
import { CitedCounts } from '../../src/core/report/citedCounts.ts'
import { analyseReport, citationsOf, type Report } from '../../src/core/report/report.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { printRow, printTitle, quantiles } from './measured.ts'
import { Dice, reportOf } from './syntheticReport.ts'

const corpus = libraryCorpus()
const rounds = roundsAsked(300)
const sizes = sized(
  [
    ['1 MB', 1e6],
    ['10 MB', 1e7],
  ],
  [['10 KB', 1e4]],
) satisfies readonly (readonly [string, number])[]

/** The times of the pieces in which `work` is done, in milliseconds. */
function piecesOf(work: Iterator<undefined, unknown, undefined>): readonly number[] {
  const pieces: number[] = []
  for (let isDone = false; !isDone;) {
    const start = performance.now()
    isDone = work.next().done === true
    pieces.push(performance.now() - start)
  }
  return pieces
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, number) => before + number, 0)
}

interface Pass {
  readonly whole: number
  readonly longest: number
}

/** Types a letter at places all over `source`, each in a paragraph, and looks for problems after each. */
function passes(source: string): readonly Pass[] {
  const dice = new Dice()
  const finder = new ProblemFinder({
    corpus,
    isWanted: () => true,
    officialOf: () => undefined,
  })
  const cited = new CitedCounts(corpus)
  const look = (report: Report): readonly number[] => [
    ...piecesOf(cited.count(report)),
    ...piecesOf(finder.look(report)),
  ]
  let report = analyseReport(source)
  look(report)
  return Array.from({ length: rounds }, () => {
    const offset = Math.max(0, report.source.slice(0, dice.below(source.length)).lastIndexOf(' '))
    report = report.edited([{ offset, length: 0, text: 'x' }])
    const pieces = look(report)
    return { whole: sum(pieces), longest: Math.max(...pieces) }
  })
}

/** The pieces of a first look at `source`. */
function firstLook(source: string): readonly number[] {
  const finder = new ProblemFinder({
    corpus,
    isWanted: () => true,
    officialOf: () => undefined,
  })
  return piecesOf(finder.look(analyseReport(source)))
}

/** A look at all of an edited report, as if nothing were kept. */
function anew(source: string): readonly number[] {
  let report = analyseReport(source)
  findProblems(report, corpus)
  return Array.from({ length: 10 }, () => {
    report = report.edited([{ offset: source.length >> 1, length: 0, text: 'x' }])
    const start = performance.now()
    const found: Problems = findProblems(report, corpus)
    const time = performance.now() - start
    if (found.more < 0) throw new Error('No report has fewer problems than it shows.')
    return time
  })
}

printTitle('milliseconds', ['p50', 'p99', 'runs'])
for (const [name, size] of sizes) {
  for (const [kind, source] of [
    ['', reportOf(size)],
    [', each with a problem', reportOf(size).replaceAll('I.1.3, p. 3', 'I.1.3, p. 9')],
  ] as const) {
    const count = citationsOf(analyseReport(source)).length
    const found = passes(source)
    printRow(
      `problems after a letter, ${name}, ${String(count)} citations${kind}`,
      quantiles(found.map(({ whole }) => whole)),
    )
    printRow('  the longest piece of each', quantiles(found.map(({ longest }) => longest)))
    printRow('  a piece of the first look', quantiles(firstLook(source)))
    printRow('  all of it anew', quantiles(anew(source)))
  }
}
