import type { Sentence } from '../core/corpus/sentence.ts'
import type { Findings } from '../core/export/findings.ts'
import { checkReport, foundIn, type CheckedReport, type Checking } from '../wording/findings.ts'
import type { Files } from '../workspace/host.ts'
import { readReport } from '../workspace/reports/readReport.ts'
import type { NamedReport } from './reports.ts'

/** What checking reports found. */
export interface CheckedReports {
  readonly found: Findings
  /** Why a report could not be judged, and what to do. */
  readonly refused: readonly (readonly [why: Sentence, advice: Sentence])[]
}

/**
 * The problems of `reports`, as the editor shows them, and the verdicts on their quotations. One that
 * cannot be read costs no other one. `onReport` is called before each.
 */
export async function checkReports(
  files: Files,
  reports: readonly NamedReport[],
  checking: Checking,
  onReport: (name: string, place: number) => void,
): Promise<CheckedReports> {
  const checked: CheckedReport[] = []
  const refused: (readonly [Sentence, Sentence])[] = []
  for (const [place, { name, address }] of reports.entries()) {
    onReport(name, place)
    const read = await readReport(files, address, name)
    if (read.kind === 'read') checked.push(checkReport(name, read.text, checking))
    else refused.push([read.why, read.advice])
  }
  return { found: foundIn(checked), refused }
}
