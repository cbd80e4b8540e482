import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import type { StaleFile } from '../../workspace/corpora/corpusSource.ts'
import type { State } from '../state.ts'
import { misreadText } from './misreadSettings.ts'
import { openSettings } from './openSettings.ts'

const { t } = vscode.l10n

/** Something that is wrong outside of reports, and what leads to it. */
export interface TroubleRow extends vscode.QuickPickItem {
  readonly open: () => Thenable<unknown>
}

/** What is wrong with the library, with the analyst's own corpus files, and with settings, one after the other. */
export function* troublesOf({
  source,
  misread,
}: Pick<State, 'source' | 'misread'>): Generator<TroubleRow, void> {
  const { failure, stale, current } = source
  const readAgain = async (): Promise<void> => source.reload()
  if (failure !== undefined) yield row(inWords(failure, t), t('Read again'), readAgain)
  for (const file of stale) {
    yield row(staleText(file), '', () => openAt(vscode.Uri.parse(file.address), file.line, 1))
  }
  for (const { place, message, advice } of current.troubles) {
    const { file, line, column } = place
    const address = source.ownAddressOf(file)
    const [described, open] =
      address === undefined
        ? [t('Read again'), readAgain]
        : [`${file}:${String(line)}`, () => openAt(vscode.Uri.parse(address), line, column)]
    const detail = plainRow(inWords(advice, t))
    yield { ...row(inWords(message, t), described, open), detail }
  }
  for (const one of misread.current) {
    yield row(misreadText(one), folderName(one.folder), () => openSettings([one]))
  }
}

function folderName(folder: vscode.Uri | undefined): string {
  return (folder && vscode.workspace.getWorkspaceFolder(folder)?.name) ?? ''
}

/** Which file could not be read, where, and what is used instead. */
export function staleText({ name, line, isUsed }: StaleFile): string {
  return isUsed
    ? t('{0} cannot be read as it is now (line {1}); its last good state is in use', name, line)
    : t('{0} cannot be read (line {1})', name, line)
}

/** Lets the analyst go to one of `rows`. */
export async function showTroubles(rows: readonly TroubleRow[]): Promise<void> {
  const chosen = await vscode.window.showQuickPick(rows, {
    title: t('Troubles'),
    placeHolder: t('Choose one to open where it stands'),
    matchOnDescription: true,
    matchOnDetail: true,
  })
  await chosen?.open()
}

function row(label: string, description: string, open: TroubleRow['open']): TroubleRow {
  return { label: `$(warning) ${plainRow(label)}`, description: plainRow(description), open }
}

function openAt(file: vscode.Uri, line: number, column: number): Thenable<unknown> {
  const place = new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1))
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(place, place) }
  return vscode.commands.executeCommand('vscode.open', file, options)
}
