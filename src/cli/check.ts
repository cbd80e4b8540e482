import path from 'node:path'
import { countVerdicts, type Findings } from '../core/export/findings.ts'
import { checkReport, type Checking } from '../wording/findings.ts'
import { readText } from './files.ts'

/**
 * The problems of the reports called `names`, as the editor shows them, and the verdicts on their
 * quotations. `onReport` is called before each.
 *
 * @throws Failure where one cannot be read.
 */
export function checkReports(
  names: readonly string[],
  checking: Checking,
  onReport: (name: string, place: number) => void,
): Findings {
  const checked = names.map((name, place) => {
    onReport(name, place)
    return checkReport(name.replaceAll(path.sep, '/'), readText(name), checking)
  })
  return {
    reports: names.length,
    findings: checked.flatMap(({ findings }) => findings),
    verdicts: countVerdicts(checked.flatMap(({ verdicts }) => verdicts)),
  }
}
