import * as vscode from 'vscode'
import { printReference, type PrintedReport } from '../../core/features/printing.ts'
import { tagOf } from '../../core/corpus/language.ts'
import { styleNames, type PrintedRun } from '../../core/printing/printed.ts'
import { languageTag } from '../../core/report/report.ts'
import { tell } from '../messages.ts'
import { copyRich } from '../preview/copyRich.ts'
import { runsHtml } from '../preview/printedHtml.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { provisionForCommand, sayNothingCited } from './provisionForCommand.ts'

/** Copies the list of references of the report in the editor, as text and for Word. */
export async function copyBibliography(state: State): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined || !isReport(document)) return
  await state.source.ready
  // Asked about, the file of its style is read.
  state.printing.styleOf(document)
  await state.bibliographies.ready
  const printed = state.printing.of(document)
  if (printed.list.length === 0) {
    sayNoList(printed)
    return
  }
  const entries = printed.list.map(({ runs }) => runs)
  await copyEntries(entries, vscode.l10n.t('Bibliography'))
  sayCopied(vscode.l10n.t('Copied {0} references ({1})', entries.length, styleNames[printed.style]))
}

/** Copies the reference of the provision with the given key, or of the one cited at the caret. */
export async function copyAsReference(state: State, argument: unknown): Promise<void> {
  const provision = await provisionForCommand(state, argument)
  if (provision === undefined) {
    sayNothingCited()
    return
  }
  const document = vscode.window.activeTextEditor?.document
  const report = document && isReport(document) ? document : undefined
  if (report !== undefined) state.printing.styleOf(report)
  await state.bibliographies.ready
  const style = report === undefined ? {} : state.printing.styleOf(report)
  const named = report && languageTag(state.reports.get(report))
  const lang = named ?? tagOf[readSettings(document).citing.language]
  const runs = printReference(provision, state.source.current, { ...style, lang })
  await copyEntries([runs], vscode.l10n.t('Reference'))
  sayCopied(vscode.l10n.t('Copied {0}', textOf(runs)))
}

async function copyEntries(
  entries: readonly (readonly PrintedRun[])[],
  title: string,
): Promise<void> {
  const text = entries.map(textOf).join('\n')
  await copyRich({ text, html: entries.map((runs) => `<p>${runsHtml(runs)}</p>`).join('') }, title)
}

function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('')
}

function sayCopied(sentence: string): void {
  vscode.window.setStatusBarMessage(sentence, 4000)
}

function sayNoList({ style, groups }: PrintedReport): void {
  const isCiting = groups.some(({ instruments }) => instruments.length > 0)
  tell(
    isCiting
      ? vscode.l10n.t('{0} prints no list of references.', styleNames[style])
      : vscode.l10n.t('The report cites nothing of the corpus.'),
  )
}
