import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { commandLineHost } from '../../src/cli/host.ts'
import type { Host } from '../../src/workspace/host.ts'
import { removeFolder, undoAtExit } from '../support/throwAway.ts'

/** A folder on disk that goes with this process. */
export function realFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'policy-citation-workspace-')))
  undoAtExit(() => {
    removeFolder(folder)
  })
  return folder
}

/** Writes a file, and the folders above it. */
export function writeIn(folder: string, name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

/** The command line in `folder`, with settings that hold there. */
export function hostIn(folder: string, values: Readonly<Record<string, unknown>> = {}): Host {
  return commandLineHost(folder, {
    get: (name) => values[name],
    hiddenFiles: undefined,
    trouble: undefined,
  })
}
