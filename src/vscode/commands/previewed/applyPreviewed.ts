import * as vscode from 'vscode'
import type { Language } from '../../../core/corpus/language.ts'
import type { Provision } from '../../../core/corpus/provision.ts'
import { plainLine } from '../../../core/text/inertMarkdown.ts'
import { plainTitle } from '../../../wording/wording.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { toRange } from '../../convert.ts'

/** An edit that waits for the analyst's word. */
export interface ProposedEdit {
  readonly edit: TextEdit
  /** What it cites. */
  readonly provisions: readonly Provision[]
  /** What it is made at, as it stands in the report. */
  readonly words: string
}

/** Makes those of `proposed` that are ticked in VS Code's preview: nothing is written before. */
export async function applyPreviewed(
  document: vscode.TextDocument,
  proposed: readonly ProposedEdit[],
  language: Language,
): Promise<void> {
  if (proposed.length === 0) return
  const edit = new vscode.WorkspaceEdit()
  for (const { edit: written, provisions, words } of proposed) {
    edit.replace(document.uri, toRange(document, written.span), written.text, {
      needsConfirmation: true,
      label: provisions.map((provision) => labelOf(provision, language)).join('; '),
      description: plainLine(words),
    })
  }
  await vscode.workspace.applyEdit(edit, { isRefactoring: true })
}

function labelOf(provision: Provision, language: Language): string {
  return `${provision.key} ${plainTitle(provision, language)}`
}
