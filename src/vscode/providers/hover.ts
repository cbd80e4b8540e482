import * as vscode from 'vscode'
import { findHover } from '../../core/features/hover.ts'
import { linkedCard } from '../cards.ts'
import { passageOf } from '../official/passageOf.ts'
import { toRange } from '../convert.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

/** Shows the card of the provision whose key is under the pointer. */
export function hoverProvider(state: State): vscode.HoverProvider {
  const { reports, source, official } = state
  return {
    async provideHover(document, position, token) {
      if (!isReport(document)) return undefined
      const version = document.version
      const [corpus] = await Promise.all([source.ready, official.ready])
      if (token.isCancellationRequested || document.version !== version) return undefined
      const found = findHover(reports.get(document), corpus, document.offsetAt(position))
      if (found === undefined) return undefined
      const { language } = readSettings(document)
      return new vscode.Hover(
        linkedCard(found.card, language, source, {
          mismatches: found.pageMismatches,
          ...(found.deeper !== undefined && { deeper: found.deeper }),
          ...passageOf(state, corpus, found.card.provision),
        }),
        toRange(document, found.span),
      )
    },
  }
}
