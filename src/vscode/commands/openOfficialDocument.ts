import * as vscode from 'vscode'
import { officialPageUrl } from '../../core/citation/address/officialPage.ts'
import { ancestorsOf, instrumentOf } from '../../core/corpus/corpus.ts'
import type { State } from '../state.ts'
import { provisionForCommand, sayNoAddress, sayNothingCited } from './provisionForCommand.ts'

/** Opens the official document in the browser, where the provision begins. */
export async function openOfficialDocument(state: State, argument: unknown): Promise<void> {
  const provision = await provisionForCommand(state, argument)
  if (provision === undefined) {
    sayNothingCited()
    return
  }
  const corpus = await state.source.ready
  const instrument = instrumentOf(corpus, provision.key)
  const url = instrument && officialPageUrl(instrument, provision, ancestorsOf(corpus, provision))
  if (url === undefined) {
    sayNoAddress(provision.key)
    return
  }
  await vscode.env.openExternal(vscode.Uri.parse(url, true))
}
