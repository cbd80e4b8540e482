import * as vscode from 'vscode'
import type { Provision } from '../../core/corpus/provision.ts'
import { formatCitation } from '../../core/citation/format.ts'
import { citingFormat } from '../../core/report/citingFormat.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { provisionForCommand, sayNothingCited } from './provisionForCommand.ts'

/** Copies a citation of the provision with the given key, or of the one cited at the caret. */
export async function copyCitation(state: State, argument: unknown): Promise<void> {
  const provision = await provisionForCommand(state, argument)
  if (provision === undefined) sayNothingCited()
  else await copyCitationOf(state, provision)
}

/** Copies a citation of `provision` in the style of the settings, and says so in the status bar. */
export async function copyCitationOf(
  { source, reports }: State,
  provision: Provision,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  const { citing } = readSettings(document)
  const format = citingFormat(document && reports.get(document), source.current, citing)
  const text = formatCitation([provision], format.style, { ...format, before: '', after: '' })
  await vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', text), 4000)
}
