import * as vscode from 'vscode'

/** The most reports of a workspace that are looked through, and the largest of them, in bytes. */
const mostReports = 1000
const largestReport = 10_000_000

/** The reports of the workspace by their names; corpus files in `.policy` and what packages bring are left out. */
export async function reportFiles(): Promise<readonly vscode.Uri[]> {
  const exclude = '**/{node_modules,.git,.policy}/**'
  return vscode.workspace.findFiles('**/*.{md,qmd,Rmd,rmd}', exclude, mostReports)
}

/** The text of a report: as it is being edited, or else as it is on disk; `undefined` where it cannot be read or is too large. */
export async function reportText(uri: vscode.Uri): Promise<string | undefined> {
  const id = uri.toString()
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === id)
  if (open !== undefined) return open.getText()
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestReport) return undefined
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}
