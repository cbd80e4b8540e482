import * as vscode from 'vscode'
import { updateCslFile } from '../../core/bibliography/cslFile.ts'
import {
  draftBibliography,
  type BibliographyDraft,
  type NoBibliography,
} from '../../core/features/bibliography.ts'
import { bibliographyPath } from '../../core/features/bibliographyPath.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
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
  if (document.uri.scheme === 'vscode-notebook-cell') {
    refuse(t('A cell of a notebook has no bibliography of its own.'))
    return
  }
  const corpus = await source.ready
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const outcome = await writeOnce(document, () => planFor(document, reports, corpus))
    if (outcome === 'changed') continue
    if (outcome.isDone) void vscode.window.showInformationMessage(outcome.message)
    else refuse(outcome.message)
    return
  }
  refuse(t('The report changed while the bibliography was written; try again.'))
}

/** The report may change while files are read; then everything is drafted anew, so often at most. */
const mostAttempts = 3

type Outcome = 'changed' | { readonly isDone: boolean; readonly message: string }

function planFor(
  document: vscode.TextDocument,
  reports: State['reports'],
  corpus: Corpus,
): BibliographyDraft | NoBibliography {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  return draftBibliography(reports.get(document), corpus, name)
}

/** Plans, reads what is there, and writes, unless the report changed in between. */
async function writeOnce(
  report: vscode.TextDocument,
  drafted: () => BibliographyDraft | NoBibliography,
): Promise<Outcome> {
  const { version } = report
  const draft = drafted()
  if (typeof draft === 'string') return failed(whyNot(draft))
  const file = fileBeside(report, draft.path)
  if (file === undefined) {
    return failed(t('{0} is outside the workspace; nothing was written.', draft.path))
  }
  const existing = await openIfThere(file)
  if (report.version !== version) return 'changed'
  const update = updateCslFile(existing?.getText(), draft.items, draft.former)
  if ('malformed' in update) {
    return failed(t('{0} is not a CSL-JSON file and was left as it is: mend it first.', draft.path))
  }
  const edit = new vscode.WorkspaceEdit()
  if (existing === undefined) {
    edit.createFile(file, { contents: new TextEncoder().encode(update.text) })
  } else {
    edit.replace(file, toRange(existing, { start: 0, end: existing.getText().length }), update.text)
  }
  if (draft.edit !== undefined) {
    edit.replace(report.uri, toRange(report, draft.edit.span), draft.edit.text)
  }
  const isDone = (await vscode.workspace.applyEdit(edit)) && (await saved(file))
  return isDone
    ? { isDone, message: t('{0} items written to {1}.', draft.items.length, draft.path) }
    : failed(t('{0} could not be written.', draft.path))
}

function failed(message: string): Outcome {
  return { isDone: false, message }
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

/** The file that `path` means to the report, within its workspace folder, or its own where it has none. */
function fileBeside({ uri }: vscode.TextDocument, path: string): vscode.Uri | undefined {
  const folder = vscode.Uri.joinPath(uri, '..')
  const bounds = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folder
  const file = bibliographyPath(path, { folder: folder.path, bounds: bounds.path })
  return file === undefined ? undefined : uri.with({ path: file })
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
