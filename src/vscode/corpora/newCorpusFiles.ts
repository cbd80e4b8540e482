import * as vscode from 'vscode'

/** The workspace folder of the active editor, or the first one. */
export function folderToWriteIn(): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri
  const folder = active && vscode.workspace.getWorkspaceFolder(active)
  return (folder ?? vscode.workspace.workspaceFolders?.[0])?.uri
}

/** The names of the corpus files of `folder` that are written already, whether or not they could be read. */
export async function fileNamesIn(folder: vscode.Uri | undefined): Promise<ReadonlySet<string>> {
  if (folder === undefined) return new Set()
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, '.policy'))
    return new Set(entries.map(([name]) => name))
  } catch {
    return new Set()
  }
}

/**
 * A new corpus file called after `id`, saved in the `.policy/` of `folder` under a name that none has,
 * never over another; untitled where there is no folder, or it cannot be written.
 */
export async function openNewCorpusFile(
  folder: vscode.Uri | undefined,
  id: string,
  text: string,
): Promise<void> {
  const untitled = async (): Promise<vscode.TextDocument> =>
    vscode.workspace.openTextDocument({ language: 'markdown', content: text })
  await vscode.window.showTextDocument(
    folder === undefined
      ? await untitled()
      : ((await writtenFile(vscode.Uri.joinPath(folder, '.policy'), id, text)) ??
          (await untitled())),
  )
}

async function writtenFile(
  folder: vscode.Uri,
  id: string,
  text: string,
): Promise<vscode.TextDocument | undefined> {
  for (let count = 1; ; count++) {
    const uri = vscode.Uri.joinPath(folder, count === 1 ? `${id}.md` : `${id}-${String(count)}.md`)
    const edit = new vscode.WorkspaceEdit()
    if (await isThere(uri)) continue
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false })
    edit.insert(uri, new vscode.Position(0, 0), text)
    if (!(await vscode.workspace.applyEdit(edit))) return undefined
    const document = await vscode.workspace.openTextDocument(uri)
    await document.save()
    return document
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
