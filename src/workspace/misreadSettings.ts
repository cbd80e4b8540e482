import { sentence, type Sentence } from '../core/corpus/sentence.ts'
import { problemCodes, usualSeverity } from '../core/features/problems/problem.ts'
import { usualLimits } from '../import/readingLimits.ts'
import { whyNoFile, type NamesNoFile } from './corpora/ownPlaces.ts'
import type { SettingValues } from './host.ts'
import {
  bibliographyUpdates,
  isFromOneOn,
  isReadingMemory,
  isReadingTime,
  languageChoices,
  oneOf,
  settingsSection,
  severities,
  styleIn,
  usualMegabytes,
} from './settings.ts'

/** A setting, or one thing that it holds, that cannot be what it is. */
export interface MisreadSetting {
  /** The whole name of the setting. */
  readonly name: string
  /** What it cannot be, or cannot hold. */
  readonly value: unknown
  /** What is used instead; empty where nothing is. */
  readonly fallback: string
  readonly why: WhyMisread
  /** The code whose severity it is, where `value` is one. */
  readonly code?: string
}

/** `value`: of a type or a choice that there is not; else what of a list or a table cannot be. */
export type WhyMisread = 'value' | 'severity' | 'unknownCode' | 'noText' | NamesNoFile | PandocPath

/** What is wrong with the path of Pandoc; only a machine with programs can tell. */
export type PandocPath = 'notWhole' | 'noProgram'

/** What of the settings cannot be, with what is used instead. All else that they hold is used. */
export function misreadIn(values: SettingValues): readonly MisreadSetting[] {
  const whole = checks.flatMap(([name, fallback, fits]) => {
    const value = values.get(name)
    return value === undefined || fits(value) ? [] : [misread(name, value, 'value', fallback)]
  })
  return [
    ...whole,
    ...misreadCorpora(values.get('corpora')),
    ...misreadSeverities(values.get('problems.severity')),
  ]
}

/** The path of Pandoc that names nothing that can be run. */
export function misreadPath(value: string, why: PandocPath): MisreadSetting {
  return misread('pandoc.path', value, why, '')
}

function misread(
  name: string,
  value: unknown,
  why: WhyMisread,
  fallback: string,
  code?: string,
): MisreadSetting {
  const known = { name: `${settingsSection}.${name}`, value, why, fallback }
  return code === undefined ? known : { ...known, code }
}

/** What cannot be, why, and what is used instead. */
export function misreadSentence({
  name,
  value,
  fallback,
  why,
  code = '',
}: MisreadSetting): Sentence {
  const shown = shownValue(value)
  switch (why) {
    case 'value':
      return sentence`“${name}” cannot be ${shown}: ${fallback} is used.`
    case 'severity':
      return sentence`“${name}” cannot set ${code} to ${shown}: ${fallback} is used.`
    case 'unknownCode':
      return sentence`“${name}” sets ${shown}, but no problem has this code: it is passed over.`
    case 'noText':
      return sentence`“${name}” holds ${shown}, which is no text: it is passed over.`
    case 'noMarkdown':
      return sentence`“${name}” holds ${shown}, but the names of corpus files end in .md: it is passed over. For all files of a folder write ${'plans/**/*.md'}.`
    case 'notClosed':
      return sentence`“${name}” holds ${shown}, in which a bracket is not closed: it finds nothing.`
    case 'tooMany':
      return sentence`“${name}” holds ${shown}, which stands for too many patterns: it is passed over. Write fewer alternatives in braces.`
    case 'outside':
      return sentence`“${name}” holds ${shown}, which leads out of the workspace: it is passed over. Name each file out there by its whole path.`
    case 'notWhole':
      return sentence`“${name}” is ${shown}, and must be the whole path of Pandoc, from the root on. References are not printed.`
    case 'noProgram':
      return sentence`“${name}” is ${shown}, where no program is that can be run. References are not printed.`
  }
}

/** So much of a value is shown, in UTF-16 units. */
const longestValue = 60

function shownValue(value: unknown): string {
  const text = (JSON.stringify(value) as string | undefined) ?? String(value)
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
}

type Check = readonly [name: string, fallback: string, fits: (value: unknown) => boolean]

const checks: readonly Check[] = [
  ['language', 'auto', (value) => oneOf(languageChoices, value) !== undefined],
  ['citation.style', 'pandoc', (value) => styleIn(value) !== undefined],
  ['bibliography.update', 'ask', (value) => oneOf(bibliographyUpdates, value) !== undefined],
  ['corpora', '[]', Array.isArray],
  ['corpora.largestFile', String(usualMegabytes), isFromOneOn],
  ['documents.readingTime', String(usualLimits.time / 1000), isReadingTime],
  ['documents.readingMemory', String(usualLimits.memory), isReadingMemory],
  ['citation.page', 'true', isYesOrNo],
  ['search.pinyin', 'false', isYesOrNo],
  ['pandoc.path', '""', isText],
  ['problems.severity', '{}', isTable],
]

function misreadCorpora(value: unknown): readonly MisreadSetting[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((name: unknown) => {
    const why = isText(name) ? whyNoFile(name) : 'noText'
    return why === undefined ? [] : [misread('corpora', name, why, '')]
  })
}

function misreadSeverities(value: unknown): readonly MisreadSetting[] {
  if (!isTable(value)) return []
  return Object.entries(value).flatMap(([written, level]: [string, unknown]) => {
    const code = oneOf(problemCodes, written)
    const name = 'problems.severity'
    if (code === undefined) return [misread(name, written, 'unknownCode', '')]
    return oneOf(severities, level) === undefined
      ? [misread(name, level, 'severity', usualSeverity[code], code)]
      : []
  })
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isYesOrNo(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
