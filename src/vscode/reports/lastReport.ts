import * as vscode from 'vscode'
import { isReport } from './isReport.ts'

/** The report that was worked on last: what a view beside it writes into. */
export class LastReport implements vscode.Disposable {
  readonly #watching: vscode.Disposable
  #document: vscode.TextDocument | undefined

  constructor() {
    this.#note(vscode.window.activeTextEditor)
    this.#watching = vscode.window.onDidChangeActiveTextEditor((editor) => {
      this.#note(editor)
    })
  }

  /** `undefined` before there was one, and when it was closed. */
  get current(): vscode.TextDocument | undefined {
    return this.#document?.isClosed === true ? undefined : this.#document
  }

  dispose(): void {
    this.#watching.dispose()
  }

  #note(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isReport(editor.document)) this.#document = editor.document
  }
}
