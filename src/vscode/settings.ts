import * as vscode from 'vscode'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import type { ProblemCode } from '../core/features/problems/problem.ts'
import { misreadIn, type MisreadSetting } from '../workspace/misreadSettings.ts'
import type { ReadingLimits } from '../import/readingLimits.ts'
import { readingLimits, settingsIn, settingsSection, type Settings } from '../workspace/settings.ts'

/** The settings that hold for `scope`. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  return settingsIn(vscode.workspace.getConfiguration(settingsSection, scope), displayLanguage())
}

/** What reading an official document may take on this machine. */
export function readReadingLimits(): ReadingLimits {
  return readingLimits(vscode.workspace.getConfiguration(settingsSection))
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

/** Of the folder that has it so, where the window as a whole does not. */
export interface MisreadInWindow extends MisreadSetting {
  readonly folder?: vscode.Uri
}

/** What of the settings cannot be, in the window and in each of its folders, with what is used instead. */
export function misreadSettings(): readonly MisreadInWindow[] {
  const ofWindow = misreadIn(vscode.workspace.getConfiguration(settingsSection))
  const known = new Set(ofWindow.map((one) => JSON.stringify(one)))
  const ofFolders = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri: folder }) =>
    misreadIn(vscode.workspace.getConfiguration(settingsSection, folder))
      .filter((one) => !known.has(JSON.stringify(one)))
      .map((one) => ({ ...one, folder })),
  )
  return [...ofWindow, ...ofFolders]
}
