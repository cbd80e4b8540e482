import * as vscode from 'vscode'
import { instrumentOf } from '../../core/corpus/corpus.ts'
import { nameIn } from '../../core/corpus/language.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { quotedPassage, type QuotedPassage } from '../../core/official/quotedPassage.ts'
import type { OfficialText } from '../../core/official/officialText.ts'
import { commandIds } from '../commandIds.ts'
import { displayLanguage } from '../settings.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** The official text with the passage of `provision`; says what is missing, and offers to attach the document, where there is none. */
export async function officialTextFor(
  state: State,
  provision: Provision,
): Promise<{ readonly official: OfficialText; readonly passage: QuotedPassage } | undefined> {
  const corpus = await state.source.ready
  await state.official.ready
  const official = state.official.of(corpus, provision.key)
  const passage = official && quotedPassage(official, provision, corpus)
  if (official !== undefined && passage !== undefined) return { official, passage }
  void sayWhatIsMissing(state, provision, official !== undefined)
  return undefined
}

async function sayWhatIsMissing(
  { source }: State,
  provision: Provision,
  isAttached: boolean,
): Promise<void> {
  const instrument = instrumentOf(source.current, provision.key)
  const title = instrument ? nameIn(instrument.titles, displayLanguage()) : provision.key
  if (isAttached) {
    const message = t('{0} has no words of its own in the attached document.', provision.key)
    void vscode.window.showInformationMessage(message)
    return
  }
  const attach = t('Attach Official Document')
  const answer = await vscode.window.showInformationMessage(
    t('The official document of {0} is not attached: its words are not known.', title),
    attach,
  )
  if (answer === attach) {
    await vscode.commands.executeCommand(commandIds.attachOfficialDocument, instrument?.key)
  }
}
