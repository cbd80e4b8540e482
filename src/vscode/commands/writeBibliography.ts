import * as vscode from 'vscode'
import { updateCslFile } from '../../core/citation/cslFile.ts'
import {
  planBibliography,
  type BibliographyPlan,
  type NoBibliography,
} from '../../core/features/bibliography.ts'
import { toRange } from '../convert.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Writes CSL-JSON for everything that the report cites, in the file that its front matter names. */
export async function writeBibliography({ source, reports }: State): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined || document.isUntitled) {
    refuse(t('Save the report first: the bibliography is written beside it.'))
    return
  }
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  const plan = planBibliography(reports.get(document), await source.ready, name)
  if (typeof plan === 'string') {
    refuse(whyNot(plan))
    return
  }
  const file = fileBeside(document, plan.path)
  if (file === undefined) refuse(t('{0} is outside the workspace; nothing was written.', plan.path))
  else await write(document, plan, file)
}

async function write(
  report: vscode.TextDocument,
  { items, path, edit: addToFrontMatter }: BibliographyPlan,
  file: vscode.Uri,
): Promise<void> {
  const existing = await openIfThere(file)
  const update = updateCslFile(existing?.getText(), items)
  if ('malformed' in update) {
    refuse(t('{0} is not a CSL-JSON file and was left as it is: mend it first.', path))
    return
  }
  const edit = new vscode.WorkspaceEdit()
  if (existing === undefined) {
    edit.createFile(file, { contents: new TextEncoder().encode(update.text) })
  } else {
    edit.replace(file, toRange(existing, { start: 0, end: existing.getText().length }), update.text)
  }
  if (addToFrontMatter !== undefined) {
    edit.replace(report.uri, toRange(report, addToFrontMatter.span), addToFrontMatter.text)
  }
  const done = (await vscode.workspace.applyEdit(edit)) && (await saved(file))
  if (done)
    void vscode.window.showInformationMessage(t('{0} items written to {1}.', items.length, path))
  else refuse(t('{0} could not be written.', path))
}

async function saved(file: vscode.Uri): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(file)
  return !document.isDirty || document.save()
}

/** The document at `file`, with what is not saved yet; `undefined` where there is no file. */
async function openIfThere(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    await vscode.workspace.fs.stat(file)
  } catch {
    return undefined
  }
  return vscode.workspace.openTextDocument(file)
}

/** The file that `path` means to `report`, within its workspace folder, or within its own where it has none. */
function fileBeside({ uri }: vscode.TextDocument, path: string): vscode.Uri | undefined {
  const folder = vscode.Uri.joinPath(uri, '..')
  const file = path.startsWith('/') ? uri.with({ path }) : vscode.Uri.joinPath(folder, path)
  const bounds = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folder
  return file.path.startsWith(`${bounds.path.replace(/\/$/u, '')}/`) ? file : undefined
}

function whyNot(reason: NoBibliography): string {
  switch (reason) {
    case 'nothingCited':
      return t('The report cites nothing of the corpus.')
    case 'frontMatterNotUnderstood':
      return t(
        'The front matter is written in a way that cannot be added to safely: name a .json file under “bibliography:” yourself.',
      )
  }
}

function refuse(reason: string): void {
  void vscode.window.showWarningMessage(reason)
}
