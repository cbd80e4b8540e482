import * as vscode from 'vscode'
import { findHover } from '../../core/features/hover.ts'
import { printedAt, type PrintedReport } from '../../core/features/printing.ts'
import type { CardExtras } from '../../wording/cardMarkdown.ts'
import { linkedCard } from '../cards.ts'
import { passageOf } from '../official/passageOf.ts'
import { toRange } from '../convert.ts'
import { hasProcesses } from '../hasProcesses.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
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
      const offset = document.offsetAt(position)
      const day = dayOfReport(reports, document)
      const found = findHover(reports.get(document), corpus, offset, day)
      if (found === undefined) return undefined
      const { language } = readSettings(document)
      return new vscode.Hover(
        linkedCard(found.card, language, source, {
          mismatches: found.pageMismatches,
          ...(found.deeper !== undefined && { deeper: found.deeper }),
          ...passageOf(state, corpus, found.card.provision, day),
          ...printedWords(state.printing.of(document), offset),
        }),
        toRange(document, found.span),
      )
    },
  }
}

/** How the citation at `offset` will be printed. */
function printedWords(report: PrintedReport, offset: number): Pick<CardExtras, 'printed'> {
  const { style, otherStyle } = report
  if (otherStyle !== undefined)
    return hasProcesses() ? { printed: { kind: 'otherStyle', name: otherStyle } } : {}
  const printed = printedAt(report, offset)
  if (printed === undefined) return {}
  const text = [...printed.text, ...(printed.note ?? [])].map((run) => run.text).join('')
  return { printed: { kind: 'words', text, style } }
}
