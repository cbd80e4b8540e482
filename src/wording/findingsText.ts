import { colonIn, type Language } from '../core/corpus/language.ts'
import {
  nameOfPlace,
  type Finding,
  type Findings,
  type IgnoredFinding,
  type UnreadFile,
} from '../core/export/findings.ts'
import { visibleLine } from '../core/text/controls/visibleControls.ts'
import { toldVerdict, verdictCount } from './quotationText.ts'
import { listIn } from './wording.ts'
import { wordsIn, type Words } from './words.ts'

/**
 * Findings for people: one line for each, as compilers write them, the ignored ones behind the others, and the
 * counts; a line of its own says what could not be read. No control character of a name or a text stands as
 * itself.
 */
export function writeFindings(found: Findings, language: Language): string {
  const { reports, unread, findings, ignored, verdicts, told = [] } = found
  const t = wordsIn(language)
  const lineOf = (placed: Placed, sort: string, code: string): string =>
    `${nameOfPlace(placed)}: ${t('{0}: {1}', sort, onOneLine(placed.message))}${language === 'en' ? ' ' : ''}[${code}]`
  const lines = findings.map((one) => lineOf(one, severityText(one.severity, t), one.code))
  const others = told.map((one) => lineOf(one, t('quotation'), toldVerdict(one.verdict, t)))
  const passedOver = (ignored ?? []).map(
    (one) => lineOf(one, t('ignored'), one.code) + reasonOf(one, language),
  )
  const quotations = [...verdicts].map(([verdict, count]) => verdictCount(verdict, count, t))
  return [
    ...lines,
    ...others,
    ...passedOver,
    t('{0} in {1}', problemCount(findings.length, t), reportCount(reports, t)),
    ...(ignored === undefined ? [] : [t('{0} ignored', ignored.length)]),
    ...(unread.length === 0 ? [] : [unreadLine(unread, language)]),
    ...(quotations.length === 0 ? [] : [t('quotations: {0}', listIn(language, quotations))]),
    '',
  ].join('\n')
}

type Placed = Pick<Finding, 'file' | 'start' | 'message'>

function reasonOf({ reason }: IgnoredFinding, language: Language): string {
  return reason && colonIn(language) + onOneLine(reason)
}

function problemCount(count: number, t: Words): string {
  return count === 1 ? t('{0} problem', count) : t('{0} problems', count)
}

function reportCount(count: number, t: Words): string {
  return count === 1 ? t('{0} report', count) : t('{0} reports', count)
}

function unreadLine(unread: readonly UnreadFile[], language: Language): string {
  const names = unread.map(({ file }) => visibleLine(file))
  const t = wordsIn(language)
  const count = t('{0} could not be read', names.length)
  return count + colonIn(language) + listIn(language, names)
}

function onOneLine(message: string): string {
  return visibleLine(message.replaceAll(/\s+/gu, ' '))
}

/** How severe a finding or a trouble is, in a word. */
export function severityText(severity: Finding['severity'], t: Words): string {
  switch (severity) {
    case 'error':
      return t('error')
    case 'warning':
      return t('warning')
    case 'information':
      return t('information')
    case 'hint':
      return t('hint')
  }
}
