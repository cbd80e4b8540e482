import type { Language } from '../core/corpus/language.ts'
import { inWords, sentence } from '../core/corpus/sentence.ts'
import { writeJson, type Finding, type Findings, type UnreadFile } from '../core/export/findings.ts'
import { writeSarif } from '../core/export/sarif.ts'
import { checkReport, foundIn, type CheckedReport, type Checking } from '../wording/findings.ts'
import { writeFindings } from '../wording/findingsText.ts'
import { wordsIn, type Words } from '../wording/words.ts'
import type { Host } from '../workspace/host.ts'
import { readPrintingFiles, type NamedFiles } from '../workspace/reports/bibliographyFiles.ts'
import { notInUtf8, readReport, saveInUtf8 } from '../workspace/reports/readReport.ts'
import { complain, tell } from './console.ts'
import { Failure } from './failure.ts'
import { readOfficialTexts } from './officialTexts.ts'
import { findNamedReports, type NamedReport } from './reports.ts'
import type { Session } from './session.ts'

/** What is to be checked, and how. */
export interface CheckRequest {
  /** Of reports, and of folders of them. */
  readonly names: readonly string[]
  /** Official documents, as {@link readOfficialTexts} takes them. */
  readonly officials: readonly string[]
  /** The day that is asked of, where it is not today. */
  readonly day: string | undefined
  /** Whether what comments in the reports ignore is written, too. */
  readonly withIgnored: boolean
  readonly write: WriteFindings
}

type WriteFindings = (findings: Findings, language: Language) => string

/**
 * What writes findings; `version` is ours.
 *
 * @throws Failure where there is no such format.
 */
export function findingsWriter(format: string, version: string): WriteFindings {
  if (format === 'text') return writeFindings
  if (format === 'json') return writeJson
  if (format === 'sarif') return (findings) => writeSarif(findings, version)
  throw new Failure(sentence`There is no format “${format}”: text, json or sarif.`)
}

/**
 * Writes the problems of reports, as the editor shows them, and gives the exit code. A file that cannot be
 * read is named and costs no other one.
 *
 * @throws Failure where none of the official documents could be read, or one is asked for wrongly.
 */
export async function tellProblems(session: Session, request: CheckRequest): Promise<number> {
  const { host, corpus, language, settings } = session
  const t = wordsIn(language)
  const official = await readOfficialTexts(request.officials, session)
  const named = await findNamedReports(host, request.names)
  const checked = await checkReports(host, named.reports, {
    corpus,
    today: request.day ?? host.today,
    officialOf: official.officialOf,
    language,
    severityOf: settings.severityOf,
  })
  const unnamed = [...official.unread, ...named.unread]
  const unread = [
    ...unnamed.map(({ file, why }) => ({ file, why: inWords(why, t) })),
    ...checked.unread,
  ]
  for (const { why } of [...unread, ...checked.besides]) complain(why)
  return tellFound(foundIn(checked.reports, unread, request.withIgnored), (found) =>
    request.write(found, language),
  )
}

/** What checking reports found. */
interface CheckedReports {
  readonly reports: readonly CheckedReport[]
  /** Those that could not be judged. */
  readonly unread: readonly UnreadFile[]
  /** The files that they name, without which nothing is said of what these lack. */
  readonly besides: readonly UnreadFile[]
}

async function checkReports(
  host: Host,
  named: readonly NamedReport[],
  checking: Checking,
): Promise<CheckedReports> {
  const t = wordsIn(checking.language)
  const reports: CheckedReport[] = []
  const unread: UnreadFile[] = []
  const besides: UnreadFile[] = []
  for (const [place, { name, address }] of named.entries()) {
    tellProgress(name, place, named.length, t)
    const read = await readReport(host.files, address, name)
    if (read.kind === 'refused') {
      unread.push({ file: name, why: t('{0} {1}', inWords(read.why, t), inWords(read.advice, t)) })
    } else {
      const files = await readPrintingFiles(host, address, read.text)
      reports.push(checkReport(name, read.text, checking, files))
      for (const file of notInUtf8In(files)) {
        besides.push({
          file,
          why: t('{0} {1}', inWords(notInUtf8(file), t), inWords(saveInUtf8, t)),
        })
      }
    }
  }
  return { reports, unread, besides }
}

function notInUtf8In({ files }: NamedFiles): readonly string[] {
  return [...files].flatMap(([path, { kind }]) => (kind === 'notUtf8' ? [path] : []))
}

/** Says on a terminal which report is being looked at. */
function tellProgress(name: string, place: number, count: number, t: Words): void {
  if (process.stderr.isTTY) complain(t('{0} of {1}: {2}', place + 1, count, name))
}

/** Writes what was found, unless nothing could be judged, and gives the exit code. */
function tellFound(found: Findings, write: (found: Findings) => string): number {
  const isWhole = found.unread.length === 0
  if (!isWhole && found.reports === 0) return 2
  tell(write(found))
  return isWhole && !found.findings.some(isWrong) ? 0 : 1
}

function isWrong({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning'
}
