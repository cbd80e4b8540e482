import type { Span } from '../text/span.ts'
import { visibleJson, visibleLine } from '../text/controls/visibleControls.ts'

/** A problem of a report, worded and placed, for those who read it outside the editor. */
export interface Finding {
  /** The report, as its reader named it, with `/` between folders. */
  readonly file: string
  /** In UTF-16 units of the report. */
  readonly span: Span
  readonly start: Place
  readonly end: Place
  readonly code: string
  /** The address at which problems of its code are explained. */
  readonly help: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
}

/** A finding that a comment in the report ignores. */
export interface IgnoredFinding extends Finding {
  /** In one line; empty where the comment does not say. */
  readonly reason: string
}

/** A line and a column of UTF-16 units, both from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

/** A file that was to be looked at, and could not be. */
export interface UnreadFile {
  /** As its reader named it. */
  readonly file: string
  /** What is wrong with it and what to do, on one line, in the reader's language. */
  readonly why: string
}

/** What checking some reports found. */
export interface Findings {
  /** How many reports were judged. */
  readonly reports: number
  readonly unread: readonly UnreadFile[]
  readonly findings: readonly Finding[]
  /** What comments in the reports ignore, where that is asked for. */
  readonly ignored?: readonly IgnoredFinding[] | undefined
  /** How many quotations got each verdict. */
  readonly verdicts: ReadonlyMap<string, number>
  /** Quotations that are no problem, but that something is to be told of. */
  readonly told?: readonly ToldQuotation[]
}

/** A quotation with its verdict, in words: the message says what the issuer says. */
export interface ToldQuotation extends Pick<
  Finding,
  'file' | 'span' | 'start' | 'end' | 'message'
> {
  readonly verdict: string
}

/** How often each of `verdicts` was given. */
export function countVerdicts(verdicts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return counts
}

/** What compilers call a place, and terminals lead to: in one line, without control characters. */
export function nameOfPlace({ file, start }: Pick<Finding, 'file' | 'start'>): string {
  return `${visibleLine(file)}:${String(start.line)}:${String(start.column)}`
}

/**
 * The findings as JSON: `{ "reports", "unread": […], "problems": […], "verdicts": {…} }`, `"quotations": […]` that
 * something is told of, and `"ignored": […]` with each `reason` where that is asked for.
 */
export function writeJson(found: Findings): string {
  const { reports, unread, findings, ignored, verdicts, told = [] } = found
  const asData = ({ code, severity, message, ...placed }: Finding): object => ({
    ...placeInJson(placed),
    code,
    severity,
    message,
  })
  const quotations = told.map(({ verdict, message, ...placed }) => ({
    ...placeInJson(placed),
    verdict,
    message,
  }))
  const written = {
    reports,
    unread: unread.map(({ file, why }) => ({ file, message: why })),
    problems: findings.map(asData),
    ignored: ignored?.map((finding) => ({ ...asData(finding), reason: finding.reason })),
    verdicts: Object.fromEntries(verdicts),
    ...(quotations.length > 0 && { quotations }),
  }
  return `${visibleJson(written, 2)}\n`
}

function placeInJson({
  file,
  span,
  start,
  end,
}: Pick<Finding, 'file' | 'span' | 'start' | 'end'>): Readonly<Record<string, string | number>> {
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    start: span.start,
    end: span.end,
  }
}
