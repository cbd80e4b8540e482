import { citationStyles, type CitationStyle } from '../core/citation/citationForm.ts'
import type { Language } from '../core/corpus/language.ts'
import {
  usualSeverity,
  type ProblemCode,
  type Severity,
} from '../core/features/problems/problem.ts'
import type { CitingOptions } from '../core/report/citingFormat.ts'
import { usualLimits, type ReadingLimits } from '../import/readingLimits.ts'
import type { SettingValues } from './host.ts'

/** The settings as read once for one use. A value of the wrong type counts as unset. */
export interface Settings {
  /** The language of cards, lists and problems. */
  readonly language: Language
  /** How citations are written, whichever way they come into a report. */
  readonly citing: CitingOptions
  /** What is done where the bibliography of a report is outdated. */
  readonly bibliographyUpdate: BibliographyUpdate
  /** Whether letters also find Chinese by its pinyin. */
  readonly pinyin: boolean
  readonly severityOf: (code: ProblemCode) => Severity | 'off'
}

/** `ask`: a problem says so, and has a fix; `onSave`: it is written when the report is saved; `off`: nothing. */
export type BibliographyUpdate = (typeof bibliographyUpdates)[number]

/** See {@link BibliographyUpdate}. */
export const bibliographyUpdates = ['ask', 'onSave', 'off'] as const

/** What all our settings' names begin with. */
export const settingsSection = 'policyCitation'

/** What the problems of a code can be set to. */
export const severities: readonly (Severity | 'off')[] = [
  'error',
  'warning',
  'information',
  'hint',
  'off',
]
/** What the language can be set to. */
export const languageChoices: readonly ('auto' | Language)[] = ['auto', 'en', 'zh-Hans', 'zh-Hant']

/** The settings that `values` make; `displayLanguage` is that of who leaves the choice to us. */
export function settingsIn(values: SettingValues, displayLanguage: Language): Settings {
  const chosen = oneOf(languageChoices, values.get('language')) ?? 'auto'
  const language = chosen === 'auto' ? displayLanguage : chosen
  const severity = values.get('problems.severity')
  const bibliographyUpdate = oneOf(bibliographyUpdates, values.get('bibliography.update')) ?? 'ask'
  const isSilent = (code: ProblemCode): boolean =>
    code === 'bibliography.outdated' && bibliographyUpdate === 'off'
  return {
    language,
    citing: {
      language,
      style: styleIn(values.get('citation.style')) ?? 'pandoc',
      withPage: values.get('citation.page') !== false,
    },
    bibliographyUpdate,
    pinyin: values.get('search.pinyin') === true,
    severityOf: (code) =>
      isSilent(code) ? 'off' : (severityIn(severity, code) ?? usualSeverity[code]),
  }
}

/** The style that the setting `value` names; `locator` is what `pandoc` was called once. */
export function styleIn(value: unknown): CitationStyle | undefined {
  return value === 'locator' ? 'pandoc' : oneOf(citationStyles, value)
}

/** The corpus files that the settings name: paths and patterns, those that are no text left out. */
export function namedCorpora(values: SettingValues): readonly string[] {
  const value = values.get('corpora')
  if (!Array.isArray(value)) return []
  return value.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
}

/** The patterns of what is not shown: those that `table`, the value of `files.exclude`, sets to `true`. */
export function hiddenPatterns(table: unknown): readonly string[] {
  if (typeof table !== 'object' || table === null) return []
  return Object.entries(table).flatMap(([pattern, isHidden]: [string, unknown]) =>
    isHidden === true ? [pattern] : [],
  )
}

/** The path of Pandoc, as it is set; empty where it is to be looked for. */
export function pandocPath(values: SettingValues): string {
  const value = values.get('pandoc.path')
  return typeof value === 'string' ? value.trim() : ''
}

const megabyte = 1024 * 1024

/** Of one corpus file, where the setting says nothing else. */
export const usualMegabytes = 8

/** The largest corpus file that is read, in bytes; a setting that is no number from 1 on is not used. */
export function largestCorpusFile(values: SettingValues): number {
  const value = values.get('corpora.largestFile')
  return (isFromOneOn(value) ? value : usualMegabytes) * megabyte
}

/** What reading an official document may take; a setting that cannot be is not used. */
export function readingLimits(values: SettingValues): ReadingLimits {
  const seconds = values.get('documents.readingTime')
  const megabytes = values.get('documents.readingMemory')
  return {
    time: isReadingTime(seconds) ? seconds * 1000 : usualLimits.time,
    memory: isReadingMemory(megabytes) ? megabytes : usualLimits.memory,
  }
}

/** Whether reading a document may take `value` seconds: up to an hour. */
export function isReadingTime(value: unknown): value is number {
  return isFromOneOn(value) && value <= 3600
}

/** Whether reading a document may take `value` megabytes: what reads it takes 150 itself. */
export function isReadingMemory(value: unknown): value is number {
  return typeof value === 'number' && value >= 256 && value <= 65_536
}

/** Whether `value` can be the size of the largest corpus file, in megabytes. */
export function isFromOneOn(value: unknown): value is number {
  return typeof value === 'number' && value >= 1
}

function severityIn(table: unknown, code: ProblemCode): Severity | 'off' | undefined {
  if (typeof table !== 'object' || table === null) return undefined
  const level: unknown = Object.getOwnPropertyDescriptor(table, code)?.value
  return oneOf(severities, level)
}

/** The one of `choices` that `value` is; `undefined` where it is none. */
export function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}
