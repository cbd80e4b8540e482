import * as vscode from 'vscode'
import { idFor, instrumentTypes, newCorpusText } from '../../core/features/newCorpusFile.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Asks for title and type, and opens a corpus file that is valid as it is: in `.policy/`, or untitled without a workspace. */
export async function newCorpusFile({ source }: State): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: t('New Corpus File'),
    prompt: t('The English title of the plan, act, order, declaration or article'),
    validateInput: (text) => (text.trim() === '' ? t('Write a title.') : undefined),
  })
  if (title === undefined) return
  const chosen = await vscode.window.showQuickPick(
    instrumentTypes.map((type) => ({ label: type, type })),
    { title: t('New Corpus File'), placeHolder: t('What it is') },
  )
  if (chosen === undefined) return
  const { byKey } = await source.ready
  const folder = folderToWriteIn()
  const written = await fileNamesIn(folder)
  const id = idFor(title, (one) => byKey.has(one) || written.has(`${one}.md`))
  const text = newCorpusText({ id, title, type: chosen.type })
  await vscode.window.showTextDocument(
    folder === undefined
      ? await vscode.workspace.openTextDocument({ language: 'markdown', content: text })
      : await writtenFile(vscode.Uri.joinPath(folder, '.policy'), id, text),
  )
}

/** The workspace folder of the active editor, or the first one. */
function folderToWriteIn(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri
  const folder = active && vscode.workspace.getWorkspaceFolder(active)
  return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri
}

/** The names of the corpus files that are written already, whether or not they could be read. */
async function fileNamesIn(folder: vscode.Uri | undefined): Promise<ReadonlySet<string>> {
  if (folder === undefined) return new Set()
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, '.policy'))
    return new Set(entries.map(([name]) => name))
  } catch {
    return new Set()
  }
}

/** The new file, under a name that none has; never over another. */
async function writtenFile(
  folder: vscode.Uri,
  id: string,
  text: string,
): Promise<vscode.TextDocument> {
  for (let count = 1; ; count++) {
    const uri = vscode.Uri.joinPath(folder, count === 1 ? `${id}.md` : `${id}-${String(count)}.md`)
    const edit = new vscode.WorkspaceEdit()
    if (await isThere(uri)) continue
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false })
    edit.insert(uri, new vscode.Position(0, 0), text)
    if (await vscode.workspace.applyEdit(edit)) {
      const document = await vscode.workspace.openTextDocument(uri)
      await document.save()
      return document
    }
    return vscode.workspace.openTextDocument({ language: 'markdown', content: text })
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}
