import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { offlineFolder } from './projectPaths.ts'

const modules = path.join(offlineFolder, 'node_modules')
const lockfile = path.join(offlineFolder, 'package-lock.json')
const readyMark = path.join(modules, '.ready')

/** Whether the offline VS Code of our lockfile is installed whole. */
export function isOfflineVsCodeReady(): boolean {
  return existsSync(readyMark) && readFileSync(readyMark, 'utf8') === readFileSync(lockfile, 'utf8')
}

/**
 * Installs the offline VS Code from the npm registry: about 700 MB, without running any install
 * script (code-server's own would want to compile; what is left out is a file logger and a
 * watchdog, which VS Code does without).
 */
export function installOfflineVsCode(): void {
  if (process.platform === 'win32') {
    throw new Error(
      'code-server does not run on Windows. Install VS Code: https://code.visualstudio.com',
    )
  }
  npm(offlineFolder, ['ci', '--ignore-scripts'])
  // Not `npm ci`: the shrinkwrap that code-server ships lacks an entry.
  npm(path.join(modules, 'code-server/lib/vscode'), [
    'install',
    ...['--ignore-scripts', '--omit=dev', '--no-save'],
  ])
  writeFileSync(readyMark, readFileSync(lockfile))
}

function npm(cwd: string, args: readonly string[]): void {
  const npmScript = process.env['npm_execpath']
  const [command, first] = npmScript === undefined ? ['npm', []] : [process.execPath, [npmScript]]
  const { status, error } = spawnSync(
    command,
    [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: environmentOfAnotherProject() },
  )
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`)
}

/** npm hands its settings down to what it runs; those of our .npmrc do not hold for this install. */
function environmentOfAnotherProject(): NodeJS.ProcessEnv {
  const ours = /^npm_config_(?:min_release_age|before|save_exact|local_prefix|prefix)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}
