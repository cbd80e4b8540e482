import * as vscode from 'vscode'
import type { TextEdit } from '../core/text/textEdit.ts'
import type { Span } from '../core/text/span.ts'

/** The range of `span` in `document`: the only place where offsets become positions. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end))
}

/** The span of `range` in `document`. */
export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
}

/** `edits` as one undoable edit of `document`. */
export function toWorkspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit()
  for (const { span, text } of edits) edit.replace(document.uri, toRange(document, span), text)
  return edit
}
