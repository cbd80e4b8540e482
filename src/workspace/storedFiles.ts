import type { Address, StoredFiles } from './host.ts'

/**
 * Writes a file of our own storage beside its place and then moves it there, so that none is ever half
 * written, whichever windows write it.
 *
 * @throws what `files` throw when it cannot be written; nothing is left then.
 */
export async function writeWhole(
  files: StoredFiles,
  file: Address,
  bytes: Uint8Array,
): Promise<void> {
  const beside = `${file}.${String(Math.trunc(performance.now() * 1000))}.part`
  try {
    await files.writeFile(beside, bytes)
    await files.rename(beside, file)
  } catch (error) {
    await files.delete(beside).catch(() => undefined)
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
