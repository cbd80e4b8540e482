import * as vscode from 'vscode'
import {
  writeJson,
  type Finding,
  type Findings,
  type UnreadFile,
} from '../../core/export/findings.ts'
import { leadsIn } from '../../core/export/leads.ts'
import { writeSarif } from '../../core/export/sarif.ts'
import { checkInSteps, type CheckedReport, type Checking, foundIn } from '../../wording/findings.ts'
import { writeFindings } from '../../wording/findingsText.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { inSlices, othersTurn } from '../../workspace/inSlices.ts'
import { readPrintingFiles } from '../../workspace/reports/bibliographyFiles.ts'
import { editorHost } from '../host.ts'
import { refuse } from '../messages.ts'
import { resultScheme } from '../reports/reportDocuments.ts'
import { isReport } from '../reports/isReport.ts'
import { officialTextsOf } from '../official/passageOf.ts'
import { withProgress, type LongWork } from '../results/progress.ts'
import { reportFiles, reportText } from '../reports/reportFiles.ts'
import { resultText, nameWithoutEnding, type Result } from '../results/results.ts'
import { ownExtension } from '../ownExtension.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Lists all problems of the report, or of all reports of the workspace, with the verdicts on their quotations. */
export async function checkReport(state: State): Promise<void> {
  const scope = await chooseScope(meantReport(state))
  if (scope === undefined) return
  const format = await chooseFormat()
  if (format === undefined) return
  const outcomes = await withProgress(t('Checking reports'), async (long) => {
    await Promise.all([state.source.ready, state.official.ready])
    return checkAll(state, await scope.reports(long.signal), long)
  })
  if (outcomes === undefined) return
  const unread = outcomes.flatMap((outcome) => outcome.unread ?? [])
  if (unread.length > 0) refuse(unreadText(unread))
  await state.results.show(
    resultOf(outcomes, scope.report, format),
    { viewColumn: vscode.ViewColumn.Beside, preview: false },
    async (saved) =>
      (await isCheckedAnew(state, outcomes, saved))
        ? resultOf(outcomes, scope.report, format)
        : undefined,
  )
}

interface Scope extends vscode.QuickPickItem {
  /** Where it is one. */
  readonly report?: vscode.Uri
  readonly reports: (signal: AbortSignal) => Promise<readonly vscode.Uri[]>
}

/** The open report, or where a result is open the one that was worked on last. */
function meantReport({ lastReport }: State): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document
  return active?.uri.scheme === resultScheme ? lastReport.current : active
}

async function chooseScope(active: vscode.TextDocument | undefined): Promise<Scope | undefined> {
  const all: Scope = {
    label: t('All reports of the workspace'),
    reports: reportFiles,
  }
  if (active === undefined || !isReport(active)) return all
  const one: Scope = {
    label: t('This report'),
    report: active.uri,
    reports: () => Promise.resolve([active.uri]),
  }
  return vscode.window.showQuickPick([one, all], { title: t('Check Report') })
}

interface Format extends vscode.QuickPickItem {
  readonly language: Result['language']
  /** Of the name of its results. */
  readonly ending: string
  readonly write: (found: Findings) => string
}

async function chooseFormat(): Promise<Format | undefined> {
  const formats: readonly Format[] = [
    {
      label: t('Text'),
      language: resultText,
      ending: '',
      write: (found) => writeFindings(found, readSettings().language),
    },
    { label: 'JSON', language: 'json', ending: '.json', write: writeJson },
    {
      label: 'SARIF 2.1.0',
      language: 'json',
      ending: '.sarif',
      write: (found) => writeSarif(found, version()),
    },
  ]
  return vscode.window.showQuickPick(formats, { title: t('Check Report') })
}

function version(): string {
  const manifest: unknown = ownExtension()?.packageJSON
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}

/** What came of one report: what was found in it, or why it could not be read. */
interface Outcome {
  readonly uri: vscode.Uri
  readonly checked?: CheckedReport
  readonly unread?: UnreadFile
}

/** Puts what came of the report `saved` in its place of `outcomes`, unless it is saved again meanwhile. */
async function isCheckedAnew(
  state: State,
  outcomes: Outcome[],
  saved: vscode.Uri,
): Promise<boolean> {
  const at = outcomes.findIndex(({ uri }) => uri.toString() === saved.toString())
  const known = outcomes[at]
  if (known === undefined) return false
  // By which a later save tells itself from this one.
  const own = { ...known }
  outcomes[at] = own
  const isOver = (): boolean => outcomes[at] !== own
  const outcome = await checkOne(state, saved, isOver)
  if (outcome === undefined || isOver()) return false
  outcomes[at] = outcome
  return true
}

/** As far as it came when it is cancelled. */
async function checkAll(
  state: State,
  reports: readonly vscode.Uri[],
  { signal, tell }: LongWork,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const uri of reports) {
    tell(vscode.workspace.asRelativePath(uri), 100 / reports.length)
    const outcome = await checkOne(state, uri, () => signal.aborted)
    await othersTurn()
    if (outcome === undefined || signal.aborted) break
    outcomes.push(outcome)
  }
  return outcomes
}

/** `undefined` once `isOver`. */
async function checkOne(
  state: State,
  uri: vscode.Uri,
  isOver: () => boolean,
): Promise<Outcome | undefined> {
  const name = vscode.workspace.asRelativePath(uri)
  const read = await reportText(uri)
  if (read.kind !== 'read') {
    const why = t('{0} {1}', inWords(read.why, t), inWords(read.advice, t))
    return { uri, unread: { file: name, why } }
  }
  const named = await readPrintingFiles(editorHost, uri.toString(), read.text)
  const steps = checkInSteps(name, read.text, checkingOf(state, uri), named)
  const checked = await inSlices(steps, isOver)
  return checked && { uri, checked }
}

function resultOf(
  outcomes: readonly Outcome[],
  report: vscode.Uri | undefined,
  { language, ending, write }: Format,
): Result {
  const found = foundIn(
    outcomes.flatMap(({ checked }) => checked ?? []),
    outcomes.flatMap(({ unread }) => unread ?? []),
  )
  const text = write(found)
  const places = new Map(
    outcomes.flatMap(({ uri, checked }) =>
      [...(checked?.findings ?? []), ...(checked?.told ?? [])].map((one) => [one, uri] as const),
    ),
  )
  const leads = leadsIn(text, found, language === resultText).flatMap(({ line, words, to }) => {
    const uri = places.get(to)
    return uri === undefined ? [] : [[line, { words, report: uri, range: rangeOf(to) }] as const]
  })
  return {
    name: nameOf(report) + ending,
    language,
    text,
    leads: new Map(leads),
    ...(report !== undefined && { report }),
  }
}

function rangeOf({ start, end }: Pick<Finding, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1)
}

/** Without an ending, which would say a language. */
function nameOf(report: vscode.Uri | undefined): string {
  return report === undefined
    ? t('Check of all reports')
    : t('Check of {0}', nameWithoutEnding(report.path))
}

function unreadText(unread: readonly UnreadFile[]): string {
  const more = unread.length - mostNamed
  const named = unread.slice(0, mostNamed).map(({ why }) => why)
  return [...named, ...(more > 0 ? [t('More reports not read: {0}.', more)] : [])].join(' ')
}

/** So many of the reports that were not read are named in one message. */
const mostNamed = 3

function checkingOf(state: State, uri: vscode.Uri): Checking {
  const corpus = state.source.current
  const { severityOf, language } = readSettings(uri)
  const { today } = editorHost
  return { corpus, today, officialOf: officialTextsOf(state, corpus), language, severityOf }
}
