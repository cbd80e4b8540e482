import * as vscode from 'vscode'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { lacksBibliography } from '../../core/features/bibliographies/draftBibliography.ts'
import { namedPlaceAt, type Report } from '../../core/report/report.ts'
import { commandIds } from '../commandIds.ts'
import { problemsWith } from '../reports/problemsPublisher.ts'
import { readSettings } from '../settings.ts'
import { wordsIn } from '../../wording/words.ts'

/** Where something is offered in a report. */
interface Asked {
  readonly document: vscode.TextDocument
  readonly report: Report
  readonly corpus: Corpus
  readonly offset: number
  readonly diagnostics: readonly vscode.Diagnostic[]
}

/**
 * The fix of an outdated bibliography; and for a report without one, where something of ours is cited or in
 * the front matter, the offer of one. Nothing where nothing is written: in Restricted Mode, or of a report
 * that lies nowhere.
 */
export function offerBibliography(asked: Asked): readonly vscode.CodeAction[] {
  const { document, report, corpus, offset, diagnostics } = asked
  const { bibliographyUpdate } = readSettings(document)
  const isNowhere = document.isUntitled || document.uri.scheme === 'vscode-notebook-cell'
  if (isNowhere || !vscode.workspace.isTrusted || bibliographyUpdate === 'off') return []
  const mended = problemsWith('bibliography.outdated', diagnostics)
  if (mended.length > 0) return [writing(document, vscode.CodeActionKind.QuickFix, mended)]
  const isHere =
    offset <= report.blocks.frontMatterEnd || namedPlaceAt(report, corpus, offset) !== undefined
  return isHere && lacksBibliography(report)
    ? [writing(document, vscode.CodeActionKind.RefactorRewrite, [])]
    : []
}

/** The fix of a style that needs the filter: what sets it up. Nothing where nothing is written. */
export function offerFilter({ document, diagnostics }: Asked): readonly vscode.CodeAction[] {
  const advised = problemsWith('bibliography.filter-advised', diagnostics)
  if (advised.length === 0 || document.isUntitled || !vscode.workspace.isTrusted) return []
  const title = wordsIn(readSettings(document).language)('Set Up Pandoc and Quarto')
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  action.diagnostics = [...advised]
  action.isPreferred = true
  const { setUpPandoc: command } = commandIds
  action.command = { title, command, arguments: [document.uri.toString()] }
  return [action]
}

function writing(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  mended: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const t = wordsIn(readSettings(document).language)
  const title = t('Write Bibliography')
  const action = new vscode.CodeAction(title, kind)
  action.diagnostics = [...mended]
  action.isPreferred = mended.length > 0
  const { writeBibliography: command } = commandIds
  action.command = { title, command, arguments: [document.uri.toString()] }
  return action
}
