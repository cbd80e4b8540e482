import * as vscode from 'vscode'
import { isOwnFile } from '../corpora/ownFiles.ts'
import { mayBeReport, takesEdits } from './reportDocuments.ts'

/** Whether `document` is a report: of a report's language or file name, and no corpus file. */
export function isReport(document: vscode.TextDocument): boolean {
  return mayBeReport(document) && !isOwnFile(document)
}

/** Whether `document` can be written in, whatever it is. */
export function isWritable({ uri }: vscode.TextDocument): boolean {
  return takesEdits(uri.scheme, vscode.workspace.fs.isWritableFileSystem(uri.scheme))
}
