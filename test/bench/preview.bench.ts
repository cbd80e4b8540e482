// The preview of a report: markdown-it alone, as VS Code's preview runs it, and with citations printed, in
// one run. The report is analysed before, as the editor has it by then; then an edit, after which all
// is printed anew. `node test/bench/preview.bench.ts [rounds]`
import MarkdownIt from 'markdown-it'
import { printReport } from '../../src/core/features/printing.ts'
import { analyseReport, type Report } from '../../src/core/report/report.ts'
import { previewedReport } from '../../src/vscode/preview/printedHtml.ts'
import { printCitations } from '../../src/vscode/preview/printCitations.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { measured, printRow, printTitle } from './measured.ts'
import { reportOf } from './syntheticReport.ts'

const rounds = roundsAsked(30)
const corpus = libraryCorpus()
const options = { html: true, linkify: true }

function previewOf(reportNow: () => Report): MarkdownIt {
  const md = new MarkdownIt(options)
  printCitations(md, () => {
    const report = reportNow()
    const reader = { corpus, language: 'en', tooltips: new Map<string, string>() } as const
    return previewedReport(printReport(report, corpus, {}), report, reader)
  })
  return md
}

const sizes = [
  ['100 KB', 1e5],
  ['1 MB', 1e6],
] as const

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sized(sizes, sizes.slice(0, 1))) {
  const source = reportOf(size)
  let report = analyseReport(source)
  report.settle(Infinity)
  const alone = new MarkdownIt(options)
  const printing = previewOf(() => report)
  printRow(
    `markdown-it alone, ${name}`,
    measured(rounds, () => alone.render(source)),
  )
  printRow(
    `with citations (${report.groups.length}), ${name}`,
    measured(rounds, () => printing.render(source)),
  )
  printRow(
    `  of it what is printed, ${name}`,
    measured(rounds, () => {
      const printed = printReport(report, corpus, {})
      return previewedReport(printed, report, { corpus, language: 'en', tooltips: new Map() })
    }),
  )
  report = report.edited([{ offset: source.length, length: 0, text: 'More.\n' }])
  printRow(
    `  of it what is printed behind an edit, ${name}`,
    measured(rounds, () => printReport(report, corpus, {})),
  )
}
