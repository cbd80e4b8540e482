import * as vscode from 'vscode'
import { instrumentIdOf, parseKey, type Key } from '../../core/corpus/key.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { namedPlaceAt } from '../../core/report/report.ts'
import { commandIds } from '../commandIds.ts'
import { offer, tell } from '../messages.ts'
import type { State } from '../state.ts'

/**
 * The provision that a command is about: the one whose key it was called with, else the one cited at
 * the caret. An argument that is not the key of a provision counts as none, since any extension or
 * link may call a command.
 */
export async function provisionForCommand(
  { source, reports }: State,
  argument: unknown,
): Promise<Provision | undefined> {
  const corpus = await source.ready
  if (typeof argument === 'string') {
    const key = parseKey(argument)
    return key && corpus.byKey.get(key)
  }
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return undefined
  const { document, selection } = editor
  const offset = document.offsetAt(selection.active)
  return namedPlaceAt(reports.get(document), corpus, offset)?.place.provision
}

/** Says that the corpus has no address of the official document of the instrument that `key` is of, and offers to attach a copy. */
export function sayNoAddress(key: Key): void {
  const instrument = instrumentIdOf(key)
  offer(
    vscode.l10n.t(
      'The corpus gives no address of the official document of {0}: attach a copy of your own.',
      instrument,
    ),
    vscode.l10n.t('Attach Official Document'),
    commandIds.attachOfficialDocument,
    instrument,
  )
}

/** Says that the caret is on no citation of ours. */
export function sayNothingCited(): void {
  tell(vscode.l10n.t('Place the cursor on the key of a citation of the corpus first.'))
}
