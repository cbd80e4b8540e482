import { factChecks, freshDays, type FactCheck } from '../core/corpus/checks.ts'
import type { Corpus } from '../core/corpus/corpus.ts'
import { languages } from '../core/corpus/language.ts'
import { sentence } from '../core/corpus/sentence.ts'
import {
  languageCounts,
  type LanguageCounts,
  type TextCounts,
} from '../core/corpus/languageCounts.ts'
import { visibleJson } from '../core/text/controls/visibleControls.ts'
import type { Words } from '../wording/words.ts'
import { tell } from './console.ts'
import { Misuse } from './failure.ts'

/** How what was checked when is written. */
export type WriteChecks = (checks: readonly FactCheck[], t: Words) => string

/** @throws Misuse where there is no such format. */
export function checksWriter(format: string): WriteChecks {
  if (format === 'text') return textOf
  if (format === 'json') return jsonOf
  throw new Misuse(sentence`There is no format “${format}”: text or json.`)
}

/** Writes when the facts of each instrument were checked, and gives the exit code: 1 where it is time to do so again. */
export function tellChecks(
  corpus: Corpus,
  day: string,
  write: (checks: readonly FactCheck[]) => string,
): number {
  const checks = factChecks(corpus, day)
  tell(write(checks))
  return checks.some(({ isStale }) => isStale) ? 1 : 0
}

/** A line for each: key, day, age, and what is to be done or why nothing is, parted by tabs. */
const textOf: WriteChecks = (checks, t) =>
  checks
    .map(({ instrument: { key, checked = t('never'), checkNotDue = '' }, age, isStale }) => {
      const days = age === undefined ? '' : t('{0} days', age)
      const due = isStale ? t('stale: check it again, after {0} days', freshDays) : checkNotDue
      return `${[key, checked, days, due].join('\t').trimEnd()}\n`
    })
    .join('')

function jsonOf(checks: readonly FactCheck[]): string {
  const written = checks.map(({ instrument: { key, checked, checkNotDue }, age, isStale }) => ({
    ...{ key, checked, days: age, stale: isStale, checkNotDue },
  }))
  return `${visibleJson(written, 2)}\n`
}

/** How what an instrument has in which languages is written. */
export type WriteLanguages = (counts: readonly LanguageCounts[], t: Words) => string

/** @throws Misuse where there is no such format. */
export function languagesWriter(format: string): WriteLanguages {
  if (format === 'text') return languagesText
  if (format === 'markdown') return languagesMarkdown
  if (format === 'json') return languagesJson
  throw new Misuse(sentence`There is no format “${format}”: text, markdown or json.`)
}

/** Writes how many headings, titles and summaries each instrument has in which language. */
export function tellLanguages(
  corpus: Corpus,
  write: (counts: readonly LanguageCounts[]) => string,
): number {
  tell(write(languageCounts(corpus)))
  return 0
}

const sorts = ['headings', 'titles', 'summaries', 'formerWords'] as const

function columnsIn(t: Words): readonly string[] {
  return [
    t('instrument'),
    t('provisions'),
    t('headings'),
    t('titles'),
    t('summaries'),
    t('former words'),
  ]
}

/** A line for each: key, provisions, and of each sort how many in {@link languages}, parted by tabs. */
function languagesText(counts: readonly LanguageCounts[], t: Words): string {
  return [columnsIn(t), ...counts.map(cellsOf)].map((cells) => `${cells.join('\t')}\n`).join('')
}

function languagesMarkdown(counts: readonly LanguageCounts[], t: Words): string {
  const columns = columnsIn(t)
  const rows = [columns, columns.map(() => '---'), ...counts.map(cellsOf)]
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function cellsOf(count: LanguageCounts): readonly string[] {
  const { instrument, provisions } = count
  return [instrument.key, String(provisions), ...sorts.map((sort) => inLanguages(count[sort]))]
}

/** `113 / 113 / 113 / 40`. */
function inLanguages(counts: TextCounts): string {
  return languages.map((language) => counts[language]).join(' / ')
}

function languagesJson(counts: readonly LanguageCounts[]): string {
  const written = counts.map(({ instrument, ...rest }) => ({ key: instrument.key, ...rest }))
  return `${visibleJson(written, 2)}\n`
}
