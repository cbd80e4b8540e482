import * as vscode from 'vscode'
import { suggestFields } from '../../core/features/corpusFields.ts'
import { fieldDetailText } from '../../wording/fieldDetail.ts'
import { toRange } from '../convert.ts'
import { isCorpusDocument } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'

/** Offers the names of fields and their values in the analyst's own corpus files. */
export function corpusFieldsProvider({ source }: State): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      if (!isCorpusDocument(document)) return undefined
      const offset = document.offsetAt(position)
      const { language } = readSettings(document)
      const found = suggestFields(document.getText(), offset, source.current)
      return found?.items.map(({ text, detail }, place) => {
        const item = new vscode.CompletionItem(text, vscode.CompletionItemKind.Property)
        item.range = toRange(document, found.span)
        if (detail !== undefined) item.detail = fieldDetailText(detail, language, vscode.l10n.t)
        item.sortText = String(place).padStart(4, '0')
        return item
      })
    },
  }
}
