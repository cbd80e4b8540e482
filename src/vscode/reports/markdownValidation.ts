import * as vscode from 'vscode'
import { groupAt, type Report } from '../../core/report/report.ts'
import { internalCommandIds } from '../commandIds.ts'
import { toSpan } from '../convert.ts'

/** What VS Code's Markdown validation calls a reference without a link definition, such as `[@key]`. */
const noSuchReference = 'link.no-such-reference'
const setting = 'markdown.validate.referenceLinks.enabled'

/**
 * VS Code's own validation, when it is switched on, takes `[@key]` for a link reference without a
 * definition, and knows no exception. No extension can take a finding of another away: the way out
 * is its setting, which we offer on such a finding over a citation, and nowhere else.
 */
export function stopReportingCitations(
  document: vscode.TextDocument,
  report: Report,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const mistaken = diagnostics.filter(
    (diagnostic) =>
      diagnostic.code === noSuchReference &&
      groupAt(report, toSpan(document, diagnostic.range).start) !== undefined,
  )
  if (mistaken.length === 0) return []
  const title = vscode.l10n.t('Stop Markdown validation from reporting citations (“{0}”)', setting)
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  action.diagnostics = mistaken
  action.command = { title, command: internalCommandIds.stopReportingCitations, arguments: [] }
  return [action]
}

/** Sets VS Code's setting in the workspace where there is one, else for the user. */
export async function ignoreReferenceLinks(): Promise<void> {
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined
  await vscode.workspace
    .getConfiguration()
    .update(
      setting,
      'ignore',
      inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
    )
}
