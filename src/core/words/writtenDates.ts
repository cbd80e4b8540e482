import type { Span } from '../text/span.ts'

/** A date in a text, in one of the ways in which English and Chinese write dates. */
export interface WrittenDate {
  readonly span: Span
  /** `2026-08-02`, `2026-08` or `2026`, as far as it is written; perhaps none of the calendar. */
  readonly date: string
  /** How it is written: `2 August 2026`, `August 2, 2026`, `2026-08-02`, `2026年8月2日`. */
  readonly form: 'dayFirst' | 'monthFirst' | 'iso' | 'chinese'
}

/** The months in English, January first. */
export const englishMonths: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const month = englishMonths.join('|')
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const pattern = new RegExp(
  String.raw`(?<![\d-])(?:(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])|(?:${day}\s+)?\b(${month})\s+(?:${day},?\s+)?(\d{4})\b|(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?)`,
  'gu',
)

/** The dates that `text` names, in order: days and months, in Chinese years too. */
export function writtenDates(text: string): readonly WrittenDate[] {
  return Array.from(text.matchAll(pattern), readDate)
}

function readDate(found: RegExpExecArray): WrittenDate {
  const [written, isoYear, isoMonth, isoDay, dayBefore, name = '', dayBehind, year, ...han] = found
  const span = { start: found.index, end: found.index + written.length }
  if (isoYear !== undefined) return { span, date: dateOf(isoYear, isoMonth, isoDay), form: 'iso' }
  if (year === undefined) return { span, date: dateOf(...han), form: 'chinese' }
  const number = String(englishMonths.indexOf(name) + 1)
  const form = dayBehind === undefined ? 'dayFirst' : 'monthFirst'
  return { span, date: dateOf(year, number, dayBefore ?? dayBehind), form }
}

function dateOf(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-')
}

/** The day `date` in the way that `like` is written, no more exact than that. */
export function dateWrittenLike(date: string, { date: known, form }: WrittenDate): string {
  const [year = '', ...rest] = date.slice(0, known.length).split('-')
  const [number, day] = rest.map(Number)
  const name = number === undefined ? '' : (englishMonths[number - 1] ?? '')
  switch (form) {
    case 'iso':
      return date.slice(0, known.length)
    case 'chinese':
      return `${year}年${number === undefined ? '' : `${String(number)}月`}${day === undefined ? '' : `${String(day)}日`}`
    case 'dayFirst':
      return [...(day === undefined ? [] : [String(day)]), name, year].join(' ')
    case 'monthFirst':
      return `${name} ${String(day)}, ${year}`
  }
}
