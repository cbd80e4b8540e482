import * as vscode from 'vscode'
import type { Span } from '../../core/text/span.ts'
import { withoutEnding } from '../../core/text/withoutEnding.ts'
import { commandIds } from '../commandIds.ts'
import { resultScheme } from '../reports/reportDocuments.ts'
import { columnOf } from '../window/columnOf.ts'

const { t } = vscode.l10n

/** Plain text whose long lines are wrapped. */
export const resultText = 'policy-references'

/** What a command found, to be read. */
export interface Result {
  /** What its tab says. */
  readonly name: string
  /** The report that it is about, if it is about one. */
  readonly report?: vscode.Uri
  readonly language: typeof resultText | 'json' | 'markdown'
  readonly text: string
  /** Where its lines lead, by the number of the line from 0. */
  readonly leads?: ReadonlyMap<number, ResultLead>
}

/** Where a line of a result leads. */
export interface ResultLead {
  /** The words of the line that are the link, in UTF-16 units of it. */
  readonly words: Span
  readonly report: vscode.Uri
  readonly range: vscode.Range
}

/**
 * What is found anew once `report` was saved; `undefined` where that changes nothing. Several run at once where
 * several are saved: each gives all that is known by its end.
 */
export type Renewal = (report: vscode.Uri) => Promise<Result | undefined>

interface Shown {
  readonly result: Result
  /** What our links call it: VS Code takes the escapes out of what they hand over, and with them the address. */
  readonly number: number
  readonly renewal: Renewal | undefined
}

/**
 * What commands found, as read-only documents that nobody has to save: one for each name and report, in which
 * the last run is shown. While one is open it follows what is saved.
 */
export class Results
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  readonly #shown = new Map<string, Shown>()
  readonly #log: vscode.LogOutputChannel
  readonly #changed = new vscode.EventEmitter<vscode.Uri>()
  readonly onDidChange = this.#changed.event
  // Behind the event, which is asked for at once.
  readonly #registered = vscode.Disposable.from(
    this.#changed,
    vscode.workspace.registerTextDocumentContentProvider(resultScheme, this),
    vscode.languages.registerDocumentLinkProvider({ scheme: resultScheme }, this),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      for (const one of vscode.workspace.textDocuments) {
        this.#renew(one.uri, uri).catch((error: unknown) => {
          this.#log.error(`${one.uri.toString()} could not be found anew.`, error)
        })
      }
    }),
  )

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log
  }

  /** Shows `result` in place of what was shown of its name before. */
  async show(
    result: Result,
    options: vscode.TextDocumentShowOptions,
    renewal?: Renewal,
  ): Promise<void> {
    const uri = addressOf(result)
    const viewColumn = columnOf(uri) ?? options.viewColumn
    this.#set(uri, result, renewal)
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(
      await vscode.languages.setTextDocumentLanguage(document, result.language),
      { ...options, ...(viewColumn !== undefined && { viewColumn }) },
    )
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#shown.get(uri.toString())?.result.text ?? t('Run the command again to see it here.')
    )
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const { number, result } = this.#shown.get(uri.toString()) ?? {}
    const leads = result?.leads ?? []
    return Array.from(leads, ([line, { words }]) => {
      const argument = encodeURIComponent(JSON.stringify([`${String(number)}:${String(line)}`]))
      const command = vscode.Uri.parse(`command:${commandIds.showInReport}?${argument}`)
      const link = new vscode.DocumentLink(
        new vscode.Range(line, words.start, line, words.end),
        command,
      )
      link.tooltip = t('Show in Report')
      return link
    })
  }

  /** Where the line leads that `named` names as our links do, or else that of the caret. */
  leadOf(named: unknown): ResultLead | undefined {
    if (typeof named === 'string') {
      const [number, line] = named.split(':').map(Number)
      const shown = [...this.#shown.values()].find((one) => one.number === number)
      return shown?.result.leads?.get(line ?? -1)
    }
    const { document, selection } = vscode.window.activeTextEditor ?? {}
    const shown = document && this.#shown.get(document.uri.toString())
    return selection && shown?.result.leads?.get(selection.active.line)
  }

  /** Whether any line of the result with the caret leads anywhere. */
  get isLeadingAnywhere(): boolean {
    const address = vscode.window.activeTextEditor?.document.uri.toString()
    const leads = address === undefined ? undefined : this.#shown.get(address)?.result.leads
    return leads !== undefined && leads.size > 0
  }

  dispose(): void {
    this.#registered.dispose()
  }

  #set(uri: vscode.Uri, result: Result, renewal: Renewal | undefined): void {
    const address = uri.toString()
    const number = this.#shown.get(address)?.number ?? this.#shown.size
    this.#shown.set(address, { result, number, renewal })
    this.#changed.fire(uri)
  }

  async #renew(uri: vscode.Uri, saved: vscode.Uri): Promise<void> {
    const address = uri.toString()
    const renewal = this.#shown.get(address)?.renewal
    const result = await renewal?.(saved)
    // Meanwhile the command may have run again; what other saves have renewed is in the result.
    if (result !== undefined && this.#shown.get(address)?.renewal === renewal)
      this.#set(uri, result, renewal)
  }
}

/** The name of the file `path` without its ending, which would say a language. */
export function nameWithoutEnding(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf('/') + 1))
}

function addressOf({ name, report }: Result): vscode.Uri {
  return vscode.Uri.from({
    scheme: resultScheme,
    path: `/${name}`,
    ...(report !== undefined && { query: report.toString() }),
  })
}
