import * as vscode from 'vscode'
import { instrumentOf } from '../../core/corpus/corpus.ts'
import { divisionShownFor } from '../../core/features/passageView.ts'
import { citingCounts } from '../official/citingCounts.ts'
import { passageUri, viewAt } from '../official/passageViews.ts'
import { passageScheme } from '../reports/reportDocuments.ts'
import type { State } from '../state.ts'
import { officialTextFor } from './officialTextFor.ts'
import { provisionForCommand, sayNothingCited } from './provisionForCommand.ts'

/** Shows the issuer's words for the section of a provision, beside the report, the provision marked. */
export async function showPassage(state: State, argument: unknown): Promise<void> {
  const provision = await provisionForCommand(state, argument)
  if (provision === undefined) {
    sayNothingCited()
    return
  }
  const found = await officialTextFor(state, provision)
  if (found === undefined) return
  const corpus = state.source.current
  const uri = passageUri(divisionShownFor(provision, corpus), found.textDay)
  const isShown = vscode.window.activeTextEditor?.document.uri.scheme === passageScheme
  const editor = await vscode.window.showTextDocument(uri, {
    viewColumn: isShown ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside,
    preview: true,
  })
  const view = viewAt(state, uri)
  const instrument = instrumentOf(corpus, provision.key)
  if (view === undefined || instrument === undefined) return
  state.marks.mark(editor, view, provision.key, instrument)
  state.marks.count(editor, view, await citingCounts(corpus))
}
