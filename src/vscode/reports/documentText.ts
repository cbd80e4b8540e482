import * as vscode from 'vscode'

/** About so much of a document is read at once, in UTF-16 units. */
const partLength = 65_536

/**
 * The text of `document` in parts of whole lines: to ask for all of it at once takes 20 ms for 10 MB.
 * To be read to the end before the document changes.
 */
export function* partsOf(document: vscode.TextDocument): Generator<string> {
  for (let start = new vscode.Position(0, 0); ;) {
    const near = document.positionAt(document.offsetAt(start) + partLength)
    const isLast = near.line + 1 >= document.lineCount
    const end = isLast ? document.lineAt(document.lineCount - 1).range.end : near.translate(1)
    const behind = isLast ? end : end.with({ character: 0 })
    yield document.getText(new vscode.Range(start, behind))
    if (isLast) return
    start = behind
  }
}

/** How long the text of `document` is, in UTF-16 units. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end)
}
