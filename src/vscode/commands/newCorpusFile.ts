import * as vscode from 'vscode'
import { idFor, instrumentTypes, newCorpusText } from '../../core/features/newCorpusFile.ts'
import { fileNamesIn, folderToWriteIn, openNewCorpusFile } from '../corpora/newCorpusFiles.ts'
import type { State } from '../state.ts'

const { t } = vscode.l10n

/** Asks for title and type, and opens a corpus file that is valid as it is: in `.policy/`, or untitled without a workspace. */
export async function newCorpusFile({ source }: State): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: t('New Corpus File'),
    prompt: t('The English title of the plan, act, order, declaration or article'),
    validateInput: (text) => (text.trim() === '' ? t('Write a title.') : undefined),
  })
  if (title === undefined) return
  const chosen = await vscode.window.showQuickPick(
    instrumentTypes.map((type) => ({ label: type, type })),
    { title: t('New Corpus File'), placeHolder: t('What it is') },
  )
  if (chosen === undefined) return
  const { byKey } = await source.ready
  const folder = folderToWriteIn()
  const written = await fileNamesIn(folder)
  const id = idFor(title, (one) => byKey.has(one) || written.has(`${one}.md`))
  const text = newCorpusText({ id, title, type: chosen.type })
  await openNewCorpusFile(folder, id, text)
}
