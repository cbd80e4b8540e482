import type { Corpus } from '../core/corpus/corpus.ts'
import { placeOf, sourceText, type SourceText } from '../core/corpusFile/source/sourceText.ts'
import type { Language } from '../core/corpus/language.ts'
import {
  countVerdicts,
  type Finding,
  type Findings,
  type ToldQuotation,
  type UnreadFile,
  type IgnoredFinding,
} from '../core/export/findings.ts'
import type { ReportFiles } from '../core/features/problems/outdatedBibliography.ts'
import { ProblemFinder } from '../core/features/problems/problemFinder.ts'
import type { Problem, ProblemCode, Severity } from '../core/features/problems/problem.ts'
import { isToldOf, judgeQuotations } from '../core/features/problems/quoted/quotations.ts'
import type { OfficialVersionsOf } from '../core/official/officialVersions.ts'
import { analyseReport, reportDay } from '../core/report/report.ts'
import type { Span } from '../core/text/span.ts'
import { problemAddress } from './problemAddress.ts'
import { problemText } from './problemText.ts'
import { toldText } from './quotationText.ts'

/** What a report is checked against, and how what is found is told. */
export interface Checking {
  readonly corpus: Corpus
  /** The day of reports that name none. */
  readonly today: string
  readonly officialOf: OfficialVersionsOf
  readonly language: Language
  readonly severityOf: (code: ProblemCode) => Severity | 'off'
}

/** What checking one report found. */
export interface CheckedReport {
  readonly findings: readonly Finding[]
  /** What comments in the report ignore. */
  readonly ignored: readonly IgnoredFinding[]
  /** The verdict on each quotation that stands with a citation of ours. */
  readonly verdicts: readonly string[]
  /** Those that are no problem, but that something is to be told of. */
  readonly told: readonly ToldQuotation[]
}

/**
 * What checking some reports found, of all of them together, and what beside them could not be read; what
 * comments ignore only where that is asked for.
 */
export function foundIn(
  checked: readonly CheckedReport[],
  unread: readonly UnreadFile[],
  withIgnored = false,
): Findings {
  return {
    reports: checked.length,
    unread,
    findings: checked.flatMap(({ findings }) => findings),
    ignored: withIgnored ? checked.flatMap(({ ignored }) => ignored) : undefined,
    verdicts: countVerdicts(checked.flatMap(({ verdicts }) => verdicts)),
    told: checked.flatMap(({ told }) => told),
  }
}

/** All problems of the report `text`, called `file`, in words and with their places; of its bibliography where its files are given. */
export function checkReport(...asked: Parameters<typeof checkInSteps>): CheckedReport {
  const checking = checkInSteps(...asked)
  for (;;) {
    const step = checking.next()
    if (step.done === true) return step.value
  }
}

/** The same in steps, between which it can be left: a report of a megabyte takes seconds. */
export function* checkInSteps(
  file: string,
  text: string,
  { corpus, today, officialOf, language, severityOf }: Checking,
  bibliography?: ReportFiles,
): Generator<undefined, CheckedReport> {
  const report = analyseReport(text)
  const isWanted = (code: ProblemCode): boolean => severityOf(code) !== 'off'
  const finder = new ProblemFinder({ corpus, today, isWanted, officialOf, bibliography })
  const found = yield* finder.look(report, Infinity)
  const source = sourceText(file, text)
  const asFindings = (problem: Problem): readonly Finding[] => {
    const severity = severityOf(problem.code)
    if (severity === 'off') return []
    const { span, code } = problem
    const { start, end } = placesOf(source, span)
    const [message, help] = [problemText(problem, language), problemAddress(code)]
    return [{ file, span, start, end, code, help, severity, message }]
  }
  const findings = found.shown.flatMap(asFindings)
  const ignored = (found.ignored ?? []).flatMap(({ problem, reason }) =>
    asFindings(problem).map((finding) => ({ ...finding, reason })),
  )
  yield
  const compared = { corpus, officialOf, day: reportDay(report, today) }
  const judged = judgeQuotations(report, compared)
  const told = judged.filter(isToldOf).map((one): ToldQuotation => {
    const { span } = one.quotation
    const { start, end } = placesOf(source, span)
    return { file, span, start, end, verdict: one.verdict, message: toldText(one, language) }
  })
  return { findings, ignored, verdicts: judged.map(({ verdict }) => verdict), told }
}

/** Where `span` begins, and where it ends. */
function placesOf(source: SourceText, span: Span): Pick<Finding, 'start' | 'end'> {
  return {
    start: placeOf(source, span),
    end: placeOf(source, { start: span.end, end: span.end }),
  }
}
