import * as vscode from 'vscode'
import { findColours } from '../../core/features/colouring.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Report } from '../../core/report/report.ts'
import { visitInPieces } from '../../core/text/lists.ts'
import { inSlices } from '../../workspace/inSlices.ts'
import { colourLegend } from './colourLegend.ts'
import { toRange } from '../convert.ts'
import { isReport } from '../reports/isReport.ts'
import type { State } from '../state.ts'

/** Colours keys and places by what the corpus knows of them. */
export function colouringProvider({
  reports,
  source,
}: State): vscode.DocumentSemanticTokensProvider {
  return {
    async provideDocumentSemanticTokens(document, token) {
      if (!isReport(document)) return undefined
      const { version } = document
      const corpus = await source.ready
      const report = await reports.settled(document)
      if (report === undefined) return undefined
      const isOver = (): boolean => token.isCancellationRequested || document.version !== version
      const work = tokensOf(document, report, corpus)
      const tokens = isOver() ? undefined : await inSlices(work, isOver)
      // No answer would take away what is coloured: behind an edit VS Code asks again.
      if (tokens === undefined || isOver()) throw new vscode.CancellationError()
      return tokens
    },
  }
}

/** Yields now and then, and `document` must be the same all along. */
function* tokensOf(
  document: vscode.TextDocument,
  report: Report,
  corpus: Corpus,
): Generator<undefined, vscode.SemanticTokens> {
  const pieces = yield* findColours(report, corpus)
  const tokens = new vscode.SemanticTokensBuilder(colourLegend())
  yield* visitInPieces(pieces, ({ span, colour }) => {
    tokens.push(toRange(document, span), colour)
  })
  return tokens.build()
}
