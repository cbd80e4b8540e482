import * as vscode from 'vscode'
import {
  placeIn,
  writeJson,
  writeSarif,
  writeText,
  type Finding,
  type Findings,
} from '../../core/export/findings.ts'
import { findProblems } from '../../core/features/problems/findProblems.ts'
import { judgeQuotations } from '../../core/features/problems/quotations.ts'
import { analyseReport } from '../../core/report/report.ts'
import { problemText } from '../../wording/problemText.ts'
import { isReport } from '../isReport.ts'
import { officialTextsOf } from '../official/passageOf.ts'
import { isWanted, readSettings } from '../settings.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** The most reports of a workspace that are checked. */
const mostReports = 1000

/** Lists all problems of the report, or of all reports of the workspace, with the verdicts on their quotations. */
export async function checkReport(state: State): Promise<void> {
  const active = vscode.window.activeTextEditor?.document
  const scope = await chooseScope(active)
  if (scope === undefined) return
  const format = await chooseFormat()
  if (format === undefined) return
  await Promise.all([state.source.ready, state.official.ready])
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Checking reports'),
      cancellable: true,
    },
    async (progress, token) => check(state, await scope.reports(), progress, token),
  )
  if (found === undefined) return
  const { language, write } = format
  const document = await vscode.workspace.openTextDocument({ language, content: write(found) })
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside })
}

interface Scope extends vscode.QuickPickItem {
  readonly reports: () => Promise<readonly vscode.Uri[]>
}

async function chooseScope(active: vscode.TextDocument | undefined): Promise<Scope | undefined> {
  const all: Scope = {
    label: t('All reports of the workspace'),
    reports: async () =>
      vscode.workspace.findFiles(
        '**/*.{md,qmd,Rmd,rmd}',
        '**/{node_modules,.git,.policy}/**',
        mostReports,
      ),
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
    { label: t('Text'), language: 'plaintext', write: writeText },
    { label: 'JSON', language: 'json', write: writeJson },
    { label: 'SARIF 2.1.0', language: 'json', write: (found) => writeSarif(found, version()) },
  ]
  return vscode.window.showQuickPick(formats, { title: t('Check Report') })
}

function version(): string {
  const manifest: unknown = vscode.extensions.getExtension(
    'policy-citation.policy-citation',
  )?.packageJSON
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
  const findings: Finding[] = []
  const verdicts = new Map<string, number>()
  for (const uri of reports) {
    if (token.isCancellationRequested) return undefined
    progress.report({
      message: vscode.workspace.asRelativePath(uri),
      increment: 100 / reports.length,
    })
    const document = await vscode.workspace.openTextDocument(uri)
    findings.push(...findingsOf(state, document, verdicts))
  }
  return { reports: reports.length, findings, verdicts }
}

function findingsOf(
  state: State,
  document: vscode.TextDocument,
  verdicts: Map<string, number>,
): readonly Finding[] {
  const corpus = state.source.current
  const officialOf = officialTextsOf(state, corpus)
  const text = document.getText()
  const report = analyseReport(text)
  for (const { verdict } of judgeQuotations(report, corpus, officialOf)) {
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
  }
  const { severityOf, language } = readSettings(document)
  const { shown } = findProblems(report, corpus, isWanted(document), officialOf)
  return shown.flatMap((problem) => {
    const severity = severityOf(problem.code)
    if (severity === 'off') return []
    return {
      file: vscode.workspace.asRelativePath(document.uri),
      span: problem.span,
      start: placeIn(text, problem.span.start),
      end: placeIn(text, problem.span.end),
      code: problem.code,
      severity,
      message: problemText(problem, language),
    }
  })
}
