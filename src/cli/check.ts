import path from 'node:path'
import type { Corpus } from '../core/corpus/corpus.ts'
import type { Language } from '../core/corpus/language.ts'
import { placeIn, type Finding, type Findings } from '../core/export/findings.ts'
import { findProblems, usualSeverity } from '../core/features/problems/findProblems.ts'
import { judgeQuotations, type OfficialTextOf } from '../core/features/problems/quotations.ts'
import { analyseReport } from '../core/report/report.ts'
import { problemText } from '../wording/problemText.ts'
import { readText } from './files.ts'

/** What reports are checked against. */
export interface Checking {
  readonly corpus: Corpus
  readonly officialOf: OfficialTextOf
  readonly language: Language
  /** Called before each report. */
  readonly onReport?: (name: string, place: number) => void
}

/**
 * The problems of the reports called `names`, as the editor shows them, and the verdicts on their
 * quotations.
 *
 * @throws Failure where one cannot be read.
 */
export function checkReports(
  names: readonly string[],
  { corpus, officialOf, language, onReport }: Checking,
): Findings {
  const findings: Finding[] = []
  const verdicts = new Map<string, number>()
  names.forEach((name, place) => {
    onReport?.(name, place)
    const text = readText(name)
    const report = analyseReport(text)
    const { shown } = findProblems(report, corpus, () => true, officialOf)
    for (const problem of shown) {
      findings.push({
        file: name.replaceAll(path.sep, '/'),
        span: problem.span,
        start: placeIn(text, problem.span.start),
        end: placeIn(text, problem.span.end),
        code: problem.code,
        severity: usualSeverity[problem.code],
        message: problemText(problem, language),
      })
    }
    for (const { verdict } of judgeQuotations(report, corpus, officialOf)) {
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    }
  })
  return { reports: names.length, findings, verdicts }
}
