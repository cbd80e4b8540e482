import * as vscode from 'vscode'

/** What VS Code calls this extension. */
export const ownId = 'policy-citation.policy-citation'

/** This extension as VS Code knows it. */
export function ownExtension(): vscode.Extension<unknown> | undefined {
  return vscode.extensions.getExtension(ownId)
}
