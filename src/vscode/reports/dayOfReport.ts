import * as vscode from 'vscode'
import { reportDay } from '../../core/report/report.ts'
import { editorHost } from '../host.ts'
import { isReport } from './isReport.ts'
import type { Reports } from './reports.ts'

/** The day that `document` is of: what it names itself, else today. */
export function dayOfReport(
  reports: Reports,
  document = vscode.window.activeTextEditor?.document,
): string {
  const { today } = editorHost
  return document !== undefined && isReport(document)
    ? reportDay(reports.get(document), today)
    : today
}
