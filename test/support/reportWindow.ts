import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { VsCode, type WindowOptions } from './vsCode.ts'
import type { VsCodeWindow } from './window.ts'

/**
 * One VS Code for the tests of a file, with one window that they share: opening a window takes
 * seconds, opening a report takes none. No test leans on what another has left.
 */
export class ReportWindow {
  readonly code: VsCode
  readonly #window: VsCodeWindow
  #reports = 0

  private constructor(code: VsCode, window: VsCodeWindow) {
    this.code = code
    this.#window = window
    after(() => code.stop())
  }

  static async open(
    options: WindowOptions = {},
    extension: Parameters<typeof VsCode.start>[0] = 'working tree',
  ): Promise<ReportWindow> {
    const code = await VsCode.start(extension)
    const files = { 'first.md': '# First\n', ...options.files }
    return new ReportWindow(code, await code.openWindow({ ...options, files, open: 'first.md' }))
  }

  /** A test in the shared window, in a report of its own that holds `report`. */
  test(title: string, report: string, use: (window: VsCodeWindow) => Promise<void>): void {
    this.testFile(title, { ending: '.md', text: report }, use)
  }

  /** The same for a report that is no Markdown file by its name. */
  testFile(
    title: string,
    { ending, text }: { readonly ending: string; readonly text: string },
    use: (window: VsCodeWindow, name: string) => Promise<void>,
  ): void {
    test(title, async () => {
      const window = this.#window
      const name = this.#write(ending, text)
      try {
        await window.openFile(name)
        await use(window, name)
        await leaveClean(window)
      } catch (error) {
        await window.pictureFailure()
        await leaveClean(window).catch(() => undefined)
        throw error
      }
    })
  }

  /** A test in a window of its own. */
  testInWindow(
    title: string,
    options: WindowOptions,
    use: (window: VsCodeWindow) => Promise<void>,
  ): void {
    test(title, () =>
      this.code.inWindow(options, async (window) => {
        await use(window)
        staysOnThisMachine(window)
      }),
    )
  }

  #write(ending: string, text: string): string {
    this.#reports += 1
    const name = `report-${String(this.#reports)}${ending}`
    writeFileSync(path.join(this.#window.folder, name), text)
    return name
  }
}

/** Nothing that a test has opened covers the next one. */
async function leaveClean(window: VsCodeWindow): Promise<void> {
  await window.page.mouse.move(5, 5)
  await window.press('Escape', 3)
  staysOnThisMachine(window)
}

/** FAULTS.md case 61. */
function staysOnThisMachine(window: VsCodeWindow): void {
  assert.deepEqual(window.foreignRequests(), [], 'no request leaves this machine')
}
