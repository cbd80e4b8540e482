import * as vscode from 'vscode'
import { findColours } from '../../core/features/colouring.ts'
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
      const isOver = (): boolean => token.isCancellationRequested || document.version !== version
      if (report === undefined || isOver()) return undefined
      const pieces = await inSlices(findColours(report, corpus), isOver)
      if (pieces === undefined) return undefined
      const tokens = new vscode.SemanticTokensBuilder(colourLegend())
      for (const { span, colour } of pieces) tokens.push(toRange(document, span), colour)
      return tokens.build()
    },
  }
}
