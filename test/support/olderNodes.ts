import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { isInstalled, noteInstalled, npm } from './npmPackages.ts'

/** The versions of Node, besides that of the tests, which the built command line runs on. */
export const olderNodes = [20, 22] as const

const folder = path.join(import.meta.dirname, 'older-nodes')

/** Installs what is missing of them from the npm registry: 340 MB on the disk, once. */
export function readyOlderNodes(log: (line: string) => void): void {
  if (isInstalled(folder)) return
  log(`installing Node ${olderNodes.join(' and ')} from the npm registry (340 MB, once)`)
  npm(folder, ['ci', '--ignore-scripts'])
  noteInstalled(folder)
}

/**
 * Where Node `major` lies, once {@link readyOlderNodes} was called.
 *
 * @throws where it does not run, or is another: the registry has none for this machine.
 */
export function olderNode(major: (typeof olderNodes)[number]): string {
  const { platform, arch } = process
  const name = `node${String(major)}-${platform}-${arch}`
  const file = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    platform === 'win32' ? 'node.exe' : 'node',
  )
  const { stdout, error } = spawnSync(file, ['--version'], { encoding: 'utf8', env: {} })
  if (error === undefined && stdout.startsWith(`v${String(major)}.`)) return file
  throw new Error(`${file} is not Node ${String(major)}: ${String(error ?? stdout)}`)
}
