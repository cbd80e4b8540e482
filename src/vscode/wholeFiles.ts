import * as vscode from 'vscode'
import { isOnDisk } from './host.ts'

/**
 * Writes `file`, all of it or nothing where it is on this machine: VS Code’s own writing would leave half of it where
 * a disk gets full.
 *
 * @throws what Node or VS Code throws where it cannot be written.
 */
export async function writeFile(file: vscode.Uri, contents: Uint8Array): Promise<void> {
  if (isOnDisk(file)) {
    const { writeWhole } = await import('../disk/writeWhole.ts')
    await writeWhole(file.fsPath, contents)
  } else await vscode.workspace.fs.writeFile(file, contents)
}

/**
 * Writes `file` as {@link writeFile} does, where nothing is called so.
 *
 * @throws what Node or VS Code throws where it cannot be written, or something is there.
 */
export async function writeNewFile(file: vscode.Uri, contents: Uint8Array): Promise<void> {
  if (isOnDisk(file)) {
    const { writeNew } = await import('../disk/writeWhole.ts')
    await writeNew(file.fsPath, contents)
    return
  }
  const edit = new vscode.WorkspaceEdit()
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents })
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${file.toString()} is refused`)
}

/**
 * Sees to it that a new `file` with `contents`, which VS Code wrote or began to write, is there as a whole or not at
 * all; what is not the beginning of that is somebody else’s, and stays.
 *
 * @throws what Node or VS Code throws where there is only a half of it, and the whole cannot be written.
 */
export async function mendNewFile(file: vscode.Uri, contents: Uint8Array): Promise<void> {
  const there = await bytesOf(file)
  const isHalf = there !== undefined && there.length < contents.length
  if (!isHalf || !there.every((byte, at) => byte === contents[at])) return
  await vscode.workspace.fs.delete(file)
  await writeNewFile(file, contents)
}

async function bytesOf(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file)
  } catch {
    return undefined
  }
}
