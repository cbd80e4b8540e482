import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { readRegular } from '../disk/readRegular.ts'
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
    try {
      const read = await readRegular(file, largest)
      return read === 'noFile' ? 'unread' : read
    } catch {
      return 'unread'
    }
  },
}
