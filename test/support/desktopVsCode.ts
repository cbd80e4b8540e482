import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './projectPaths.ts'
import { endGroupAtExit } from './processGroup.ts'
import type { Profile } from './throwAwayProfile.ts'

/**
 * The program of an installed desktop VS Code, or why there is none to use: looked for beside the
 * `code` of PATH and in the usual places.
 */
export function findDesktopVsCode(): { readonly program: string } | { readonly missing: string } {
  if (process.platform === 'linux' && !hasDisplay()) {
    return { missing: 'this machine has no display' }
  }
  const program = [...besideCommand(), ...usualPlaces()].find(existsSync)
  return program === undefined
    ? { missing: 'none is installed (no `code` on PATH, nothing in the usual places)' }
    : { program }
}

/**
 * Opens VS Code's Extension Development Host on `folder` and `file`, with a profile of its own: so
 * the process that we start is the window's, and ends with it and with us.
 */
export function openDevelopmentHost(
  program: string,
  profile: Profile,
  { folder, file }: { readonly folder: string; readonly file: string },
): ChildProcess {
  const child = spawn(
    program,
    [
      ...[folder, file],
      `--extensionDevelopmentPath=${projectRoot}`,
      ...['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions],
      ...['--new-window', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore', detached: process.platform !== 'win32', env: environmentOfItsOwn() },
  )
  endGroupAtExit(child)
  return child
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

/** From the command-line script to the program: bin/code stands in its installation. */
function besideCommand(): string[] {
  const programFromBin = programFromBinOf[process.platform] ?? '../code'
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((it) => it !== '')
  const script = process.platform === 'win32' ? 'code.cmd' : 'code'
  return folders
    .map((folder) => path.join(folder, script))
    .filter(existsSync)
    .map((command) => path.resolve(path.dirname(realpathSync(command)), programFromBin))
}

const programFromBinOf: Partial<Record<NodeJS.Platform, string>> = {
  darwin: '../../../MacOS/Electron',
  win32: '../Code.exe',
}

function usualPlaces(): string[] {
  const { HOME = '', LOCALAPPDATA = '', ProgramFiles = '' } = process.env
  return [
    ...['/usr/share/code/code', '/opt/visual-studio-code/code'],
    '/snap/code/current/usr/share/code/code',
    ...['/Applications', path.join(HOME, 'Applications')].map((folder) =>
      path.join(folder, 'Visual Studio Code.app/Contents/MacOS/Electron'),
    ),
    path.join(LOCALAPPDATA, 'Programs/Microsoft VS Code/Code.exe'),
    path.join(ProgramFiles, 'Microsoft VS Code/Code.exe'),
  ]
}

/** Started from VS Code's own terminal, it must not believe that it is a part of that window. */
function environmentOfItsOwn(): NodeJS.ProcessEnv {
  const foreign = /^VSCODE_|^ELECTRON_|^NODE_OPTIONS$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}
