import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import { misreadSentence, type MisreadSetting } from '../../workspace/misreadSettings.ts'
import { settingsSection } from '../../workspace/settings.ts'
import { warn } from '../messages.ts'
import { misreadSettings, type MisreadInWindow } from '../settings.ts'
import { openSettings } from './openSettings.ts'

const { t } = vscode.l10n

/** So many are told in one message. */
const mostTold = 3

/** What of the settings cannot be. Tells in one message what that is and what is used instead, and again of others. */
export class MisreadSettings implements vscode.Disposable {
  readonly #told = new Set<string>()
  readonly #changed = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable
  readonly #log: vscode.LogOutputChannel
  readonly #misreadPath: () => Promise<readonly MisreadSetting[]>
  #looks = 0
  #current = misreadSettings()

  /** `misreadPath` gives what is wrong with the path of Pandoc. */
  constructor(log: vscode.LogOutputChannel, misreadPath: () => Promise<readonly MisreadSetting[]>) {
    this.#log = log
    this.#misreadPath = misreadPath
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.look()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(settingsSection)) void this.look()
      }),
    )
    void this.look()
  }

  /** What was found when it was looked for last. */
  get current(): readonly MisreadInWindow[] {
    return this.#current
  }

  /** Fires when `current` may have become another. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event
  }

  /** Looks again: whether a program is where the settings say so is told by no event. Never rejects. */
  async look(): Promise<void> {
    this.#looks += 1
    const look = this.#looks
    try {
      const found = [...misreadSettings(), ...(await this.#misreadPath())]
      // Meanwhile the settings may have changed again.
      if (look !== this.#looks) return
      this.#current = found
      this.#changed.fire()
      this.#tell(found)
    } catch (error) {
      this.#log.error('It could not be found which settings cannot be.', error)
    }
  }

  dispose(): void {
    this.#looks += 1
    this.#subscriptions.dispose()
  }

  #tell(found: readonly MisreadInWindow[]): void {
    const untold = found.filter((one) => !this.#told.has(JSON.stringify(one)))
    if (untold.length === 0) return
    for (const one of untold) this.#told.add(JSON.stringify(one))
    for (const one of untold) this.#log.warn(misreadText(one))
    const open = t('Open Setting')
    void warn(misreadTexts(untold).join(' '), open).then((chosen) => {
      if (chosen === open) void openSettings(untold)
    })
  }
}

/** What cannot be, why, and what is used instead, in the words of the display. */
export function misreadText(misread: MisreadSetting): string {
  return inWords(misreadSentence(misread), t)
}

/** The first of `misread` in words, each once, and how many more there are. */
export function misreadTexts(misread: readonly MisreadSetting[]): readonly string[] {
  const texts = [...new Set(misread.map(misreadText))]
  const more = texts.length - mostTold
  return [...texts.slice(0, mostTold), ...(more > 0 ? [t('More in the log: {0}.', more)] : [])]
}
