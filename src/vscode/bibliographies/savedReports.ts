import * as vscode from 'vscode'
import { isOutdated } from '../../core/bibliography/plan.ts'
import { draftBibliography } from '../../core/features/bibliographies/draftBibliography.ts'
import { frontOf } from '../../core/report/report.ts'
import { readNamedFiles } from '../../workspace/reports/bibliographyFiles.ts'
import { editorHost } from '../host.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { carryOut, editedDocument, fileOf, whyNot } from './bibliographyFile.ts'
import { refuse } from '../messages.ts'

const { t } = vscode.l10n

/** So long a line in the status bar says that a bibliography was written, in milliseconds. */
const toldFor = 5000

/**
 * Keeps the bibliographies of reports true as they are saved, where the settings say so: files of ours that
 * the front matter names, in trusted workspaces. One after the other.
 */
export class SavedReports implements vscode.Disposable {
  readonly #state: State
  readonly #log: vscode.LogOutputChannel
  readonly #subscription: vscode.Disposable
  /** The files of which was told that they cannot be written. */
  readonly #told = new Set<string>()
  #writing: Promise<void> = Promise.resolve()

  constructor(state: State, log: vscode.LogOutputChannel) {
    this.#state = state
    this.#log = log
    this.#subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      if (isKeptTrue(document)) this.#keepTrueSoon(document)
    })
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  #keepTrueSoon(report: vscode.TextDocument): void {
    this.#writing = this.#writing
      .then(() => this.#keepTrue(report))
      .catch((error: unknown) => {
        this.#log.error(`The bibliography of ${report.uri.toString()} was not written.`, error)
      })
  }

  async #keepTrue(report: vscode.TextDocument): Promise<void> {
    const { reports, source, bibliographies } = this.#state
    await source.ready
    const { version } = report
    const head = frontOf(reports.get(report))
    const named = await readNamedFiles(editorHost, report.uri.toString(), head)
    // Whoever types on will save again.
    if (report.version !== version || report.isClosed) return
    const analysed = reports.get(report)
    const plan = draftBibliography(analysed, source.current, named.reportName, named.textOf)
    if ('why' in plan) {
      if (plan.why === 'notUtf8') this.#refuseOnce(whyNot(report, plan))
      return
    }
    const file = fileOf(report, plan.path)
    const isMeant = plan.isOurs && plan.edit === undefined && isOutdated(plan)
    if (!isMeant || file === undefined || editedDocument(file) !== undefined) return
    const trouble = await carryOut(report, file, plan)
    if (trouble === undefined) {
      const line = t('{0} items written to {1}.', plan.items, plan.path)
      vscode.window.setStatusBarMessage(line, toldFor)
    } else this.#refuseOnce({ message: trouble, file })
    bibliographies.reload()
  }

  #refuseOnce({ message, file }: { readonly message: string; readonly file?: vscode.Uri }): void {
    if (this.#told.has(message)) return
    this.#told.add(message)
    refuse(message, file)
  }
}

/** Whether the bibliography of `document` is written as it is saved. */
function isKeptTrue(document: vscode.TextDocument): boolean {
  return writesOnSave(document) && isReport(document)
}

/** Whether bibliographies of what is at `scope` are written on saving. */
export function writesOnSave(scope: vscode.TextDocument): boolean {
  return vscode.workspace.isTrusted && readSettings(scope).bibliographyUpdate === 'onSave'
}
