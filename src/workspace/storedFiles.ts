import { isNotThere } from './fileErrors.ts'
import { childOf } from './addresses.ts'
import type { Address, StoredFiles } from './host.ts'

/** What the names of files end with that are not written whole yet. */
const partEnd = '.part'

/** The end of those that this release writes. */
const ownPart = /\.[\da-f]{16}\.part$/u

/** What was not finished for so long, in milliseconds, nobody finishes any more. */
const longestWriting = 60 * 60 * 1000

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
  const own = hexOf(crypto.getRandomValues(new Uint8Array(8)))
  const beside = `${file}.${own}${partEnd}`
  try {
    await files.writeFile(beside, bytes)
    await files.rename(beside, file)
  } catch (error) {
    await files.delete(beside).catch(() => undefined)
    throw error
  }
}

/**
 * Removes from `folder` what starts that ended too soon left half written. What another window may be writing
 * stays: all that is not much older than `file`, which was written there just now; but what an earlier release
 * began to write of that one, nobody needs any more. Never throws.
 */
export async function removeParts(
  files: StoredFiles,
  folder: Address,
  file: Address,
): Promise<void> {
  try {
    const now = (await files.stat(file)).modified
    const names = (await files.readDirectory(folder)).map(({ name }) => name)
    for (const name of names.filter((one) => one.endsWith(partEnd))) {
      const part = childOf(folder, name)
      const written = (await modifiedAt(files, part)) ?? now
      const isOfEarlier = part.startsWith(`${file}.`) && !ownPart.test(name)
      if (isOfEarlier || now - written > longestWriting) await removed(files, part)
    }
  } catch {
    // The next one removes them.
  }
}

/** When a file of ours was written; `undefined` where it is gone, or nobody knows. */
export async function modifiedAt(files: StoredFiles, file: Address): Promise<number | undefined> {
  try {
    return (await files.stat(file)).modified
  } catch {
    return undefined
  }
}

/** Whether `file` is there no more: another window may have been quicker. */
export async function removed(files: StoredFiles, file: Address): Promise<boolean> {
  try {
    await files.delete(file)
    return true
  } catch (error) {
    return isNotThere(error)
  }
}

/** The SHA-256 of `bytes`, in hexadecimal. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
