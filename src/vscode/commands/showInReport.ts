import * as vscode from 'vscode'
import { refuse } from '../messages.ts'
import type { State } from '../state.ts'
import { columnOf } from '../window/columnOf.ts'

const { t } = vscode.l10n

/** Leads from a line of a result to its place: the line that `argument` names, or else that of the caret. */
export async function showInReport({ results }: State, argument: unknown): Promise<void> {
  const lead = results.leadOf(argument)
  if (lead === undefined) {
    // Enter is pressed in all results, also where none of the lines is to lead anywhere.
    if (argument === undefined && !results.isLeadingAnywhere) return
    refuse(t('This line leads to no place in a report.'))
    return
  }
  const { report, range } = lead
  if (!isThere(report)) {
    refuse(t('{0} is not open any more.', report.path))
    return
  }
  try {
    await vscode.window.showTextDocument(report, {
      // A result stands beside.
      viewColumn: columnOf(report) ?? vscode.ViewColumn.One,
      selection: range,
    })
  } catch (error) {
    refuse(t('{0} could not be read: {1}', report.path, String(error)))
  }
}

/** A file that was never saved is gone once it is closed: to open it would make another one. */
function isThere(report: vscode.Uri): boolean {
  const { textDocuments } = vscode.workspace
  return (
    report.scheme !== 'untitled' ||
    textDocuments.some(({ uri }) => uri.toString() === report.toString())
  )
}
