import * as vscode from 'vscode'
import { nameIn } from '../../core/corpus/language.ts'
import { findProblems, type Problem } from '../../core/features/problems/findProblems.ts'
import { fixesOf, type Fix } from '../../core/features/problems/fixesOf.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { toRange, toSpan, toWorkspaceEdit } from '../convert.ts'
import { stopReportingCitations } from '../markdownValidation.ts'
import { problemSource } from '../problemsPublisher.ts'
import { isReport } from '../reportDocuments.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { pagesText } from '../wording.ts'

const { t } = vscode.l10n

/** Offers the fixes of the problems under the caret, and a way out of VS Code's own false report. */
export function fixesProvider({ reports, source, indexes }: State): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, range, { diagnostics }) {
      if (!isReport(document)) return []
      const corpus = source.current
      const report = reports.get(document)
      const { start, end } = toSpan(document, range)
      const touched = findProblems(report, corpus).shown.filter(
        ({ span }) => span.start <= end && start <= span.end,
      )
      return [
        ...touched.flatMap((problem) =>
          fixesOf(problem, report, corpus, indexes.get(corpus)).map((fix, place) =>
            toAction(document, problem, fix, diagnostics, place === 0),
          ),
        ),
        ...stopReportingCitations(document, report, diagnostics),
      ]
    },
  }
}

function toAction(
  document: vscode.TextDocument,
  problem: Problem,
  fix: Fix,
  diagnostics: readonly vscode.Diagnostic[],
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fixText(document, fix), vscode.CodeActionKind.QuickFix)
  action.edit = toWorkspaceEdit(document, fix.edits)
  action.isPreferred = isPreferred
  const range = toRange(document, problem.span)
  action.diagnostics = diagnostics.filter(
    (diagnostic) => diagnostic.source === problemSource && diagnostic.range.isEqual(range),
  )
  return action
}

function fixText(document: vscode.TextDocument, fix: Fix): string {
  switch (fix.kind) {
    case 'replaceKey': {
      const title = nameIn(fix.provision.titles, readSettings(document).language)
      return t('Change to {0} ({1})', fix.provision.key, plainLine(title))
    }
    case 'insertBrackets':
      return t('Put the citation in brackets')
    case 'insertSpace':
      return t('Insert a space')
    case 'replacePunctuation':
      return t('Replace “{0}” by “{1}”', fix.found, fix.wanted)
    case 'correctPage':
      return t('Change to {0}', pagesText(fix.pages))
  }
}
