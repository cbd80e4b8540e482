import * as vscode from 'vscode'
import { citeMentionsAt, type CitedMention } from '../../core/features/mentions/citeMentions.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { plainTitle } from '../../wording/wording.ts'
import { sliceSpan } from '../../core/text/span.ts'
import { toSpan, toWorkspaceEdit } from '../convert.ts'
import { isReport, isWritable } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { wordsIn } from '../../wording/words.ts'

/** What these actions are: they mend nothing that is wrong, and stand beside *Cite the Counterpart*. */
const kind = vscode.CodeActionKind.RefactorRewrite

/** Offers to cite what the sentence at the caret names without citing it. */
export function mentionsProvider({ reports, source, names }: State): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, { only }, token) {
      if (only?.contains(kind) === false) return []
      if (!isReport(document) || !isWritable(document)) return []
      const corpus = source.current
      const known = await names.get(corpus)
      if (token.isCancellationRequested) return []
      const report = reports.get(document)
      const { citing } = readSettings(document)
      return citeMentionsAt(report, corpus, known, toSpan(document, range), citing).map((cited) =>
        toAction(document, sliceSpan(report.source, cited.mention.span), cited),
      )
    },
  }
}

function toAction(
  document: vscode.TextDocument,
  name: string,
  { provision, edits }: CitedMention,
): vscode.CodeAction {
  const { language } = readSettings(document)
  const t = wordsIn(language)
  const title = plainTitle(provision, language)
  const action = new vscode.CodeAction(
    t('Cite “{0}”: {1} ({2})', plainLine(name), provision.key, title),
    kind,
  )
  action.edit = toWorkspaceEdit(document, edits)
  return action
}
