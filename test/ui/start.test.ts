import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { launchBrowser } from '../support/browser.ts'
import { eventually, type Signal } from '../support/eventually.ts'
import { fileChanges } from '../support/fileChanges.ts'
import { projectRoot } from '../support/projectPaths.ts'
import { removeFolder } from '../support/throwAway.ts'
import { VsCodeWindow } from '../support/window.ts'

const withoutDisplay = { DISPLAY: '', WAYLAND_DISPLAY: '' }

test('npm start serves a VS Code with the extension and the sample report, and Ctrl+C ends it', async () => {
  const { child, output } = start(['--offline'], withoutDisplay)
  try {
    const address = await eventually(
      'the address is printed',
      () => /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output())?.[0],
      outputOf(child),
    )
    await useSampleReport(address)
    child.kill('SIGINT')
    await once(child, 'exit')
    await assert.rejects(fetch(address), 'the server is still there')
    assert.ok(!existsSync(sampleFolder(address)), 'the throw-away profile is still there')
  } finally {
    child.kill('SIGTERM')
  }
  for (const said of ['Building the extension', 'Starting its server', 'done in']) {
    assert.ok(output().includes(said), `it does not say “${said}”:\n${output()}`)
  }
})

test('npm start -- --once sees that the workbench answers, and ends by itself', async () => {
  const { child, output } = start(['--once', '--offline'], withoutDisplay)
  const [exitCode] = (await once(child, 'exit')) as unknown[]
  assert.equal(exitCode, 0, output())
  const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output())?.[0] ?? ''
  await assert.rejects(fetch(address), 'the server is still there')
})

test(
  'npm start opens the Extension Development Host of an installed desktop VS Code',
  { skip: process.platform === 'linux' ? false : 'the stand-in for VS Code is a shell script' },
  async () => {
    const installation = mkdtempSync(path.join(tmpdir(), 'fake-vs-code-'))
    const given = path.join(installation, 'arguments.txt')
    mkdirSync(path.join(installation, 'bin'))
    writeProgram(path.join(installation, 'bin/code'), 'exit 1')
    // Moved to its place, so that it is never seen half written.
    const noted = `printf '%s\\n' "$@" > '${given}.part'; mv '${given}.part' '${given}'`
    writeProgram(path.join(installation, 'code'), `${noted}; sleep 600`)
    const searched = `${path.join(installation, 'bin')}:${process.env['PATH'] ?? ''}`
    const { child, output } = start([], { DISPLAY: ':99', PATH: searched })
    try {
      const args = await eventually(
        'VS Code is started',
        () => (existsSync(given) ? readFileSync(given, 'utf8').split('\n') : undefined),
        fileChanges(installation),
      )
      assert.ok(args.includes(`--extensionDevelopmentPath=${projectRoot}`), output())
      assert.ok(
        args.some((argument) => argument.endsWith('/sample/report.md')),
        output(),
      )
      child.kill('SIGINT')
      await once(child, 'exit')
      assert.ok(!existsSync(path.dirname(args[0] ?? '')), 'the throw-away profile is still there')
    } finally {
      child.kill('SIGTERM')
      removeFolder(installation)
    }
  },
)

async function useSampleReport(address: string): Promise<void> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const window = new VsCodeWindow(page, sampleFolder(address))
    await page.goto(address)
    await window.ready('report.md', true)
    assert.match(await window.hoverOver('action 3'), /state AI rules/)
    await window.pointAway()
    await window.caretAt('light bulb.|')
    await window.typeText(' @red tape')
    await window.suggestions()
  } finally {
    await browser.close()
  }
}

function sampleFolder(address: string): string {
  return new URL(address).searchParams.get('folder') ?? ''
}

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly child: ChildProcess; readonly output: () => string } {
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts/start.mjs'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  }
  return { child, output: () => said }
}

/** Signals whatever `child` prints. */
function outputOf({ stdout }: ChildProcess): Signal {
  return (listener) => {
    stdout?.on('data', listener)
    return { dispose: () => stdout?.off('data', listener) }
  }
}

function writeProgram(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
}
