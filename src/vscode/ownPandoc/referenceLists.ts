import * as vscode from 'vscode'
import { referencesScheme } from '../reports/reportDocuments.ts'

const { t } = vscode.l10n

/** The language of our lists of references: plain text, whose long lines are wrapped. */
const language = 'policy-references'

/** The lists of references that were printed, one for each report, as read-only documents. */
export class ReferenceLists implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>()
  readonly #changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.#changed.event
  // Behind the event, which is asked for at once.
  readonly #registered = vscode.workspace.registerTextDocumentContentProvider(
    referencesScheme,
    this,
  )
  #running = new AbortController()

  /** What ends a run that begins now: `token`, and the next run. */
  begin(token: vscode.CancellationToken): AbortSignal {
    this.#running.abort()
    const running = new AbortController()
    this.#running = running
    token.onCancellationRequested(() => {
      running.abort()
    })
    return running.signal
  }

  /** Shows `text` beside `report`, in place of what was shown for it before. */
  async show(report: vscode.Uri, text: string): Promise<void> {
    const uri = viewOf(report)
    this.#texts.set(uri.toString(), text)
    this.#changed.fire(uri)
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(
      await vscode.languages.setTextDocumentLanguage(document, language),
      { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true },
    )
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#texts.get(uri.toString()) ??
      t('Run “Preview References” in the report to see its list here.')
    )
  }

  dispose(): void {
    this.#running.abort()
    this.#registered.dispose()
    this.#changed.dispose()
  }
}

/** Where the list of `report` is shown, under a name without an ending, which would say a language. */
function viewOf(report: vscode.Uri): vscode.Uri {
  const name = report.path.slice(report.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')
  const path = `/${t('References of {0}', name)}`
  return vscode.Uri.from({ scheme: referencesScheme, path, query: report.toString() })
}
