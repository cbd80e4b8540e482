import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import { notWritten } from '../../workspace/fileErrors.ts'
import { refuse } from '../messages.ts'
import { writeNewFile } from '../wholeFiles.ts'

const { t } = vscode.l10n

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
 * never over another; untitled where there is no folder, or it cannot be written, which is told.
 */
export async function openNewCorpusFile(
  folder: vscode.Uri | undefined,
  id: string,
  text: string,
): Promise<vscode.TextDocument> {
  const written = folder && (await writtenFile(vscode.Uri.joinPath(folder, '.policy'), id, text))
  const document =
    written ?? (await vscode.workspace.openTextDocument({ language: 'markdown', content: text }))
  await vscode.window.showTextDocument(document)
  return document
}

async function writtenFile(
  folder: vscode.Uri,
  id: string,
  text: string,
): Promise<vscode.TextDocument | undefined> {
  const contents = new TextEncoder().encode(text)
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${id}.md` : `${id}-${String(count)}.md`
    const uri = vscode.Uri.joinPath(folder, name)
    if (await isThere(uri)) continue
    try {
      await writeNewFile(uri, contents)
    } catch (error) {
      if (await isThere(uri)) continue
      refuse(
        t(
          '{0} What was made is shown in a new file that is not saved.',
          inWords(notWritten(vscode.workspace.asRelativePath(uri), error), t),
        ),
      )
      return undefined
    }
    return vscode.workspace.openTextDocument(uri)
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
