import * as vscode from 'vscode'
import { writeJson, type Findings, type UnreadFile } from '../../core/export/findings.ts'
import { writeSarif } from '../../core/export/sarif.ts'
import {
  checkReport as checkText,
  type CheckedReport,
  type Checking,
  foundIn,
} from '../../wording/findings.ts'
import { writeFindings } from '../../wording/findingsText.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { readPrintingFiles } from '../../workspace/reports/bibliographyFiles.ts'
import { editorHost } from '../host.ts'
import { isReport } from '../reports/isReport.ts'
import { officialTextsOf } from '../official/passageOf.ts'
import { reportFiles, reportText } from '../reports/reportFiles.ts'
import { ownExtension } from '../ownExtension.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Lists all problems of the report, or of all reports of the workspace, with the verdicts on their quotations. */
export async function checkReport(state: State): Promise<void> {
  const active = vscode.window.activeTextEditor?.document
  const scope = await chooseScope(active)
  if (scope === undefined) return
  const format = await chooseFormat()
  if (format === undefined) return
  await Promise.all([state.source.ready, state.official.ready])
  const checked = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Checking reports'),
      cancellable: true,
    },
    async (progress, token) => check(state, await scope.reports(), progress, token),
  )
  if (checked === undefined) return
  if (checked.unread.length > 0) void vscode.window.showWarningMessage(unreadText(checked.unread))
  const { language, write } = format
  const document = await vscode.workspace.openTextDocument({ language, content: write(checked) })
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside })
}

interface Scope extends vscode.QuickPickItem {
  readonly reports: () => Promise<readonly vscode.Uri[]>
}

async function chooseScope(active: vscode.TextDocument | undefined): Promise<Scope | undefined> {
  const all: Scope = {
    label: t('All reports of the workspace'),
    reports: reportFiles,
  }
  if (active === undefined || !isReport(active)) return all
  const one: Scope = { label: t('This report'), reports: () => Promise.resolve([active.uri]) }
  return vscode.window.showQuickPick([one, all], { title: t('Check Report') })
}

interface Format extends vscode.QuickPickItem {
  readonly language: string
  readonly write: (found: Findings) => string
}

async function chooseFormat(): Promise<Format | undefined> {
  const formats: readonly Format[] = [
    {
      label: t('Text'),
      language: 'plaintext',
      write: (found) => writeFindings(found, readSettings().language),
    },
    { label: 'JSON', language: 'json', write: writeJson },
    { label: 'SARIF 2.1.0', language: 'json', write: (found) => writeSarif(found, version()) },
  ]
  return vscode.window.showQuickPick(formats, { title: t('Check Report') })
}

function version(): string {
  const manifest: unknown = ownExtension()?.packageJSON
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : ''
}

/** `undefined` when it was cancelled. */
async function check(
  state: State,
  reports: readonly vscode.Uri[],
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<Findings | undefined> {
  const checked: CheckedReport[] = []
  const unread: UnreadFile[] = []
  for (const uri of reports) {
    if (token.isCancellationRequested) return undefined
    const name = vscode.workspace.asRelativePath(uri)
    progress.report({ message: name, increment: 100 / reports.length })
    const read = await reportText(uri)
    if (read.kind === 'read') {
      const named = await readPrintingFiles(editorHost, uri.toString(), read.text)
      checked.push(checkText(name, read.text, checkingOf(state, uri), named))
    } else {
      const why = t('{0} {1}', inWords(read.why, t), inWords(read.advice, t))
      unread.push({ file: name, why })
    }
  }
  return foundIn(checked, unread)
}

function unreadText(unread: readonly UnreadFile[]): string {
  const more = unread.length - mostNamed
  const named = unread.slice(0, mostNamed).map(({ why }) => why)
  return [...named, ...(more > 0 ? [t('{0} more reports were not read.', more)] : [])].join(' ')
}

/** So many of the reports that were not read are named in one message. */
const mostNamed = 3

function checkingOf(state: State, uri: vscode.Uri): Checking {
  const corpus = state.source.current
  const { severityOf, language } = readSettings(uri)
  const { today } = editorHost
  return { corpus, today, officialOf: officialTextsOf(state, corpus), language, severityOf }
}
