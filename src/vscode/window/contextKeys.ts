import * as vscode from 'vscode'
import { namedPlaceAt } from '../../core/report/report.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import { isReport } from '../reports/isReport.ts'
import { reportSelector } from '../reports/reportDocuments.ts'
import type { Reports } from '../reports/reports.ts'

/** So long after the last key the caret is looked at, in milliseconds; where it only moved, at once. */
const pause = 100

/**
 * Tells the manifest's `when` and `enablement` where the caret is: `policyCitation.inReport`, in a report, and
 * `policyCitation.caretAtCitation`, on what commands about one citation ask for. Only the active editor is looked at,
 * and of its report the block with the caret.
 *
 * A right click opens its menu before anybody hears that it moved the caret. So the menu asks
 * `policyCitation.menuAtCitation`: where the pointer came to rest since the caret moved last, else where the caret is.
 * What the menu then has must be enabled, so commands ask for `policyCitation.atCitation`, that one of both is on a
 * citation; the palette, which works at the caret, asks for the caret besides. Nobody hears that the pointer leaves
 * for where no words are: a right click there, without a rest on words between, still has the menu of a citation.
 */
export class ContextKeys implements vscode.Disposable {
  readonly #told = new Map<string, boolean>()
  readonly #subscriptions: vscode.Disposable
  readonly #reports: Reports
  readonly #source: CorpusSource
  #waiting: ReturnType<typeof setTimeout> | undefined
  /** The version that the caret was looked at last in: it moved without an edit where that is the current one. */
  #version = -1
  #isCaretThere = false
  /** Whether the pointer rests on a citation; `undefined` where it did not come to rest since the caret moved. */
  #isPointerThere: boolean | undefined

  constructor(reports: Reports, source: CorpusSource) {
    this.#reports = reports
    this.#source = source
    const lookNow = (): void => {
      this.#look()
    }
    this.#subscriptions = vscode.Disposable.from(
      this.#followPointer(),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#isPointerThere = undefined
        this.#look()
      }),
      // A change of the language mode closes and opens the document.
      vscode.workspace.onDidOpenTextDocument(lookNow),
      vscode.workspace.onDidChangeConfiguration(lookNow),
      source.onDidChange(lookNow),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor !== vscode.window.activeTextEditor) return
        this.#isPointerThere = undefined
        if (textEditor.document.version === this.#version) this.#look()
        else this.#lookSoon()
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#lookSoon()
      }),
    )
    this.#look()
  }

  /** Hears where the pointer rests, and shows nothing there. */
  #followPointer(): vscode.Disposable {
    return vscode.languages.registerHoverProvider(reportSelector, {
      provideHover: (document, position) => {
        if (document !== vscode.window.activeTextEditor?.document || !isReport(document)) return
        this.#isPointerThere = this.#isCitation(document, position)
        this.#tellCitation()
      },
    })
  }

  dispose(): void {
    clearTimeout(this.#waiting)
    this.#subscriptions.dispose()
  }

  #lookSoon(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => {
      this.#look()
    }, pause)
  }

  #look(): void {
    clearTimeout(this.#waiting)
    const editor = vscode.window.activeTextEditor
    const report = editor !== undefined && isReport(editor.document) ? editor : undefined
    this.#version = report?.document.version ?? -1
    this.#tell('inReport', report !== undefined)
    this.#isCaretThere =
      report !== undefined && this.#isCitation(report.document, report.selection.active)
    this.#tellCitation()
  }

  #isCitation(document: vscode.TextDocument, position: vscode.Position): boolean {
    const offset = document.offsetAt(position)
    return namedPlaceAt(this.#reports.get(document), this.#source.current, offset) !== undefined
  }

  #tellCitation(): void {
    this.#tell('caretAtCitation', this.#isCaretThere)
    this.#tell('atCitation', this.#isCaretThere || this.#isPointerThere === true)
    this.#tell('menuAtCitation', this.#isPointerThere ?? this.#isCaretThere)
  }

  #tell(key: string, value: boolean): void {
    if (this.#told.get(key) === value) return
    this.#told.set(key, value)
    void vscode.commands.executeCommand('setContext', `policyCitation.${key}`, value)
  }
}
