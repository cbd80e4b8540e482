import * as vscode from 'vscode'
import { commandIds, type CommandId } from '../commandIds.ts'
import { hasProcesses } from '../hasProcesses.ts'
import { isReport, isWritable } from '../reports/isReport.ts'
import type { State } from '../state.ts'
import { openOurSettings } from './openSettings.ts'
import { corpusText, findingsText } from './statusItem.ts'
import { showTroubles, troublesOf } from './troubles.ts'

const { t } = vscode.l10n

interface MenuRow extends vscode.QuickPickItem {
  readonly run: () => Thenable<unknown>
}

/** Lets the analyst choose what one does in a report; only what can be done in the active one is there. */
export async function showMenu(state: State): Promise<void> {
  await state.misread.look()
  const chosen = await vscode.window.showQuickPick(menuRows(state), {
    title: 'Policy Citation',
    placeHolder: t('What to do in this report'),
  })
  await chosen?.run()
}

function menuRows(state: State): readonly MenuRow[] {
  const document = vscode.window.activeTextEditor?.document
  const report = document !== undefined && isReport(document) ? document : undefined
  const findings = report && state.figures.of(report)?.findings
  const troubles = [...troublesOf(state)]
  const isPrinted = hasProcesses() && report?.uri.scheme === 'file'
  return [
    ...(report !== undefined && isWritable(report)
      ? [command('$(quote) ', t('Insert Citation'), commandIds.insertCitation)]
      : []),
    {
      ...command('$(list-tree) ', t('Browse Plan'), commandIds.browsePlan),
      description: corpusText(state.source.current),
    },
    ...(report === undefined
      ? []
      : [
          {
            ...command('$(checklist) ', t('Check Report'), commandIds.checkReport),
            description: findings === undefined ? '' : findingsText(findings),
          },
        ]),
    ...(isPrinted
      ? [command('$(book) ', t('Preview References'), commandIds.previewReferences)]
      : []),
    command('$(question) ', t('Why Is Nothing Offered Here?'), commandIds.whyNothingOffered),
    { label: `$(settings-gear) ${t('Settings')}`, run: openOurSettings },
    ...(troubles.length === 0
      ? []
      : [
          {
            label: `$(warning) ${t('Troubles')}`,
            description: String(troubles.length),
            run: async () => showTroubles(troubles),
          },
        ]),
  ]
}

function command(icon: string, title: string, id: CommandId): MenuRow {
  return { label: icon + title, run: () => vscode.commands.executeCommand(id) }
}
