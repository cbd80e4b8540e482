import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectRoot } from './projectPaths.ts'
import { removeFolder, undoAtExit } from './throwAway.ts'

/** User data, extensions and workspaces of one run of VS Code, all under one temporary folder. */
export interface Profile {
  readonly root: string
  readonly userData: string
  readonly extensions: string
  readonly dispose: () => void
}

export type Settings = Readonly<Record<string, unknown>>

export function makeProfile(settings: Settings): Profile {
  const root = mkdtempSync(path.join(tmpdir(), 'policy-citation-'))
  const dispose = () => {
    removeFolder(root)
  }
  undoAtExit(dispose)
  const profile = {
    root,
    userData: path.join(root, 'user-data'),
    extensions: path.join(root, 'extensions'),
    dispose,
  }
  mkdirSync(path.join(profile.userData, 'User'), { recursive: true })
  mkdirSync(profile.extensions, { recursive: true })
  writeFileSync(path.join(root, 'code-server.yaml'), '')
  writeUserSettings(profile, settings)
  return profile
}

export function writeUserSettings(profile: Profile, settings: Settings): void {
  const file = path.join(profile.userData, 'User/settings.json')
  writeFileSync(file, JSON.stringify(settings, undefined, 2))
}

/** Settings of the machine that VS Code's extensions run on: where alone those stand that no user may hand on. */
export function writeMachineSettings(profile: Profile, settings: Settings): void {
  const folder = path.join(profile.userData, 'Machine')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2))
}

/**
 * Makes the working tree an installed extension of `profile`, by links to its parts. Unlike a
 * development path it needs no smoke-test driver (which refuses all modal dialogs), and unlike an
 * installed .vsix it follows the next build: `Developer: Reload Window` shows it. Where its code is copied,
 * it speaks the display language: VS Code knows by its real path whose code asks for a sentence.
 */
export function linkWorkingTree(profile: Profile, code: 'linked' | 'copied' = 'linked'): void {
  const { publisher, name, version } = manifestIdentity()
  const folder = path.join(profile.extensions, `${publisher}.${name}-${version}`)
  mkdirSync(folder)
  for (const part of readdirSync(projectRoot).filter(belongsToExtension)) {
    const [from, to] = [path.join(projectRoot, part), path.join(folder, part)]
    if (part === 'dist' && code === 'copied') cpSync(from, to, { recursive: true })
    else symlinkSync(from, to)
  }
}

/** Installs an extension of one file in `profile`, under its whole name. */
export function addExtension(profile: Profile, id: string, script: string): void {
  const [publisher = '', name = ''] = id.split('.')
  const folder = path.join(profile.extensions, `${id}-1.0.0`)
  mkdirSync(folder)
  const manifest = {
    ...{ publisher, name, version: '1.0.0', engines: { vscode: '^1.91.0' } },
    ...{ main: './extension.js', activationEvents: ['onStartupFinished'] },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'extension.js'), script)
}

function belongsToExtension(part: string): boolean {
  return /^(?:package(?:\.nls.*)?\.json|README\.md|CHANGELOG\.md|dist|l10n|media|corpus)$/.test(
    part,
  )
}

function manifestIdentity(): { publisher: string; name: string; version: string } {
  const manifest: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'))
  return {
    publisher: textField(manifest, 'publisher'),
    name: textField(manifest, 'name'),
    version: textField(manifest, 'version'),
  }
}

function textField(manifest: unknown, field: string): string {
  const value: unknown = Reflect.get(Object(manifest), field)
  if (typeof value !== 'string') throw new Error(`package.json has no ${field}`)
  return value
}
