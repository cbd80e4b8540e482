import * as vscode from 'vscode'
import { nameIn } from '../../../core/corpus/language.ts'
import { plainRow } from '../../../core/text/inertMarkdown.ts'
import { refuse, tell, whyUnwritten } from '../../messages.ts'
import { displayLanguage } from '../../settings.ts'
import type { State } from '../../state.ts'

const { t } = vscode.l10n

/** Lists the official documents that are attached, each with its day, and detaches the one that is chosen. */
export async function detachOfficialDocument({ source, official }: State): Promise<void> {
  const [corpus] = await Promise.all([source.ready, official.ready])
  const rows = official.attached(corpus).map(({ id, instrument, day, name }) => ({
    label: plainRow(nameIn(instrument.titles, displayLanguage())),
    description: day === '' ? '' : t('text of {0}', day),
    detail: plainRow(name),
    id,
  }))
  if (rows.length === 0) {
    tell(t('No official document is attached.'))
    return
  }
  const chosen = await vscode.window.showQuickPick(rows, {
    title: t('Detach Official Document'),
    placeHolder: t('The document that is no longer to be used; your own file stays where it is'),
    matchOnDescription: true,
    matchOnDetail: true,
  })
  if (chosen === undefined) return
  try {
    await official.detach(chosen.id)
  } catch (error) {
    refuse(t('{0} could not be detached: {1}', chosen.detail, whyUnwritten(error)))
  }
}
