import * as vscode from 'vscode'
import { findReports } from '../../workspace/reports/findReports.ts'
import { readReport, type ReportText } from '../../workspace/reports/readReport.ts'
import { editorHost } from '../host.ts'

/** The reports of all workspace folders, folder by folder; some of them once `signal` is aborted. */
export async function reportFiles(signal?: AbortSignal): Promise<readonly vscode.Uri[]> {
  const { folders } = editorHost
  const found = await Promise.all(folders.map((folder) => findReports(editorHost, folder, signal)))
  const addresses = new Set(found.flatMap(({ reports }) => reports))
  return [...addresses].map((address) => vscode.Uri.parse(address))
}

/** The text of a report: as it is being edited, or else as it is on disk. */
export async function reportText(uri: vscode.Uri): Promise<ReportText> {
  const address = uri.toString()
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === address,
  )
  return open === undefined
    ? readReport(editorHost.files, address, editorHost.nameOf(address))
    : { kind: 'read', text: open.getText() }
}
