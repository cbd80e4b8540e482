import type { Span } from '../text/span.ts'

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

/** A line and a column of UTF-16 units, both from 1. */
interface Place {
  readonly line: number
  readonly column: number
}

/** What checking some reports found. */
export interface Findings {
  readonly reports: number
  readonly findings: readonly Finding[]
  /** How many quotations got each verdict. */
  readonly verdicts: ReadonlyMap<string, number>
}

/** How often each of `verdicts` was given. */
export function countVerdicts(verdicts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return counts
}

/** One line for each finding, as compilers write them, and the counts. */
export function writeText({ reports, findings, verdicts }: Findings): string {
  const lines = findings.map(
    ({ file, start, severity, message, code }) =>
      `${file}:${String(start.line)}:${String(start.column)}: ${severity}: ${onOneLine(message)} [${code}]`,
  )
  const quotations = [...verdicts].map(([verdict, count]) => `${String(count)} ${verdict}`)
  return [
    ...lines,
    `${counted(findings.length, 'problem')} in ${counted(reports, 'report')}`,
    ...(quotations.length === 0 ? [] : [`quotations: ${quotations.join(', ')}`]),
    '',
  ].join('\n')
}

function counted(count: number, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`
}

function onOneLine(message: string): string {
  return message.replaceAll(/\s+/gu, ' ')
}

/** The findings as JSON: `{ "reports", "problems": […], "verdicts": {…} }`. */
export function writeJson({ reports, findings, verdicts }: Findings): string {
  const problems = findings.map(({ file, span, start, end, code, severity, message }) => ({
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    start: span.start,
    end: span.end,
    code,
    severity,
    message,
  }))
  return `${JSON.stringify({ reports, problems, verdicts: Object.fromEntries(verdicts) }, undefined, 2)}\n`
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

/** The findings as SARIF 2.1.0 (OASIS), which code hosts and editors show. Columns count UTF-16 units. */
export function writeSarif({ findings }: Findings, version: string): string {
  const helps = new Map(findings.map(({ code, help }) => [code, help]))
  const rules = [...helps.keys()]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Policy Citation',
            version,
            informationUri: 'https://github.com/policy-citation/policy-citation',
            rules: Array.from(helps, ([id, helpUri]) => ({ id, helpUri })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ file, start, end, code, severity, message }) => ({
          ruleId: code,
          ruleIndex: rules.indexOf(code),
          level: levels[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: {
                  startLine: start.line,
                  startColumn: start.column,
                  endLine: end.line,
                  endColumn: end.column,
                },
              },
            },
          ],
        })),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}
