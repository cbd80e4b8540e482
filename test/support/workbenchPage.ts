import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { longestWait } from './eventually.ts'

/** What VS Code for the web takes where the desktop takes `--name=value` arguments. */
export type Payload = readonly (readonly [name: string, value: string])[]

/** The address of a workbench window on `folder`, an absolute path. */
export function workbenchAddress(authority: string, folder: string, payload: Payload = []): string {
  const address = new URL(`http://${authority}/`)
  address.searchParams.set('folder', folder)
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload))
  return address.href
}

/** How the workbench names the file or folder at `absolutePath` on its server. */
export function remoteUri(authority: string, absolutePath: string): string {
  return `vscode-remote://${authority}${absolutePath}`
}

/** A run that prints nothing for so long, in milliseconds, hangs: longer than one test may. */
const longestSilence = 3 * longestWait

/**
 * The exit code that a test run inside the workbench reports. To be called before the page goes
 * anywhere. Each line that the extension host prints goes to `print`.
 */
export async function automationExit(
  page: Page,
  print: (line: string) => void,
): Promise<() => Promise<number>> {
  let resolve: (code: number) => void = () => undefined
  let reject: (trouble: Error) => void = () => undefined
  const exit = new Promise<number>((onCode, onTrouble) => {
    resolve = onCode
    reject = onTrouble
  })
  exit.catch(() => undefined)
  let last = 'the workbench has not begun'
  const silence = setTimeout(() => {
    reject(new Error(`the tests hang; the last that was said: ${last}`))
  }, longestSilence).unref()
  page.setDefaultTimeout(longestWait)
  await page.exposeFunction('codeAutomationLog', (_type: string, words: readonly unknown[]) => {
    last = format(...words)
    silence.refresh()
    print(last)
  })
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    resolve(code)
  })
  page.on('crash', () => {
    reject(new Error('the workbench page crashed'))
  })
  page.on('close', () => {
    reject(new Error('the workbench page was closed'))
  })
  return () => exit
}

interface WebExtension {
  readonly folder: string
  readonly testsPath: string
}

/**
 * Makes the workbench run the extension at `folder` in the web-worker extension host, as
 * vscode.dev does: it comes over http, and only its `browser` bundle counts. Nothing on disk is
 * changed: the start-up options are edited as the page reads them. (Editing the document on its
 * way would make Chromium treat it as foreign and refuse its sockets to 127.0.0.1.)
 */
export async function runInWebWorkerHost(
  context: BrowserContext,
  authority: string,
  { folder, testsPath }: WebExtension,
): Promise<void> {
  const prefix = '/policy-citation-under-test'
  await context.route(`http://${authority}${prefix}/**`, (route) =>
    serveFile(
      route,
      folder,
      decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length)),
    ),
  )
  const http = { scheme: 'http', authority }
  const options = {
    extensions: [{ ...http, path: prefix }],
    extensionTestsPath: { ...http, path: `${prefix}/${path.relative(folder, testsPath)}` },
  }
  await context.addInitScript(`(() => {
    const added = ${JSON.stringify(options)}
    const original = Element.prototype.getAttribute
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name)
      if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration') return value
      const options = JSON.parse(value)
      options.developmentOptions = { ...options.developmentOptions, ...added }
      return JSON.stringify(options)
    }
  })()`)
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
}

async function serveFile(route: Route, folder: string, name: string): Promise<void> {
  const file = path.join(folder, name)
  const isOurs = file.startsWith(folder + path.sep) && existsSync(file) && statSync(file).isFile()
  if (!isOurs) {
    await route.fulfill({ status: 404, body: '' })
    return
  }
  await route.fulfill({
    body: readFileSync(file),
    contentType: contentTypes[path.extname(file)] ?? 'application/octet-stream',
    headers: { 'Access-Control-Allow-Origin': '*' },
  })
}
