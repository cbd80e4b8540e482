import type { Dirent, Stats } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRegular } from '../disk/readRegular.ts'
import { addressOfNames, addressOfPath } from '../workspace/addresses.ts'
import { UnsteadyFile } from '../workspace/fileErrors.ts'
import type { Address, FileKind, FileStat, Files } from '../workspace/host.ts'

/** The address of the whole path `file` of this machine: only Windows parts names by backslashes. */
export function addressOf(file: string): Address {
  return sep === '\\' ? addressOfPath(file) : addressOfNames(file.split('/'))
}

/** The files of this machine. */
export const nodeFiles: Files = {
  async stat(address) {
    const path = fileURLToPath(address)
    const own = await lstat(path)
    if (!own.isSymbolicLink()) return statOf(own, false)
    // A link that leads nowhere is there, and is no file.
    return statOf(await stat(path).catch(() => own), true)
  },
  async readDirectory(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true })
    return entries.map((entry) => ({
      name: entry.name,
      kind: kindOf(entry),
      isLink: entry.isSymbolicLink(),
    }))
  },
  async readFile(address) {
    const read = await readRegular(fileURLToPath(address))
    if (typeof read === 'string') throw new UnsteadyFile(`${address} became no file`)
    return read
  },
}

function statOf(stats: Stats, isLink: boolean): FileStat {
  return { kind: kindOf(stats), isLink, size: stats.size, modified: stats.mtimeMs }
}

function kindOf(entry: Stats | Dirent): FileKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
