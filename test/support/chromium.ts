import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { projectRoot } from './projectPaths.ts'

/** Says what is being done; the answer is the line's end. */
export type Say = (line: string) => void

/** A Chrome or Chromium and fonts for Chinese, installed first where that can be done. */
export async function readyChromium(say: Say): Promise<string> {
  const found = findChromium() ?? (await installPlaywrightsChromium(say)) ?? installDebians(say)
  if (found === undefined) throw new Error(missingChromium)
  readyChineseFonts(say)
  return found
}

/** The path of an installed Chrome or Chromium: `CHROMIUM`, Playwright's own, PATH, usual places. */
function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named !== undefined && !existsSync(named)) {
    throw new Error(`CHROMIUM names ${named}, which does not exist.`)
  }
  return named ?? [playwrightsOwn(), ...onPath(), ...usualPlaces()].find(existsSync)
}

const missingChromium = `No Chrome or Chromium was found, and none could be installed. Any of these brings one:
  npx playwright-core install --with-deps chromium     where downloads work
  apt-get install chromium fonts-noto-cjk              on Debian, as root
  https://www.google.com/chrome/                       elsewhere
or name one: CHROMIUM=/path/to/chrome npm test`

function playwrightsOwn(): string {
  return chromium.executablePath()
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((it) => it !== '')
  const ending = process.platform === 'win32' ? '.exe' : ''
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name + ending)))
}

function usualPlaces(): string[] {
  const programFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
  return [
    ...['/opt/google/chrome/chrome', '/snap/bin/chromium', '/usr/lib/chromium/chromium'],
    ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...programFolders.flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ]
}

async function installPlaywrightsChromium(say: Say): Promise<string | undefined> {
  if (!(await answers('https://cdn.playwright.dev/'))) {
    say("Playwright's Chromium cannot be downloaded here")
    return undefined
  }
  say("downloading Playwright's Chromium")
  const cli = path.join(projectRoot, 'node_modules/playwright-core/cli.js')
  const withSystemLibraries = mayInstallDebianPackages() ? ['--with-deps'] : []
  const { status } = spawnSync(
    process.execPath,
    [cli, 'install', ...withSystemLibraries, 'chromium'],
    { stdio: 'inherit', timeout: 300_000 },
  )
  return status === 0 && existsSync(playwrightsOwn()) ? playwrightsOwn() : undefined
}

function installDebians(say: Say): string | undefined {
  if (!mayInstallDebianPackages()) return undefined
  installDebianPackages(['chromium', 'fonts-noto-cjk'], say)
  return findChromium()
}

function readyChineseFonts(say: Say): void {
  if (process.platform !== 'linux' || hasChineseFont()) return
  if (mayInstallDebianPackages()) installDebianPackages(['fonts-noto-cjk'], say)
  else say('no Chinese font: pictures will show boxes (apt-get install fonts-noto-cjk)')
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return typeof stdout === 'string' && stdout.trim() !== ''
}

function installDebianPackages(packages: readonly string[], say: Say): void {
  say(`apt-get install ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['-qq', 'update'], { env, stdio: 'pipe' })
    execFileSync('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...packages], {
      env,
      stdio: 'pipe',
    })
  } catch (error) {
    say(`apt-get failed: ${String(error)}`)
  }
}

function mayInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && isDebian()
}

function isDebian(): boolean {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** Whether anything answers at `url` within 5 s; any status will do. */
export async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
    return true
  } catch {
    return false
  }
}
