import * as vscode from 'vscode'
import { suggestQuotations } from '../../core/features/quoteSuggestions.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { toRange } from '../convert.ts'
import { isReport } from '../reports/isReport.ts'
import { meantText } from '../official/passageOf.ts'
import { withTextDay } from '../official/textDay.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

/** The longest label of a suggestion, in UTF-16 units. */
const longestLabel = 80

/** Offers the sentences of the passage where a quotation mark is opened behind its citation. */
export function quotationsProvider(state: State): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token) {
      if (!isReport(document)) return undefined
      const { version } = document
      const [corpus] = await Promise.all([state.source.ready, state.official.ready])
      if (token.isCancellationRequested || document.version !== version) return undefined
      const day = dayOfReport(state.reports, document)
      const found = suggestQuotations(
        state.reports.get(document),
        corpus,
        (provision) => meantText(state, corpus, provision, day)?.official,
        document.offsetAt(position),
        readSettings(document).language,
      )
      if (found === undefined) return undefined
      const textDay = meantText(state, corpus, found.provision, day)?.textDay
      const range = toRange(document, found.span)
      const typed = document.getText(new vscode.Range(range.start, position))
      const items = found.items.map(({ words, text, isWhole }, place) => {
        const label = isWhole ? vscode.l10n.t('The whole passage') : shortened(plainLine(words))
        const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Text)
        item.range = range
        item.filterText = typed
        item.sortText = String(place).padStart(4, '0')
        item.insertText = text
        item.detail = withTextDay(found.provision.key, textDay)
        item.documentation = plainLine(words)
        return item
      })
      return new vscode.CompletionList(items, true)
    },
  }
}

function shortened(text: string): string {
  return text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1)}…`
}
