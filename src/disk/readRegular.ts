import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

/** What is no ordinary file, or holds too much, when it is opened. */
export type NotRegular = 'noFile' | 'tooLarge'

/**
 * What is in `file` as it was when it was opened: nothing that waits for a writer, as a pipe does, is waited for,
 * and of a file that grows meanwhile only as much is read as it held.
 *
 * @throws what Node throws where it cannot be read.
 */
export async function readRegular(file: string, most = Infinity): Promise<Uint8Array | NotRegular> {
  const handle = await open(file, flags)
  try {
    const found = await handle.stat()
    if (!found.isFile()) return 'noFile'
    return found.size > most ? 'tooLarge' : await contentOf(handle, found.size)
  } finally {
    await handle.close()
  }
}

/** As {@link readRegular}, at once. */
export function readRegularNow(file: string, most: number): Uint8Array | NotRegular {
  const descriptor = openSync(file, flags)
  try {
    const found = fstatSync(descriptor)
    if (!found.isFile()) return 'noFile'
    if (found.size > most) return 'tooLarge'
    const bytes = new Uint8Array(found.size)
    let read = 0
    for (let more = -1; more !== 0 && read < bytes.length; read += more) {
      more = readSync(descriptor, bytes, read, bytes.length - read, null)
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(descriptor)
  }
}

const flags = constants.O_RDONLY | constants.O_NONBLOCK

async function contentOf(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let read = 0
  for (let more = -1; more !== 0 && read < size; read += more) {
    more = (await handle.read(bytes, read, size - read, null)).bytesRead
  }
  return bytes.subarray(0, read)
}
