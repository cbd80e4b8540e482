import type * as vscode from 'vscode'
import { analyseReport, type Report } from '../core/report/report.ts'

interface Entry {
  readonly version: number
  readonly report: Report
}

/** One analysis per version of a document, shared by all features; gone with the document. */
export class Reports {
  readonly #entries = new WeakMap<vscode.TextDocument, Entry>()
  readonly #analyse: (source: string) => Report

  constructor(analyse: (source: string) => Report = analyseReport) {
    this.#analyse = analyse
  }

  get(document: vscode.TextDocument): Report {
    const known = this.#entries.get(document)
    if (known?.version === document.version) return known.report
    const report = this.#analyse(document.getText())
    this.#entries.set(document, { version: document.version, report })
    return report
  }
}
