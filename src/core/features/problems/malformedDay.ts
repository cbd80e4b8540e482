import { isCalendarDay } from '../../corpus/calendarDate.ts'
import { frontOf, reportDay, type Report } from '../../report/report.ts'
import { readFrontMatter } from '../../text/frontMatter.ts'
import { sliceSpan, type Span } from '../../text/span.ts'
import { writtenDates } from '../../words/writtenDates.ts'

/** What a report names as its day, and is none. */
export interface MalformedDay {
  readonly span: Span
  /** As written. */
  readonly text: string
  /** The day that is meant, where it is one that is written otherwise. */
  readonly corrected: readonly string[]
}

/** What stands under `policy-as-of:` where that is no day; `undefined` where it is one, or nothing stands there. */
export function malformedDay(report: Report): MalformedDay | undefined {
  const front = frontOf(report)
  const field = readFrontMatter(front)?.fields.find(({ name }) => name === 'policy-as-of')
  const written = field && sliceSpan(front, field.valueSpan).trimStart()
  const [text] = value.exec(written ?? '') ?? []
  if (!field || !written || text === undefined || reportDay(report, '') !== '') return undefined
  const start = field.valueSpan.end - written.length
  const corrected = writtenDates(text).map(({ date }) => date)
  return {
    span: { start, end: start + text.length },
    text,
    corrected: corrected.filter(isCalendarDay),
  }
}

/** The first line of a value without blanks and a comment. */
const value = /^[^\s#]\S*(?:[ \t]+[^\s#]\S*)*/u
