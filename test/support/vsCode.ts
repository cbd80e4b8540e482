import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { installVsix, startCodeServer, type CodeServer } from './codeServer.ts'
import { isOfflineVsCodeReady } from './offlineVsCode.ts'
import { plainSettings } from './plainSettings.ts'
import {
  addExtension,
  linkWorkingTree,
  makeProfile,
  writeMachineSettings,
  writeUserSettings,
  type Profile,
  type Settings,
} from './throwAwayProfile.ts'
import { VsCodeWindow } from './window.ts'
import { remoteUri, workbenchAddress } from './workbenchPage.ts'

export interface WindowOptions {
  /** The folder of another window, to open it a second time; a fresh one unless told otherwise. */
  readonly folder?: string
  /** Name (with `/` for folders) and text of each file of the fresh workspace folder. */
  readonly files?: Readonly<Record<string, string>>
  /** The file to open; the first of `files` unless told otherwise; `false` for none. */
  readonly open?: string | false
  /** User settings. */
  readonly settings?: Settings
  /** Settings of the machine. */
  readonly machineSettings?: Settings
  /** Whether the folder is trusted, or opens in Restricted Mode. */
  readonly trust?: 'trusted' | 'restricted'
  /** Whether to wait until the extension shows that it is up: true where a report is opened. */
  readonly awaitExtension?: boolean
  readonly size?: { readonly width: number; readonly height: number }
  /** The display language that extensions are told; VS Code itself stays English without a language pack. */
  readonly display?: 'zh-cn' | 'zh-tw' | undefined
}

/**
 * A VS Code to be driven as a user drives it: the offline VS Code and a browser, for one test file.
 * Modal dialogs work: it runs without the smoke-test driver.
 */
export class VsCode {
  readonly #profile: Profile
  readonly #server: CodeServer
  readonly #browser: Browser
  #windows = 0

  private constructor(profile: Profile, server: CodeServer, browser: Browser) {
    this.#profile = profile
    this.#server = server
    this.#browser = browser
  }

  /**
   * With the extension of the working tree as it is built, or a packed one installed; beside it, by
   * their names, others of one file each.
   */
  static async start(
    extension: 'working tree' | { readonly vsix: string },
    others: Readonly<Record<string, string>> = {},
  ): Promise<VsCode> {
    if (!isOfflineVsCodeReady()) {
      throw new Error('The offline VS Code is not installed: `npm test -- ui` installs it.')
    }
    const profile = makeProfile(plainSettings)
    if (extension === 'working tree') linkWorkingTree(profile, 'copied')
    else await installVsix(profile, extension.vsix)
    for (const [id, script] of Object.entries(others)) addExtension(profile, id, script)
    const server = await startCodeServer(profile, { idleSeconds: 300 })
    return new VsCode(profile, server, await launchBrowser())
  }

  /** Opens a window on a fresh folder, lets `use` work in it, closes it; a failure is pictured. */
  async inWindow(
    options: WindowOptions,
    use: (window: VsCodeWindow) => Promise<void>,
  ): Promise<void> {
    const window = await this.openWindow(options)
    try {
      await use(window)
    } catch (error) {
      await window.pictureFailure()
      throw error
    } finally {
      await window.close()
    }
  }

  async openWindow(options: WindowOptions = {}): Promise<VsCodeWindow> {
    const folder = options.folder ?? this.#freshFolder(options.files ?? {})
    writeUserSettings(this.#profile, {
      ...plainSettings,
      ...trustSettings[options.trust ?? 'trusted'],
      ...options.settings,
    })
    writeMachineSettings(this.#profile, options.machineSettings ?? {})
    const context = await this.#browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      locale: 'en-US',
    })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    if (options.display !== undefined) await context.addInitScript(speak, options.display)
    const page = await context.newPage()
    const window = new VsCodeWindow(page, folder)
    const file = options.open ?? Object.keys(options.files ?? {})[0] ?? false
    try {
      await page.goto(this.#address(folder, file))
      await window.ready(file, options.awaitExtension ?? isReportName(file))
      if (options.trust === 'restricted') await window.isRestricted()
    } catch (error) {
      await window.pictureFailure()
      throw error
    }
    return window
  }

  async stop(): Promise<void> {
    await this.#browser.close()
    await this.#server.stop()
    this.#profile.dispose()
  }

  #address(folder: string, file: string | false): string {
    const { authority } = this.#server
    if (file === false) return workbenchAddress(authority, folder)
    return workbenchAddress(authority, folder, [
      ['openFile', remoteUri(authority, path.join(folder, file))],
    ])
  }

  #freshFolder(files: Readonly<Record<string, string>>): string {
    this.#windows += 1
    const folder = path.join(this.#profile.root, `workspace-${String(this.#windows)}`)
    mkdirSync(folder)
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), text)
    }
    return folder
  }
}

const trustSettings = {
  trusted: { 'security.workspace.trust.enabled': false },
  restricted: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
}

function isReportName(file: string | false): boolean {
  return file !== false && /\.(?:md|qmd|rmd)$/i.test(file)
}

/** What VS Code's own translation leaves on a page for all else to read. */
function speak(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language })
}
