import * as vscode from 'vscode'
import { draftBibliography } from '../../core/features/bibliographies/draftBibliography.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { frontOf } from '../../core/report/report.ts'
import type { BibliographyText } from '../../core/bibliography/plan.ts'
import { notWritten } from '../../workspace/fileErrors.ts'
import { readBibliographyFile, readNamedFiles } from '../../workspace/reports/bibliographyFiles.ts'
import { editorHost } from '../host.ts'
import type { State } from '../state.ts'
import { carryOut, editedDocument, fileOf, whyNot } from './bibliographyFile.ts'
import { isRestricted, refuse, tellOf } from '../messages.ts'

const { t } = vscode.l10n

/**
 * Writes CSL-JSON for everything that the report cites, in the file that its front matter names. The report
 * is the open one at the address `of`, or else the active one.
 */
export async function writeBibliography(state: State, of?: unknown): Promise<void> {
  const document = reportOf(of)
  if (isRestricted(t('In Restricted Mode no bibliography is written: trust the workspace first.')))
    return
  if (document === undefined) return
  await state.source.ready
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const outcome = await writeOnce(document, state)
    if (outcome === 'changed') continue
    const { isDone, message, file } = outcome
    if (isDone && file !== undefined) tellOf(file, message)
    else refuse(message, file)
    return
  }
  refuse(t('The report changed while the bibliography was written; try again.'))
}

/** The report may change while files are read; then everything is drafted anew, so often at most. */
const mostAttempts = 3

/** The report that is meant; says why where it can have no bibliography. */
export function reportOf(of: unknown): vscode.TextDocument | undefined {
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === of)
  const document = named ?? vscode.window.activeTextEditor?.document
  if (document === undefined || document.isUntitled) {
    refuse(t('Save the report first: the bibliography is written beside it.'))
    return undefined
  }
  if (document.uri.scheme === 'vscode-notebook-cell') {
    refuse(t('A cell of a notebook has no bibliography of its own.'))
    return undefined
  }
  return document
}

/** Whether `file` is as it was when it was `read`: another window may have written it since. */
async function isAsRead(file: vscode.Uri, read: BibliographyText): Promise<boolean> {
  const now = await readBibliographyFile(editorHost.files, file.toString())
  return now.kind === 'read' && read.kind === 'read'
    ? now.text === read.text
    : now.kind === read.kind
}

type Outcome =
  'changed' | { readonly isDone: boolean; readonly message: string; readonly file?: vscode.Uri }

/** Reads what is there, plans, and writes, unless the report changed in between. */
async function writeOnce(report: vscode.TextDocument, state: State): Promise<Outcome> {
  const { version } = report
  const { reports, source, bibliographies } = state
  const named = await readNamedFiles(
    editorHost,
    report.uri.toString(),
    frontOf(reports.get(report)),
  )
  if (report.version !== version) return 'changed'
  const analysed = reports.get(report)
  const plan = draftBibliography(analysed, source.current, named.reportName, named.textOf)
  if ('why' in plan) return { isDone: false, ...whyNot(report, plan) }
  const { path } = plan
  const file = fileOf(report, path)
  if (file === undefined) return { isDone: false, ...whyNot(report, { why: 'unread', path }) }
  const edited = editedDocument(file)
  if (edited !== undefined && (await edited.save())) return 'changed'
  if (edited === undefined && !(await isAsRead(file, named.textOf(path)))) return 'changed'
  const trouble =
    edited === undefined ? await carryOut(report, file, plan) : inWords(notWritten(path), t)
  bibliographies.reload()
  return trouble === undefined
    ? { isDone: true, message: t('{0} items written to {1}.', plan.items, path), file }
    : { isDone: false, message: trouble, ...(plan.isNew ? {} : { file }) }
}
