import type * as vscode from 'vscode'
import type { Corpus } from '../../core/corpus/corpus.ts'
import {
  printReport,
  styleNameOf,
  type NamedStyle,
  type PrintedReport,
} from '../../core/features/printing.ts'
import { styleFiles } from '../../core/bibliography/bibliographyField.ts'
import type { Report } from '../../core/report/report.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import type { Bibliographies } from '../../workspace/reports/bibliographies.ts'
import { hasFilesBeside } from '../reports/reportDocuments.ts'
import type { Reports } from '../reports/reports.ts'

/** What printed reports are made of. */
export interface PrintedFrom {
  readonly source: Pick<CorpusSource, 'current'>
  readonly reports: Reports
  readonly bibliographies: Bibliographies
}

/** What a report was printed by. */
interface Printing {
  readonly report: Report
  readonly corpus: Corpus
  readonly style: NamedStyle
  readonly printed: PrintedReport
}

/** Reports as their styles print them, each version once. */
export class PrintedReports {
  readonly #state: PrintedFrom
  readonly #known = new WeakMap<vscode.TextDocument, Printing>()

  constructor(state: PrintedFrom) {
    this.#state = state
  }

  /** The current version of `document` as its style prints it, with the corpus as it is now. */
  of(document: vscode.TextDocument): PrintedReport {
    const report = this.#state.reports.get(document)
    const corpus = this.#state.source.current
    const style = this.styleOf(document)
    const known = this.#known.get(document)
    const isAlike = known?.corpus === corpus && isSame(known.style, style)
    if (isAlike && known.report === report) return known.printed
    const printed = printReport(report, corpus, style, isAlike ? known.printed : undefined)
    this.#known.set(document, { report, corpus, style, printed })
    return printed
  }

  /** What the report calls its style, and the text of it as far as that has been read. */
  styleOf(document: vscode.TextDocument): NamedStyle {
    const name = styleNameOf(this.#state.reports.get(document))
    if (name === undefined) return {}
    const { uri } = document
    const paths = hasFilesBeside(uri.scheme) ? styleFiles(name) : []
    const files = paths.map((path) => this.#state.bibliographies.of(uri.toString(), path))
    const file = files.find(({ kind }) => kind === 'read')
    return { name, ...(file?.kind === 'read' && { text: file.text }) }
  }
}

function isSame(one: NamedStyle, other: NamedStyle): boolean {
  return one.name === other.name && one.text === other.text
}
