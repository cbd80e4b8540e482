// What reports and corpus files that are made to be slow cost at one size and at twice that size: what
// counts is that twice the text takes twice the time. `node test/bench/hostile.bench.ts [rounds]`
import { allProblems } from '../../src/core/features/problems/problemFinder.ts'
import { citeAllMentions } from '../../src/core/features/mentions/citeMentions.ts'
import { createNameIndex } from '../../src/core/names/nameIndex.ts'
import { analyseReport } from '../../src/core/report/report.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { corpusOf } from '../support/fixtureLibrary.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { measured, printRow, printTitle } from './measured.ts'

const rounds = roundsAsked(10)
const corpus = libraryCorpus()
const names = createNameIndex(corpus, createSearchIndex(corpus))

function lookThrough(source: string): void {
  const report = analyseReport(source)
  allProblems(report, { corpus, officialOf: () => [], today: '2026-11-30', isWanted: () => true })
  citeAllMentions(report, corpus, names, { style: 'key', withPage: true, language: 'en' })
}

const quoted = '“data centers” and “military use” [@us-aiap-2025:I.1.1], '
const reports = {
  'one paragraph of quotations': (length: number) => quoted.repeat(length / quoted.length),
  'brackets of notes': (length: number) => `The AI Workforce Hub ${'[^'.repeat(length / 2)}@k`,
  'number signs': (length: number) =>
    `---\nbibliography: a${' #'.repeat(length / 2)}\u2028\n---\n[@us-aiap-2025]`,
}

function indexTitle(length: number): void {
  const title = 'a'.repeat(length)
  const text = `---\nid: xx-a\ntype: plan\ntitle: A\n---\n\n# ${title} {#1}\n\nWords.\n`
  const one = corpusOf([{ name: 'a.md', text }])
  createNameIndex(one, createSearchIndex(one))
}

const lengths = sized([367_500, 735_000], [1000, 2000])
const titles = sized([25_000, 50_000], [500, 1000])

printTitle('', ['p50', 'p99', 'runs'])
for (const [what, make] of Object.entries(reports)) {
  for (const length of lengths) {
    const source = make(length)
    printRow(
      `${what}, ${length} characters`,
      measured(rounds, () => {
        lookThrough(source)
      }),
    )
  }
}
for (const length of titles) {
  printRow(
    `a title, ${length} letters`,
    measured(rounds, () => {
      indexTitle(length)
    }),
  )
}
