import type * as vscode from 'vscode'
import { isOwnFile } from './corpora/ownFiles.ts'
import { mayBeReport } from './reportDocuments.ts'

/** Whether `document` is a report: of a report's language or file name, and no corpus file. */
export function isReport(document: vscode.TextDocument): boolean {
  return mayBeReport(document) && !isOwnFile(document)
}
