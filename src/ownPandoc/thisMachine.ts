import { constants } from 'node:fs'
import { access, open, realpath, stat, type FileHandle } from 'node:fs/promises'
import type { Disk } from './disk.ts'
import type { Machine } from './machine.ts'

/** The machine that we run on. */
export const thisMachine: Machine & Disk = {
  platform: process.platform,
  arch: process.arch,
  variable: (name) => process.env[name],
  async isProgram(file) {
    try {
      await access(file, constants.X_OK)
      return (await stat(file)).isFile()
    } catch {
      return false
    }
  },
  async realPath(file) {
    try {
      return await realpath(file)
    } catch {
      return undefined
    }
  },
  async readFile(file, largest) {
    let handle: FileHandle | undefined
    try {
      // Not waiting for whoever may write into a pipe that stands in its place.
      handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
      return await contentOf(handle, largest)
    } catch {
      return 'unread'
    } finally {
      await handle?.close()
    }
  },
}

async function contentOf(
  handle: FileHandle,
  largest: number,
): Promise<Uint8Array | 'unread' | 'tooLarge'> {
  const found = await handle.stat()
  if (!found.isFile()) return 'unread'
  return found.size > largest ? 'tooLarge' : handle.readFile()
}
