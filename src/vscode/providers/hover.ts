import * as vscode from 'vscode'
import { findHover } from '../../core/features/hover.ts'
import { printedAt, type PrintedReport } from '../../core/features/printing.ts'
import { toldQuotationAt } from '../../core/features/problems/quoted/quotations.ts'
import { cardOf } from '../../core/corpus/card.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Language } from '../../core/corpus/language.ts'
import type { CardExtras } from '../../wording/cardMarkdown.ts'
import { toldReason } from '../../wording/quotationText.ts'
import { tick } from '../arriving/steps.ts'
import { linkedCard } from '../cards.ts'
import { officialTextsOf, passageOf } from '../official/passageOf.ts'
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
      const { language } = readSettings(document)
      if (found === undefined) return quotationHover(state, document, corpus, offset, language)
      tick('hovered')
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

/** What is told of the quotation at `offset` that is no problem, above the card of what is cited, with its passage. */
function quotationHover(
  state: State,
  document: vscode.TextDocument,
  corpus: Corpus,
  offset: number,
  language: Language,
): vscode.Hover | undefined {
  const day = dayOfReport(state.reports, document)
  const compared = { corpus, officialOf: officialTextsOf(state, corpus), day }
  const told = toldQuotationAt(state.reports.get(document), compared, offset)
  if (told === undefined) return undefined
  const { provision, quotation } = told
  const card = linkedCard(cardOf(corpus, provision, day), language, state.source, {
    ...passageOf(state, corpus, provision, day),
  })
  const why = new vscode.MarkdownString().appendText(toldReason(told, language))
  return new vscode.Hover([why, ...card], toRange(document, quotation.span))
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
