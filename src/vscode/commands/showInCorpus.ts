import * as vscode from 'vscode'
import { corpusLocation } from '../providers/corpusDocuments.ts'
import type { State } from '../state.ts'
import { provisionForCommand, sayNothingCited } from './provisionForCommand.ts'

/** Opens the read-only corpus file at the provision with the given key, or the one cited at the caret. */
export async function showInCorpus(state: State, argument: unknown): Promise<void> {
  const provision = await provisionForCommand(state, argument)
  if (provision === undefined) {
    sayNothingCited()
    return
  }
  const { uri, range } = corpusLocation(state.source, provision.source)
  await vscode.window.showTextDocument(uri, { selection: range, preview: true })
}
