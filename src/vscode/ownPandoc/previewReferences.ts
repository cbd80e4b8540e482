import * as vscode from 'vscode'
import { printWithPandoc, type NoList, type PrintedList } from '../../ownPandoc/printWithPandoc.ts'
import { pandocPath, settingsSection } from '../../workspace/settings.ts'
import { editorHost } from '../host.ts'
import { isRestricted, refuse } from '../messages.ts'
import { isReport } from '../reports/isReport.ts'
import { withProgress } from '../results/progress.ts'
import { resultText, nameWithoutEnding } from '../results/results.ts'
import type { State } from '../state.ts'
import { explain } from './notPrinted.ts'
import { failureText, listText } from './referencesText.ts'

const { t } = vscode.l10n

/** The most that Pandoc may take for a list, in milliseconds. */
const longestRun = 20_000

/**
 * Shows the list of references of a report as the analyst's own Pandoc prints it. The report is the open one
 * at the address `of`, or else the active one; it must lie on a disk, in a workspace that is trusted.
 */
export async function previewReferences(state: State, of: unknown): Promise<void> {
  if (isRestricted(t('In Restricted Mode Pandoc is not run: trust the workspace first.'))) return
  const document = reportOnDisk(of)
  if (document === undefined) return
  const printed = await printWithProgress(state, document)
  if (printed === undefined) return
  const text = textOf(printed)
  if (text === undefined) explain(printed, document.uri)
  else await show(state, document.uri, text)
}

/** Shows `text` beside `report`, in place of what was shown for it before. */
async function show({ results }: State, report: vscode.Uri, text: string): Promise<void> {
  const name = t('References of {0}', nameWithoutEnding(report.path))
  await results.show(
    { name, report, text, language: resultText },
    { viewColumn: vscode.ViewColumn.Beside, preview: true, preserveFocus: true },
  )
}

function textOf(printed: PrintedList | NoList): string | undefined {
  if (printed.kind === 'printed') return listText(printed)
  return printed.kind === 'failed' ? failureText(printed.said) : undefined
}

/** The report that is meant; says why where Pandoc is not run for it. */
function reportOnDisk(of: unknown): vscode.TextDocument | undefined {
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === of)
  const document = named ?? vscode.window.activeTextEditor?.document
  if (document === undefined || !isReport(document)) {
    refuse(t('Open a report first.'))
    return undefined
  }
  if (document.uri.scheme === 'file') return document
  refuse(t('Pandoc is run only for reports that are saved on a disk.'))
  return undefined
}

/** A run that is still going on is cancelled. */
async function printWithProgress(
  { pandocRun, extension }: State,
  document: vscode.TextDocument,
): Promise<PrintedList | NoList | undefined> {
  const file = (path: string): string => vscode.Uri.joinPath(extension, path).fsPath
  return withProgress(t('Printing the references with Pandoc'), ({ signal }) =>
    printWithPandoc({
      text: document.getText(),
      report: document.uri.toString(),
      folders: editorHost.folders,
      setting: pandocPath(vscode.workspace.getConfiguration(settingsSection)),
      keeper: { command: process.execPath, script: file('dist/keeper/keeper.mjs') },
      filter: file('media/pandoc/policy-citation.lua'),
      signal: pandocRun.begin(signal),
      time: longestRun,
    }),
  )
}
