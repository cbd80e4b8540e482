import * as vscode from 'vscode'

/**
 * Writes a file of the extension's own storage beside its place and then moves it there, so that none is
 * ever half written, whichever windows write it.
 *
 * @throws what VS Code's file system throws when it cannot be written; nothing is left then.
 */
export async function writeWhole(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace
  const moment = String(Math.trunc(performance.now() * 1000))
  const beside = file.with({ path: `${file.path}.${moment}.part` })
  try {
    await fs.writeFile(beside, bytes)
    await fs.rename(beside, file, { overwrite: true })
  } catch (error) {
    await Promise.resolve(fs.delete(beside)).catch(() => undefined)
    throw error
  }
}

/** Whether a file of that name is what a start that ended too soon left half written. */
export function isPart(name: string): boolean {
  return name.endsWith('.part')
}

/** The SHA-256 of `bytes`, in hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

function hexOf(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
