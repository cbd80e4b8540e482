import * as vscode from 'vscode'

/** What a report has, in numbers. */
export interface Figures {
  /** How many of its citations cite something of the corpus. */
  readonly citations: number
  /** How many problems were found that the settings do not silence. */
  readonly findings: number
}

/** The figures of open reports, noted whenever their problems are found anew; gone with the documents. */
export class ReportFigures implements vscode.Disposable {
  readonly #figures = new WeakMap<vscode.TextDocument, Figures>()
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>()

  /** Fires with a report whose figures were noted. */
  readonly onDidChange = this.#changed.event

  /** Those found last; `undefined` before the first time. */
  of(document: vscode.TextDocument): Figures | undefined {
    return this.#figures.get(document)
  }

  note(document: vscode.TextDocument, figures: Figures): void {
    this.#figures.set(document, figures)
    this.#changed.fire(document)
  }

  dispose(): void {
    this.#changed.dispose()
  }
}
