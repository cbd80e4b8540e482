import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Disposable, Host, Log, StoredFiles, Watching } from '../../../src/workspace/host.ts'
import type { Product } from './product.ts'

const nothing: Disposable = { dispose: () => undefined }

/** A window on `folder` of this machine, trusted and without settings; nothing is told but when it is asked. */
export function diskHost(
  { nodeFiles, addressOf }: Product,
  folder: string,
): Host & Watching & { readonly files: StoredFiles } {
  return {
    files: { ...nodeFiles, ...writing },
    folders: [addressOf(folder)],
    isTrusted: true,
    displayLanguage: 'en',
    today: '2026-11-30',
    settings: () => ({ get: () => undefined }),
    hiddenFiles: () => undefined,
    nameOf: (address) => path.relative(folder, fileURLToPath(address)).replaceAll(path.sep, '/'),
    watch: () => nothing,
    onDidChangePlaces: () => nothing,
    onDidReturn: () => nothing,
  }
}

const writing: Pick<StoredFiles, 'writeFile' | 'rename' | 'delete'> = {
  async writeFile(address, bytes) {
    const file = fileURLToPath(address)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, bytes)
  },
  rename: (from, to) => rename(fileURLToPath(from), fileURLToPath(to)),
  delete: (address) => rm(fileURLToPath(address)),
}

/** Throws at what is wrong: a library or an index that is not of the sources measures something else. */
export const strictLog: Log = {
  info: () => undefined,
  warn: fail,
  error: fail,
}

function fail(line: string): never {
  console.error(`${line} Perhaps dist is not of these sources: npm run build.`)
  process.exit(1)
}
