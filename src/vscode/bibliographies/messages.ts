import * as vscode from 'vscode'

const { t } = vscode.l10n

/** Says what was done with `file`, and opens it where that is wanted. */
export async function tellOf(file: vscode.Uri, message: string): Promise<void> {
  const open = t('Open File')
  const chosen = await vscode.window.showInformationMessage(message, open)
  if (chosen === open) await openFile(file)
}

/** Says why something was not done, and opens the file that is the reason, where it is one. */
export async function refuse(reason: string, file?: vscode.Uri): Promise<void> {
  const open = t('Open File')
  const buttons = file === undefined ? [] : [open]
  const chosen = await vscode.window.showWarningMessage(reason, ...buttons)
  if (chosen === open && file !== undefined) await openFile(file)
}

/** Says that nothing is written in Restricted Mode, where that holds. */
export function isRestricted(): boolean {
  if (vscode.workspace.isTrusted) return false
  const manage = t('Manage Workspace Trust')
  const reason = t('In Restricted Mode no bibliography is written.')
  void vscode.window.showWarningMessage(reason, manage).then((chosen) => {
    if (chosen === manage) void vscode.commands.executeCommand('workbench.trust.manage')
  })
  return true
}

async function openFile(file: vscode.Uri): Promise<void> {
  // Not as text: what is in no encoding that is known is opened all the same.
  await vscode.commands.executeCommand('vscode.open', file)
}
