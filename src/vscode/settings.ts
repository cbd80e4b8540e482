import * as vscode from 'vscode'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import type { ProblemCode } from '../core/features/problems/problem.ts'
import {
  misreadIn,
  settingsIn,
  settingsSection,
  type MisreadSetting,
  type Settings,
} from '../workspace/settings.ts'

/** The settings that hold for `scope`. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  return settingsIn(vscode.workspace.getConfiguration(settingsSection, scope), displayLanguage())
}

/** Which problems the settings for `scope` do not switch off. */
export function isWanted(scope: vscode.ConfigurationScope): (code: ProblemCode) => boolean {
  const { severityOf } = readSettings(scope)
  return (code) => severityOf(code) !== 'off'
}

/** The language of VS Code's display, as far as we have words in it. */
export function displayLanguage(): Language {
  return languageOfTag(vscode.env.language)
}

/** The settings whose values are of the wrong type, with what is used instead. */
export function misreadSettings(): readonly MisreadSetting[] {
  return misreadIn(vscode.workspace.getConfiguration(settingsSection))
}

/** Says once, in one message, which settings have values of the wrong type, now and when they change. */
export function watchSettings(log: vscode.LogOutputChannel): vscode.Disposable {
  let told = false
  const tell = (): void => {
    const misread = misreadSettings()
    for (const { name, fallback } of misread)
      log.warn(`${name} has a value of the wrong type; ${fallback} is used.`)
    if (told || misread.length === 0) return
    told = true
    const names = misread.map(({ name }) => name).join(', ')
    void vscode.window.showWarningMessage(
      vscode.l10n.t('These settings have values of the wrong type and are not used: {0}.', names),
    )
  }
  tell()
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(settingsSection)) tell()
  })
}
