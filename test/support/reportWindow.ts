import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, test } from 'node:test'
import { insistently } from './eventually.ts'
import type { Settings } from './throwAwayProfile.ts'
import { VsCode, type WindowOptions } from './vsCode.ts'
import { statusItem, type QuickPickRow, type VsCodeWindow } from './window.ts'

/** A report for one test, and what the window is like while it is open. */
export interface ReportOptions {
  /** A file name; one of its own where none is given. */
  readonly name?: string
  readonly text: string
  /** Settings of the workspace: those of Policy Citation are awaited. */
  readonly settings?: Settings
  /** Whether the window is to look as the README shows it. */
  readonly picture?: boolean
}

const usualSize = { width: 1280, height: 800 }
const pictureSize = { width: 1100, height: 620 }

/**
 * One VS Code for the tests of a file, with one window that they share: opening a window takes
 * seconds, opening a report takes none. No test leans on what another has left.
 */
export class ReportWindow {
  readonly code: VsCode
  readonly #window: VsCodeWindow
  #reports = 0
  #settings: Settings = {}

  private constructor(code: VsCode, window: VsCodeWindow) {
    this.code = code
    this.#window = window
    after(() => code.stop())
  }

  static async open(
    options: WindowOptions = {},
    code: VsCode | Promise<VsCode> = VsCode.start('working tree'),
  ): Promise<ReportWindow> {
    const running = await code
    const files = { 'first.md': '# First\n', ...options.files }
    const window = await running.openWindow({
      size: usualSize,
      ...options,
      files,
      open: 'first.md',
    })
    await window.press('Control+B')
    return new ReportWindow(running, window)
  }

  /** A test in the shared window, in a report of its own. */
  test(
    title: string,
    report: string | ReportOptions,
    use: (window: VsCodeWindow, name: string) => Promise<void>,
  ): void {
    const options = typeof report === 'string' ? { text: report } : report
    test(title, async () => {
      try {
        const name = await this.#open(options)
        await use(this.#window, name)
      } catch (error) {
        await this.#window.pictureFailure()
        throw error
      } finally {
        await this.#leaveClean()
      }
      assert.deepEqual(
        this.#window.foreignRequests(),
        [],
        'case 61: no request leaves this machine',
      )
    })
  }

  async #open({ name, text, settings, picture }: ReportOptions): Promise<string> {
    this.#reports += 1
    const file = name ?? `report-${String(this.#reports)}.md`
    writeFileSync(path.join(this.#window.folder, file), text)
    await closeEditors(this.#window)
    await this.#window.page.setViewportSize(picture === true ? pictureSize : usualSize)
    await this.#window.openFile(path.join(this.#window.folder, file))
    await this.#apply(settings ?? {})
    return file
  }

  /** Settings of the workspace as they are on disk; a reader sees by the extension when they hold. */
  async #apply(settings: Settings): Promise<void> {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return
    this.#settings = settings
    const folder = path.join(this.#window.folder, '.vscode')
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings))
    const wanted = [
      `titles in ${textOf(settings['policyCitation.language'], 'en')}`,
      `citations as ${textOf(settings['policyCitation.citation.style'], 'pandoc')}`,
    ]
    await this.#window.eventually('the extension follows the settings', async () => {
      const rows = await whyRows(this.#window)
      const said = rows.find(({ label }) => label === 'Settings')?.description ?? ''
      assert.ok(
        wanted.every((value) => said.includes(value)),
        `it says ${said}`,
      )
      return true
    })
    await this.#window.focusEditor()
  }

  /** Nothing that a test has opened or set holds for the next one. */
  async #leaveClean(): Promise<void> {
    await this.#window.page.mouse.move(5, 5)
    await this.#window.press('Escape', 3)
  }
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

/** What *Why Is Nothing Offered Here?* says now, asked by the menu of the status item; it is closed again. */
export async function whyRows(
  window: VsCodeWindow,
): Promise<{ label: string; description: string }[]> {
  await chooseInMenu(window, 'Why Is Nothing Offered Here?')
  const rows = await window.quickPick((shown) =>
    shown.some(({ label }) => label.trim() === 'Settings'),
  )
  await window.press('Escape')
  await window.quickPickIsClosed()
  await window.page.mouse.move(5, 5)
  return rows.map(({ label, description }) => ({ label: label.trim(), description }))
}

/** Clicks our status item, and gives the rows of its menu. */
export async function openMenu(window: VsCodeWindow): Promise<readonly QuickPickRow[]> {
  await window.page.locator(statusItem).click()
  return window.quickPick((rows) => rows.some(({ label }) => label.trim() === 'Browse Plan'))
}

/** Chooses the row with this title in the menu of our status item. */
export async function chooseInMenu(window: VsCodeWindow, title: string): Promise<void> {
  await openMenu(window)
  await window.typeText(title)
  await window.quickPick(([first]) => first?.label.trim() === title && first.focused)
  await window.press('Enter')
}

/** Closes all editors, until none is shown. A key that is pressed while the focus moves may be lost: they are then pressed again. */
export async function closeEditors(window: VsCodeWindow): Promise<void> {
  await insistently('no editor is open', async (patience) => {
    await window.press('Control+K')
    await window.press('Control+W')
    const tab = window.page.locator('.editor-group-container .tab').first()
    await tab.waitFor({ state: 'detached', timeout: patience })
    return true
  })
}
