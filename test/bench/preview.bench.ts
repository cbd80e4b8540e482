// The preview of a report: markdown-it alone, as VS Code's preview runs it, and with citations printed, in
// one run. As in the editor: the report is analysed, it was shown before, a sentence was typed meanwhile;
// then the same with another citation, which may change what all others print.
// `node test/bench/preview.bench.ts [rounds]`
import MarkdownIt from 'markdown-it'
import { printReport, type PrintedReport } from '../../src/core/features/printing.ts'
import { analyseReport, type Report } from '../../src/core/report/report.ts'
import { previewedReport } from '../../src/vscode/preview/printedHtml.ts'
import { printCitations } from '../../src/vscode/preview/printCitations.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { printRow, printTitle, quantiles } from './measured.ts'
import { reportOf } from './syntheticReport.ts'

const rounds = roundsAsked(30)
const corpus = libraryCorpus()
const options = { html: true, linkify: true }

/** A report in the editor, and the parser of its preview. */
class Shown {
  report: Report
  readonly #md = new MarkdownIt(options)
  #printed: PrintedReport | undefined

  constructor(source: string) {
    this.report = analyseReport(source)
    const reader = {
      corpus,
      language: 'en',
      day: '2026-11-29',
      tooltips: new Map(),
      known: new WeakMap(),
    } as const
    printCitations(this.#md, () => {
      this.#printed = printReport(this.report, corpus, {}, this.#printed)
      return previewedReport(this.#printed, this.report, reader)
    })
  }

  /** Types `text` at the end; what is analysed then is no part of the preview. */
  type(text: string): void {
    const offset = this.report.source.length
    this.report = this.report.edited([{ offset, length: 0, text }])
    // Read as far as the editor has it by then.
    this.report.settle(Infinity)
  }

  render(): string {
    return this.#md.render(this.report.source.toString())
  }
}

const sizes = [
  ['100 KB', 1e5],
  ['1 MB', 1e6],
] as const

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sized(sizes, sizes.slice(0, 1))) {
  const shown = new Shown(reportOf(size))
  const alone = new MarkdownIt(options)
  const [plain, prose, cited] = [[], [], []] as number[][]
  for (let round = 0; round < rounds + 3; round += 1) {
    shown.type('A sentence.\n')
    plain?.push(timed(() => alone.render(shown.report.source.toString())))
    prose?.push(timed(() => shown.render()))
    shown.type('So [@eu-ai-act, art. 57].\n\n')
    cited?.push(timed(() => shown.render()))
  }
  const citations = String(shown.report.groups.length)
  printRow(`markdown-it alone, ${name}`, quantiles(plain?.slice(3) ?? []))
  printRow(`with ${citations} citations printed, ${name}`, quantiles(prose?.slice(3) ?? []))
  printRow(`  after one more was typed, ${name}`, quantiles(cited?.slice(3) ?? []))
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
