// Stands in for the VS Code executable that @vscode/test-electron starts: takes the arguments that
// runTests gives, does the same in code-server and Chromium, ends with the tests' exit code.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launchBrowser } from './browser.ts'
import { startCodeServer } from './codeServer.ts'
import { isChatter } from './hostChatter.ts'
import { makeProfile } from './throwAwayProfile.ts'
import { plainSettings } from './plainSettings.ts'
import { automationExit, remoteUri, runInWebWorkerHost, workbenchAddress } from './workbenchPage.ts'

interface Run {
  readonly workspace: string
  readonly extension: string
  readonly tests: string
  readonly webWorker: boolean
}

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
  },
})

process.exit(
  await runTests({
    workspace: path.resolve(positionals[0] ?? '.'),
    extension: absolute(values.extensionDevelopmentPath),
    tests: absolute(values.extensionTestsPath),
    webWorker: values.extensionDevelopmentKind === 'web',
  }),
)

function absolute(value: unknown): string {
  if (typeof value !== 'string') throw new Error('an argument of runTests is missing')
  return path.resolve(value)
}

async function runTests(run: Run): Promise<number> {
  const profile = makeProfile({ ...plainSettings, 'security.workspace.trust.enabled': false })
  const server = await startCodeServer(profile, { smokeTestDriver: true, idleSeconds: 120 })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { extension, tests, workspace } = run
    if (run.webWorker) {
      await runInWebWorkerHost(context, server.authority, { folder: extension, testsPath: tests })
    }
    const page = await context.newPage()
    const exitCode = await automationExit(page, printUnlessChatter)
    const inNodeHost = [
      ['extensionDevelopmentPath', remoteUri(server.authority, extension)],
      ['extensionTestsPath', remoteUri(server.authority, tests)],
    ] as const
    await page.goto(workbenchAddress(server.authority, workspace, run.webWorker ? [] : inNodeHost))
    return await exitCode()
  } finally {
    await browser.close()
    await server.stop()
    profile.dispose()
  }
}

function printUnlessChatter(line: string): void {
  if (!isChatter(line)) console.log(line)
}
