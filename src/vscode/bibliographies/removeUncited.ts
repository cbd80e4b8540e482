import * as vscode from 'vscode'
import { withoutEntries } from '../../core/bibliography/cslFile.ts'
import { bibliographyFiles } from '../../core/bibliography/plan.ts'
import { withoutCase } from '../../core/bibliography/cslMarkup.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import {
  mayUse,
  uncitedEntries,
  type UncitedEntry,
} from '../../core/features/bibliographies/uncited.ts'
import { analyseReport, frontOf, type Report } from '../../core/report/report.ts'
import { readBibliographyFile } from '../../workspace/reports/bibliographyFiles.ts'
import { othersTurn } from '../../workspace/inSlices.ts'
import { editorHost } from '../host.ts'
import { reportFiles, reportText } from '../reports/reportFiles.ts'
import { withProgress, type LongWork } from '../results/progress.ts'
import type { State } from '../state.ts'
import { editedDocument, fileOf, whyNot, write } from './bibliographyFile.ts'
import { isRestricted, refuse, tellOf } from '../messages.ts'
import { reportOf } from './writeBibliography.ts'

const { t } = vscode.l10n

/**
 * Takes out of the bibliography of the active report the entries of ours that nothing cites, as far as
 * they are picked in a list. What others changed in them has to be picked; all else is picked already.
 */
export async function removeUncited({ source, reports, bibliographies }: State): Promise<void> {
  const document = reportOf(undefined)
  if (isRestricted(t('In Restricted Mode no bibliography is written: trust the workspace first.')))
    return
  if (document === undefined) return
  await source.ready
  const path = bibliographyFiles(frontOf(reports.get(document)), nameOf(document.uri)).at(-1) ?? ''
  const file = fileOf(document, path)
  if (file === undefined) {
    complain(document, 'unread', path)
    return
  }
  const using = await withProgress(t('Reading reports'), (long) =>
    reportsUsing(document, file, long),
  )
  if (using === undefined) return
  const read = await readBibliographyFile(editorHost.files, file.toString())
  if (read.kind !== 'read') {
    complain(document, read.kind, path)
    return
  }
  const uncited = uncitedEntries(read.text, using, source.current)
  if (uncited.length === 0) {
    tellOf(file, t('Every item that Policy Citation wrote to {0} is cited.', path))
    return
  }
  const chosen = await choose(uncited, path)
  if (chosen.size > 0) await remove({ file, path, before: read.text }, chosen)
  bibliographies.reload()
}

/** A bibliography file as it was when its entries were shown. */
interface ShownFile {
  readonly file: vscode.Uri
  readonly path: string
  readonly before: string
}

/** Takes `chosen` out of the file, unless it changed meanwhile. */
async function remove(
  { file, path, before }: ShownFile,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const now = await readBibliographyFile(editorHost.files, file.toString())
  const isSame = now.kind === 'read' && now.text === before && editedDocument(file) === undefined
  const contents = new TextEncoder().encode(withoutEntries(before, chosen))
  const trouble = isSame
    ? await write(file, contents, { path, isNew: false })
    : t('{0} changed meanwhile; try again.', path)
  if (trouble === undefined) tellOf(file, t('{0} items removed from {1}.', chosen.size, path))
  else refuse(trouble, file)
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function complain(
  document: vscode.TextDocument,
  kind: 'missing' | 'unread' | 'notUtf8',
  path: string,
): void {
  const { message, file } = whyNot(document, { why: kind === 'missing' ? 'unread' : kind, path })
  refuse(message, file)
}

/** The reports that may print what `file` holds; says why where one could not be read. */
async function reportsUsing(
  document: vscode.TextDocument,
  file: vscode.Uri,
  { signal, tell }: LongWork,
): Promise<readonly Report[] | undefined> {
  const all = [document.uri, ...(await reportFiles(signal))]
  const addresses = new Set(all.map((uri) => uri.toString()))
  const using: Report[] = []
  for (const address of addresses) {
    await othersTurn()
    if (signal.aborted) return undefined
    const uri = vscode.Uri.parse(address)
    tell(vscode.workspace.asRelativePath(uri), 100 / addresses.size)
    const read = await reportText(uri)
    if (read.kind === 'refused') {
      refuse(t('{0} {1}', inWords(read.why, t), inWords(read.advice, t)), uri)
      return undefined
    }
    const report = analyseReport(read.text)
    const isFile = (path: string): boolean => fileOf({ uri }, path)?.toString() === file.toString()
    if (mayUse(report, isFile)) using.push(report)
  }
  return using
}

/** The ids of those entries that are to go. */
async function choose(
  uncited: readonly UncitedEntry[],
  path: string,
): Promise<ReadonlySet<string>> {
  const rows = uncited.map(({ id, title, isTouched }) => ({
    label: id,
    detail: withoutCase(title),
    ...(isTouched ? { description: t('changed by you') } : {}),
    picked: !isTouched,
  }))
  const title = t('Remove Uncited References')
  const placeHolder = t('No report cites these items of {0}. What is ticked is removed.', path)
  const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder, canPickMany: true })
  return new Set(chosen?.map(({ label }) => label))
}
