import * as vscode from 'vscode'

/** This extension as VS Code knows it. */
export function ownExtension(): vscode.Extension<unknown> | undefined {
  return vscode.extensions.getExtension('policy-citation.policy-citation')
}
