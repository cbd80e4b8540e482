// The preview of a report: what printing citations costs beyond markdown-it, which VS Code's preview runs
// anyway, both in one run, in styles of three kinds. As in the editor: the report is analysed, it was shown
// before, and one thing was typed meanwhile, in its middle; another citation may change what all others print.
// What counts is the time of the processor, so that what else the machine does is no part of it.
// `node test/bench/preview.bench.ts [rounds]`
import MarkdownIt from 'markdown-it'
import { printReport, type PrintedReport } from '../../src/core/features/printing.ts'
import { inBrackets, type CitationText } from '../../src/core/citation/citationText.ts'
import type { OwnStyle } from '../../src/core/printing/printed.ts'
import { analyseReport, type Report } from '../../src/core/report/report.ts'
import { previewedReport } from '../../src/vscode/preview/printedHtml.ts'
import { printCitations } from '../../src/vscode/preview/printCitations.ts'
import { libraryCorpus } from '../core/search/libraryCorpus.ts'
import { processorTime } from '../support/processorTime.ts'
import { roundsAsked, sized } from './benchSize.ts'
import { printRow, printTitle, quantiles } from './measured.ts'
import { Dice, reportOf } from './syntheticReport.ts'

const rounds = roundsAsked(30)
const corpus = libraryCorpus()
const options = { html: true, linkify: true }

const styles: readonly OwnStyle[] = [
  'chicago-author-date',
  'china-national-standard-gb-t-7714-2025-numeric',
  'oscola',
]

/** One thing after the other that is typed at one place: how much of what stands there it takes, and what it gives. */
const strokes = [
  ['prose typed', 0, () => 'A sentence.\n\n'],
  ['a citation typed', 0, () => 'So [@eu-ai-act, art. 57].\n\n'],
  ['its place edited', 27, (round: number) => `So [@eu-ai-act, art. ${String(10 + round)}].\n\n`],
  ['the citation deleted', 27, () => ''],
  ['a work cited first', 0, () => 'So [@uk-aioap-2025, p. 3].\n\n'],
  ['the same deleted', 28, () => ''],
] as const

/** A report in the editor, and the parsers of a preview with us and without. */
class Shown {
  #report: Report
  readonly #place: number
  readonly #alone = new MarkdownIt(options)
  readonly #md = new MarkdownIt(options)
  #printed: PrintedReport | undefined

  constructor(source: string, name: OwnStyle) {
    this.#report = analyseReport(source)
    this.#place = source.indexOf('\n\n', source.length / 2) + 2
    const reader = {
      corpus,
      language: 'en',
      day: '2026-11-29',
      tooltips: new Map(),
      known: new WeakMap(),
    } as const
    printCitations(this.#md, () => {
      this.#printed = printReport(this.#report, corpus, { name }, this.#printed)
      return previewedReport(this.#printed, this.#report, reader)
    })
  }

  /** Types `text` over `length` characters; what is analysed then is no part of the preview. */
  type(length: number, text: string): void {
    this.#report = this.#report.edited([{ offset: this.#place, length, text }])
    // Read as far as the editor has it by then.
    this.#report.settle(Infinity)
  }

  /** What the preview takes without us, and how much more with us. */
  render(): Rendered {
    const source = this.#report.source.toString()
    const alone = processorTime(() => this.#alone.render(source))
    return { alone, beyond: processorTime(() => this.#md.render(source)) - alone }
  }
}

interface Rendered {
  readonly alone: number
  readonly beyond: number
}

/** A report that cites what the library has, but one work, in groups of one or two. */
function citingReport(size: number): string {
  const dice = new Dice()
  const keys = corpus.provisions.map(({ key }) => key).filter((key) => !key.startsWith('uk-'))
  const cited = (): CitationText => {
    return {
      key: dice.pick<string>(keys, 'eu-ai-act'),
      locator: `p. ${String(1 + dice.below(20))}`,
    }
  }
  return reportOf(size).replaceAll('[@us-aiap-2025:I.1.3, p. 3]', () =>
    inBrackets(Array.from({ length: 1 + dice.below(2) }, cited)),
  )
}

const sizes = [
  ['100 KB', 1e5],
  ['1 MB', 1e6],
] as const

printTitle('', ['p50', 'p99', 'runs'])
for (const [name, size] of sized(sizes, sizes.slice(0, 1))) {
  const source = citingReport(size)
  const citations = String(analyseReport(source).groups.length)
  for (const style of styles) {
    console.log(`${name} with ${citations} groups of citations, ${style}`)
    const shown = new Shown(source, style)
    const rendered = strokes.map((): Rendered[] => [])
    for (let round = 0; round < rounds + 3; round += 1) {
      for (const [index, [, length, text]] of strokes.entries()) {
        shown.type(length, text(round))
        rendered[index]?.push(shown.render())
      }
    }
    const warm = rendered.map((ones) => ones.slice(3))
    printRow('  markdown-it alone', quantiles(warm.flat().map(({ alone }) => alone)))
    for (const [index, [typed]] of strokes.entries()) {
      printRow(`  beyond that, ${typed}`, quantiles(warm[index]?.map(({ beyond }) => beyond) ?? []))
    }
  }
}
