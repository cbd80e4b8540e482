import * as vscode from 'vscode'
import { inWords } from '../core/corpus/sentence.ts'
import { plainMessage } from '../core/text/inertMarkdown.ts'
import { reasonStopped, reasonUnwritten } from '../workspace/fileErrors.ts'

const { t } = vscode.l10n

/** Says what was done, and opens the file that it was done with where that is wanted. */
export function tell(message: string, file?: vscode.Uri): void {
  if (file === undefined) void vscode.window.showInformationMessage(plainMessage(message))
  else tellOf(file, message)
}

/** What opens `file`: a web browser where it is an address. */
function openText({ scheme }: vscode.Uri): string {
  return /^https?$/u.test(scheme) ? t('Open Address') : t('Open File')
}

/** Says what was done with `file`, and opens it where that is wanted. */
export function tellOf(file: vscode.Uri, message: string): void {
  void openWhenAsked(
    vscode.window.showInformationMessage(plainMessage(message), openText(file)),
    file,
  )
}

/** Says why something was not done, and opens the file that is the reason, where it is one. */
export function refuse(reason: string, file?: vscode.Uri): void {
  const buttons = file === undefined ? [] : [openText(file)]
  void openWhenAsked(vscode.window.showWarningMessage(plainMessage(reason), ...buttons), file)
}

/** Why something of ours was not written, in words as far as there are any. */
export function whyUnwritten(error: unknown): string {
  const reason = reasonUnwritten(error)
  return reason === undefined ? String(error) : inWords(reason, t)
}

/** Says that a command stopped, and why: nobody gets to read what the machine alone understands. */
export function tellStopped(error: unknown): void {
  if (error instanceof Error && error.name === 'Canceled') return
  const reason = reasonStopped(error)
  tellError(
    reason === undefined
      ? t('This is a fault of Policy Citation; please report it: {0}', String(error))
      : t('The command was stopped: {0}.', inWords(reason, t)),
  )
}

/** Says `message`, and runs `command` for `argument` where the button called `title` is chosen. */
export function offer(message: string, title: string, command: string, argument?: unknown): void {
  void vscode.window.showInformationMessage(plainMessage(message), title).then((chosen) => {
    if (chosen !== undefined) void vscode.commands.executeCommand(command, argument)
  })
}

/** Asks with `message`, and gives the one of `buttons` that is chosen. */
export function ask(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(plainMessage(message), ...buttons)
}

/** As {@link ask}, in a dialog that waits for an answer. */
export function askInDialog(
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  const options = { modal: true, detail: plainMessage(detail) }
  return vscode.window.showInformationMessage(plainMessage(message), options, ...buttons)
}

/** Says what is wrong, and gives the one of `buttons` that is chosen. */
export function warn(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(plainMessage(message), ...buttons)
}

/** Says that something of ours does not work at all, and why. */
export function tellError(message: string): void {
  void vscode.window.showErrorMessage(plainMessage(message))
}

/** Whether the workspace is in Restricted Mode; then says what that means, `reason`. */
export function isRestricted(reason: string): boolean {
  if (vscode.workspace.isTrusted) return false
  const manage = t('Manage Workspace Trust')
  void vscode.window.showWarningMessage(plainMessage(reason), manage).then((chosen) => {
    if (chosen === manage) void vscode.commands.executeCommand('workbench.trust.manage')
  })
  return true
}

/** Not as text: what is in no encoding that is known is opened all the same. */
async function openWhenAsked(
  asking: Thenable<string | undefined>,
  file: vscode.Uri | undefined,
): Promise<void> {
  const isAsked = (await asking) !== undefined
  if (isAsked && file !== undefined) await vscode.commands.executeCommand('vscode.open', file)
}
