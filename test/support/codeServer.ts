import { spawn } from 'node:child_process'
import path from 'node:path'
import { unlessItHangs } from './eventually.ts'
import { offlineFolder } from './projectPaths.ts'
import { endGroupAtExit, endProcessGroup } from './processGroup.ts'
import type { Profile } from './throwAwayProfile.ts'

/** A running code-server: VS Code's server and web workbench on a free port of 127.0.0.1. */
export interface CodeServer {
  /** `127.0.0.1:port` */
  readonly authority: string
  readonly log: () => string
  readonly stop: () => Promise<void>
}

export interface CodeServerOptions {
  /**
   * Switches VS Code's smoke-test driver on. Without it the built web workbench ignores
   * extensionDevelopmentPath and extensionTestsPath; with it every modal dialog is refused.
   */
  readonly smokeTestDriver?: boolean
  /** Seconds without a window after which the server goes by itself, as a last safeguard. */
  readonly idleSeconds?: number
}

const program = path.join(offlineFolder, 'node_modules/code-server/out/node/entry.js')

export async function startCodeServer(
  profile: Profile,
  { smokeTestDriver = false, idleSeconds }: CodeServerOptions = {},
): Promise<CodeServer> {
  const child = spawn(
    process.execPath,
    [
      ...profileArguments(profile),
      ...['--bind-addr', '127.0.0.1:0', '--auth', 'none'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...['--disable-file-downloads', '--ignore-last-opened'],
      ...(idleSeconds === undefined ? [] : ['--idle-timeout-seconds', String(idleSeconds)]),
      ...(smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  )
  endGroupAtExit(child)
  let log = ''
  const listening = new Promise<string>((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`code-server ${why}:\n${log}`))
    }
    const read = (text: Buffer) => {
      log += text.toString()
      const address = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log)
      if (address?.[1] !== undefined) resolve(address[1])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => {
      fail(`ended early (${String(code)})`)
    })
  })
  const port = await unlessItHangs(() => `code-server is to start:\n${log}`, listening)
  return {
    authority: `127.0.0.1:${port}`,
    log: () => log,
    stop: () => endProcessGroup(child),
  }
}

/** Installs a .vsix into the profile, as a user's "Install from VSIX" does. */
export async function installVsix(profile: Profile, vsix: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [...profileArguments(profile), '--install-extension', vsix, '--force'],
    { env: serverEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const read = (text: Buffer) => {
    output += text.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  if (code !== 0) throw new Error(`installing ${vsix} failed:\n${output}`)
}

function profileArguments(profile: Profile): string[] {
  return [
    program,
    ...['--config', path.join(profile.root, 'code-server.yaml')],
    ...['--user-data-dir', profile.userData],
    ...['--extensions-dir', profile.extensions],
  ]
}

/** Our environment without what would make code-server believe it runs inside another VS Code. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^VSCODE_|^ELECTRON_|^CODE_SERVER_|^PASSWORD$|^HASHED_PASSWORD$|^NODE_OPTIONS$|^NODE_TEST/
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{"serviceUrl":""}' }
}
