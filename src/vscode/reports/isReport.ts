import * as vscode from 'vscode'
import { isOwnFile } from '../../workspace/corpora/ownPlaces.ts'
import { editorHost } from '../host.ts'
import { mayBeReport, takesEdits } from './reportDocuments.ts'

/** Whether `document` is a report: of a report's language or file name, and no corpus file. */
export function isReport(document: vscode.TextDocument): boolean {
  return mayBeReport(document) && !isCorpusDocument(document)
}

/** Whether `document` is one of the analyst's own corpus files. */
export function isCorpusDocument({ uri }: vscode.TextDocument): boolean {
  return isOwnFile(editorHost, uri.toString())
}

/** Whether `document` can be written in, whatever it is. */
export function isWritable({ uri }: vscode.TextDocument): boolean {
  return takesEdits(uri.scheme, vscode.workspace.fs.isWritableFileSystem(uri.scheme))
}
