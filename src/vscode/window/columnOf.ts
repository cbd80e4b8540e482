import * as vscode from 'vscode'

/** Where `uri` is open already; `undefined` where it is not. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const address = uri.toString()
  const { tabGroups, visibleTextEditors } = vscode.window
  // Tabs are told of a little later than the editor that is shown in them.
  const seen = visibleTextEditors.find(({ document }) => document.uri.toString() === address)
  const group = tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address,
    ),
  )
  return seen?.viewColumn ?? group?.viewColumn
}
