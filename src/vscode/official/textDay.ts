import * as vscode from 'vscode'

/** `shown`, and the day of the text that it is of, where that must be told. */
export function withTextDay(shown: string, textDay: string | undefined): string {
  return textDay === undefined ? shown : `${shown} · ${vscode.l10n.t('text of {0}', textDay)}`
}
