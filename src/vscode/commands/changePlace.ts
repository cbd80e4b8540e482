import * as vscode from 'vscode'
import { placeToChange } from '../../core/features/places/changePlace.ts'
import { toRange } from '../convert.ts'
import type { State } from '../state.ts'
import { editorToWriteIn } from './insertCitation.ts'
import { sayNothingCited } from './provisionForCommand.ts'

/**
 * Selects the place of the citation at the caret, so that what is typed or chosen replaces it; where it
 * has none, puts the caret where one goes. The list of places is opened either way.
 */
export async function changePlace({ source, reports }: State): Promise<void> {
  const editor = editorToWriteIn()
  if (editor === undefined) return
  const corpus = await source.ready
  const { document, selection } = editor
  const offset = document.offsetAt(selection.active)
  const found = placeToChange(reports.get(document), corpus, offset)
  if (found === undefined) {
    sayNothingCited()
    return
  }
  const { edit, span } = found
  if (edit !== undefined) {
    const range = toRange(document, edit.span)
    if (
      !(await editor.edit((builder) => {
        builder.insert(range.start, edit.text)
      }))
    )
      return
  }
  const { start, end } = toRange(document, span)
  // From its end to its beginning: the list is for what the caret stands before.
  editor.selection = new vscode.Selection(end, start)
  await vscode.commands.executeCommand('editor.action.triggerSuggest')
}
