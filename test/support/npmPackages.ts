import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Whether what the lockfile in `folder` names is installed whole: {@link noteInstalled} was called since. */
export function isInstalled(folder: string): boolean {
  const mark = readyMark(folder)
  return existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(lockfile(folder), 'utf8')
}

/** Notes that what the lockfile in `folder` names is installed whole. */
export function noteInstalled(folder: string): void {
  writeFileSync(readyMark(folder), readFileSync(lockfile(folder)))
}

/** Runs npm in the folder `cwd` of another project, without its audit and its advertisement. */
export function npm(cwd: string, args: readonly string[]): void {
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

function lockfile(folder: string): string {
  return path.join(folder, 'package-lock.json')
}

function readyMark(folder: string): string {
  return path.join(folder, 'node_modules', '.ready')
}
