import type { Sentence } from '../core/corpus/sentence.ts'
import type { Findings } from '../core/export/findings.ts'
import { checkReport, foundIn, type CheckedReport, type Checking } from '../wording/findings.ts'
import type { Host } from '../workspace/host.ts'
import { readPrintingFiles, type NamedFiles } from '../workspace/reports/bibliographyFiles.ts'
import { notInUtf8, readReport, saveInUtf8 } from '../workspace/reports/readReport.ts'
import type { NamedReport } from './reports.ts'

/** What checking reports found. */
export interface CheckedReports {
  readonly found: Findings
  /** Why a report could not be judged, and what to do. */
  readonly refused: readonly Refusal[]
  /** The same of the files that it names, without which nothing is said of what they lack. */
  readonly unreadFiles: readonly Refusal[]
}

type Refusal = readonly [why: Sentence, advice: Sentence]

/**
 * The problems of `reports`, as the editor shows them, and the verdicts on their quotations. One that
 * cannot be read costs no other one. `onReport` is called before each.
 */
export async function checkReports(
  host: Host,
  reports: readonly NamedReport[],
  checking: Checking,
  onReport: (name: string, place: number) => void,
): Promise<CheckedReports> {
  const checked: CheckedReport[] = []
  const refused: Refusal[] = []
  const unreadFiles: Refusal[] = []
  for (const [place, { name, address }] of reports.entries()) {
    onReport(name, place)
    const read = await readReport(host.files, address, name)
    if (read.kind === 'refused') refused.push([read.why, read.advice])
    else {
      const named = await readPrintingFiles(host, address, read.text)
      checked.push(checkReport(name, read.text, checking, named))
      unreadFiles.push(...notRead(named))
    }
  }
  return { found: foundIn(checked), refused, unreadFiles }
}

function notRead({ files }: NamedFiles): readonly Refusal[] {
  return [...files].flatMap(([path, { kind }]) =>
    kind === 'notUtf8' ? [[notInUtf8(path), saveInUtf8] as const] : [],
  )
}
