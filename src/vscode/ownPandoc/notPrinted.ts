import * as vscode from 'vscode'
import type { NoList, PrintedList } from '../../ownPandoc/printWithPandoc.ts'
import type { RefusedFile } from '../../ownPandoc/reportFiles.ts'
import { plainMessage } from '../../core/text/inertMarkdown.ts'
import { commandIds } from '../commandIds.ts'

const { t } = vscode.l10n

/** Why there is no list, and what leads to one. */
interface Reason {
  readonly message: string
  readonly action?: Action
}

interface Action {
  readonly title: string
  readonly command: string
  readonly argument?: string
}

/** Says why there is no list, and offers what leads to one; nothing where the analyst cancelled it. */
export function explain(why: PrintedList | NoList): void {
  const reason = reasonOf(why)
  if (reason !== undefined) void tell(reason)
}

async function tell({ message, action }: Reason): Promise<void> {
  const buttons = action === undefined ? [] : [action.title]
  const chosen = await vscode.window.showWarningMessage(plainMessage(message), ...buttons)
  if (chosen === undefined || action === undefined) return
  const { command, argument } = action
  await vscode.commands.executeCommand(command, ...(argument === undefined ? [] : [argument]))
}

function reasonOf(why: PrintedList | NoList): Reason | undefined {
  switch (why.kind) {
    case 'noPandoc':
      return settingReason(
        t('Pandoc was not found. Install it from pandoc.org, or set where it is.'),
      )
    case 'notWhole':
      return settingReason(
        t('“policyCitation.pandoc.path” must be the whole path of Pandoc, from the root on.'),
      )
    case 'noProgram':
      return settingReason(t('“policyCitation.pandoc.path” names no program that can be run.'))
    case 'notPandoc':
      return settingReason(
        t('What was found as Pandoc does not answer as Pandoc does. Set where Pandoc is.'),
      )
    case 'tooOld':
      return settingReason(
        t('Pandoc {0} is too old: install version 2.17 or a later one.', why.version),
      )
    case 'nothingCited':
      return { message: t('The report cites nothing.') }
    case 'noBibliography':
      return {
        message: t('The report names no bibliography: write one first.'),
        action: { title: t('Write Bibliography'), command: commandIds.writeBibliography },
      }
    case 'tooMuch':
      return { message: t('Pandoc wrote too much and was stopped.') }
    case 'tooSlow':
      return { message: t('Pandoc took longer than 20 seconds and was stopped.') }
    case 'refused':
      return { message: refusalText(why.file) }
    case 'cancelled':
    case 'failed':
    case 'printed':
      return undefined
  }
}

function settingReason(message: string): Reason {
  const argument = 'policyCitation.pandoc.path'
  const command = 'workbench.action.openSettings'
  return { message, action: { title: t('Open Setting'), command, argument } }
}

function refusalText({ path, why }: RefusedFile): string {
  switch (why) {
    case 'address':
      return t('{0} is an address: save what is there in the workspace, and name the file.', path)
    case 'outside':
      return t('{0} is outside the workspace and was not given to Pandoc.', path)
    case 'unread':
      return t('{0} could not be read.', path)
    case 'tooLarge':
      return t('{0} is too large and was not given to Pandoc.', path)
    case 'dependent':
      return t(
        'The style {0} only leads to another one: save that in the workspace, and name it under “csl:”.',
        path,
      )
    case 'notAStyle':
      return t('{0} declares a document type of its own and was not given to Pandoc.', path)
  }
}
