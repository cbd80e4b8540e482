import * as vscode from 'vscode'
import { pasteCitation } from '../../core/features/pasting.ts'
import type { TextEdit } from '../../core/text/textEdit.ts'
import type { Span } from '../../core/text/span.ts'
import { toRange, toWorkspaceEdit } from '../convert.ts'
import { pasteEdit, type PasteEdit, type PasteEditProvider } from '../pasteEdits.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

/** Pastes a copied citation as its place wants it; all else is pasted as it is. */
export function pasteProvider({ reports, source }: State): PasteEditProvider {
  return {
    async provideDocumentPasteEdits(document, [range, ...others], data, _context, token) {
      const isOneCaret = range?.isEmpty === true && others.length === 0
      if (!isOneCaret || !isReport(document)) return undefined
      const { version } = document
      const [text, corpus] = await Promise.all([data.get('text/plain')?.asString(), source.ready])
      const isStale = token.isCancellationRequested || document.version !== version
      if (isStale || text === undefined) return undefined
      const offset = document.offsetAt(range.start)
      const { citing } = readSettings(document)
      const edit = pasteCitation(reports.get(document), corpus, offset, text, citing)
      return edit && pasteEdits(document, offset, edit)
    },
  }
}

/** `edit` as a way of pasting at `offset`, with the caret behind it where it reaches there. */
function pasteEdits(
  document: vscode.TextDocument,
  offset: number,
  edit: TextEdit,
): readonly PasteEdit[] | undefined {
  const { start, end } = edit.span
  const isHere = start <= offset && offset <= end
  const around = [
    { start, end: offset },
    { start: offset, end },
  ]
  const paste = pasteEdit(
    isHere ? edit.text : '',
    vscode.l10n.t('Paste the citation as its place wants it'),
    isHere ? without(document, around) : toWorkspaceEdit(document, [edit]),
  )
  return paste && [paste]
}

function without(document: vscode.TextDocument, spans: readonly Span[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit()
  for (const span of spans) {
    if (span.start < span.end) edit.delete(document.uri, toRange(document, span))
  }
  return edit
}
