// Reading a report: the linear scanner with the citations, beside remark-parse alone, in one run;
// then what a hover and a suggestion cost on the library. `node test/bench/reading.bench.ts [rounds]`
import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { compileLibrary } from '../../src/core/corpusFile/compileLibrary.ts'
import { suggestCitations } from '../../src/core/features/completion.ts'
import { findHover } from '../../src/core/features/hover.ts'
import { findProblems } from '../../src/core/features/problems/problemFinder.ts'
import { analyseReport, citationsOf } from '../../src/core/report/report.ts'
import { createSearchIndex } from '../../src/core/search/searchIndex.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { readBack } from '../support/readBack.ts'
import { measured, printRow, printTitle } from './measured.ts'

const rounds = roundsAsked(30)
const files = ['agencies.md', 'us-aiap-2025.md'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../corpus/${name}`, import.meta.url), 'utf8'),
}))
const corpus = readBack(compileLibrary(files).bytes)
const index = createSearchIndex(corpus)

const paragraph = `## Section with *emphasis* and \`code\`

Agencies weigh each state's rules [@us-aiap-2025:I.1.3, p. 3], and [others](https://a.example/b "t") do not; see
also @us-aiap-2025:II.1 [p. 14] and mail@a.example. 根据[@us-aiap-2025:III.3.1]，应当推进。$500 billion, and $x^2$.

- one item with a [link](https://a.example)
  - a nested one, with text that goes on for a while, as items do

> A quotation of some length, over
> two lines.

\`\`\`r
fit <- lm(y ~ x) # @not-a-citation
\`\`\`

${'Plain prose without any citation, which is most of what a report is made of, goes on here. '.repeat(6)}

`
const reportOf = (size: number): string => paragraph.repeat(Math.ceil(size / paragraph.length))
const remark = unified().use(remarkParse)

const sizes = [
  ['10 KB', 1e4],
  ['100 KB', 1e5],
  ['1 MB', 1e6],
] as const

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sized(sizes, sizes.slice(0, 1))) {
  const source = reportOf(size)
  printRow(
    `analysis, ${name}`,
    measured(rounds, () => analyseReport(source)),
  )
  printRow(
    `  remark-parse alone, ${name}`,
    measured(Math.max(3, rounds / 10), () => remark.parse(source)),
  )
  const report = analyseReport(source)
  printRow(
    `  problems, ${name} (${String(citationsOf(report).length)} citations)`,
    measured(rounds, () => findProblems(report, corpus)),
  )
}

const [size, length] = sized(['1 MB', 1e6], ['10 KB', 1e4])
const report = analyseReport(reportOf(length))
const places = citationsOf(report).map(({ keySpan }) => keySpan.start + 3)
const asked = sized(2000, 20)
let at = 0
const nextPlace = (): number => places[(at += 7919) % places.length] ?? 0
printRow(
  `hover, ${size} report`,
  measured(asked, () => findHover(report, corpus, nextPlace())),
)

const words = [
  'export controls chips',
  '出口管制',
  'us-aiap-2025:II.3.1',
  'workforce hub',
  'NIST evaluation',
  '',
]
const typed = words.flatMap((query) =>
  Array.from({ length: query.length }, (_, length) => query.slice(0, length + 1)),
)
const options = { language: 'en', style: 'key', withPage: true, limit: 100 } as const
const reports = typed.map((query) => analyseReport(`${paragraph}See @${query}`))
let key = 0
printRow(
  'suggestions for a key typed, analysed report',
  measured(asked, () => {
    const one = reports[(key += 1) % reports.length] ?? report
    return suggestCitations(one, index, corpus, one.source.length, options)
  }),
)
