import * as vscode from 'vscode'
import { languageOfTag, type Language } from '../core/corpus/language.ts'
import { citationStyles } from '../core/citation/citationForm.ts'
import {
  problemCodes,
  usualSeverity,
  type ProblemCode,
  type Severity,
} from '../core/features/problems/findProblems.ts'
import type { CitingOptions } from '../core/report/citingFormat.ts'

/** The settings as read once for one use. A value of the wrong type counts as unset. */
export interface Settings {
  /** The language of cards, lists and problems. */
  readonly language: Language
  /** How citations are written, whichever way they come into a report. */
  readonly citing: CitingOptions
  /** Whether letters also find Chinese by its pinyin. */
  readonly pinyin: boolean
  readonly severityOf: (code: ProblemCode) => Severity | 'off'
}

const section = 'policyCitation'
const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off']
const languageChoices: readonly ('auto' | Language)[] = ['auto', 'en', 'zh-Hans', 'zh-Hant']

/** A setting whose value is not of the type that the manifest declares. */
export interface MisreadSetting {
  readonly name: string
  readonly value: unknown
  readonly fallback: string
}

/** The settings that hold for `scope`. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope)
  const language = oneOf(languageChoices, configuration.get('language')) ?? 'auto'
  const severity = configuration.get('problems.severity')
  const read = language === 'auto' ? displayLanguage() : language
  return {
    language: read,
    citing: {
      language: read,
      style: oneOf(citationStyles, configuration.get('citation.style')) ?? 'pandoc',
      withPage: configuration.get('citation.page') !== false,
    },
    pinyin: configuration.get('search.pinyin') === true,
    severityOf: (code) => severityIn(severity, code) ?? usualSeverity[code],
  }
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
  const configuration = vscode.workspace.getConfiguration(section)
  const misread: MisreadSetting[] = []
  const check = (name: string, fallback: string, fits: (value: unknown) => boolean): void => {
    const value: unknown = configuration.get(name)
    if (value !== undefined && !fits(value))
      misread.push({ name: `${section}.${name}`, value, fallback })
  }
  check('language', 'auto', (value) => oneOf(languageChoices, value) !== undefined)
  check('citation.style', 'pandoc', (value) => oneOf(citationStyles, value) !== undefined)
  check('corpora', '[]', isListOfTexts)
  check('corpora.largestFile', '8', (value) => typeof value === 'number' && value >= 1)
  check('citation.page', 'true', (value) => typeof value === 'boolean')
  check('problems.severity', '{}', isSeverityTable)
  return misread
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isSeverityTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(
    ([code, level]) =>
      oneOf(problemCodes, code) !== undefined && oneOf(severities, level) !== undefined,
  )
}

function severityIn(table: unknown, code: ProblemCode): Severity | 'off' | undefined {
  if (typeof table !== 'object' || table === null) return undefined
  const level: unknown = Object.getOwnPropertyDescriptor(table, code)?.value
  return oneOf(severities, level)
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
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
    if (change.affectsConfiguration(section)) tell()
  })
}
