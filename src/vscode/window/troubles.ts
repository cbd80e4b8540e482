import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import { plainRow } from '../../core/text/inertMarkdown.ts'
import type { CorpusSource } from '../../workspace/corpora/corpusSource.ts'
import type { MisreadSetting } from '../../workspace/misreadSettings.ts'
import { misreadText, openSettings } from './misreadSettings.ts'
import { staleText } from './statusItem.ts'

const { t } = vscode.l10n

/** Something that is wrong outside of reports, and what leads to it. */
export interface TroubleRow extends vscode.QuickPickItem {
  readonly open: () => Thenable<unknown>
}

/** What is wrong with the library, with the analyst's own corpus files, and with settings. */
export function troubleRows(
  source: CorpusSource,
  misread: readonly MisreadSetting[],
): readonly TroubleRow[] {
  const { failure, stale, current } = source
  return [
    ...(failure === undefined ? [] : [row(inWords(failure, t), '', async () => source.reload())]),
    ...stale.map((file) =>
      row(staleText(file), '', () => openAt(vscode.Uri.parse(file.address), file.line, 1)),
    ),
    ...current.troubles.map(({ place, message, advice }) => {
      const { file, line, column } = place
      const address = source.ownAddressOf(file)
      return {
        ...row(inWords(message, t), `${file}:${String(line)}`, async () => {
          if (address !== undefined) await openAt(vscode.Uri.parse(address), line, column)
        }),
        detail: plainRow(inWords(advice, t)),
      }
    }),
    ...misread.map((one) => row(misreadText(one), '', () => openSettings([one]))),
  ]
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
