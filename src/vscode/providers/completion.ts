import * as vscode from 'vscode'
import { cardOf } from '../../core/corpus/card.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import { nameIn, type Language } from '../../core/corpus/language.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import {
  suggestCitations,
  type Suggestion,
  type Suggestions,
} from '../../core/features/completion.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import { cardText } from '../cards.ts'
import { passageOf } from '../official/passageOf.ts'
import { toRange } from '../convert.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { filterTextBehindTyped } from '../triggerCharacters.ts'
import { shortPlaceText } from '../../wording/wording.ts'

/** VS Code keeps a list of at most so many items within one key interval. */
const mostItems = 100

/** An item that knows what its card is made of, once VS Code asks for it. */
export class CitationItem extends vscode.CompletionItem {
  readonly provision: Provision
  readonly corpus: Corpus
  readonly language: Language

  constructor(provision: Provision, corpus: Corpus, language: Language) {
    const label = plainLine(nameIn(provision.titles, language))
    super(
      { label, description: shortPlaceText(corpus, provision, language) },
      vscode.CompletionItemKind.Reference,
    )
    this.provision = provision
    this.corpus = corpus
    this.language = language
  }
}

/** Offers provisions after `@`. */
export function completionProvider(state: State): vscode.CompletionItemProvider<CitationItem> {
  const { reports, source, indexes, usage, pinyin, lists } = state
  return {
    async provideCompletionItems(document, position, token) {
      if (!isReport(document)) return undefined
      const { version } = document
      lists.note(document, version, false)
      const settings = readSettings(document)
      const { language, citing } = settings
      const [corpus, table] = await Promise.all([source.ready, pinyin.table(settings.pinyin)])
      if (token.isCancellationRequested || document.version !== version) return undefined
      const suggestions = suggestCitations(
        reports.get(document),
        indexes.get(corpus),
        corpus,
        document.offsetAt(position),
        {
          ...citing,
          pinyin: table,
          limit: mostItems,
          usage: usage.of(document),
          isCancelled: () => token.isCancellationRequested,
        },
      )
      if (suggestions === undefined) return undefined
      const isEmpty = suggestions.items.length === 0
      lists.note(document, version, isEmpty)
      return isEmpty ? undefined : toList(document, suggestions, corpus, language)
    },
    resolveCompletionItem(item) {
      const { corpus, provision, language } = item
      const passage = passageOf(state, corpus, provision)
      item.documentation = cardText(cardOf(corpus, provision), language, source, passage)
      return item
    },
  }
}

function toList(
  document: vscode.TextDocument,
  suggestions: Suggestions,
  corpus: Corpus,
  language: Language,
): vscode.CompletionList<CitationItem> {
  const range = toRange(document, suggestions.span)
  const filterText = suggestions.typed + filterTextBehindTyped
  const items = suggestions.items.map((suggestion, place) => {
    const { provision } = suggestion
    const item = new CitationItem(provision, corpus, language)
    item.range = range
    item.filterText = filterText
    item.sortText = String(place).padStart(4, '0')
    item.insertText = withCaret(suggestion)
    item.detail = provision.key
    return item
  })
  return new vscode.CompletionList(items, true)
}

/** Plain text, or a snippet with one caret stop when the caret does not end behind the text. */
function withCaret({ text, caret }: Suggestion): string | vscode.SnippetString {
  if (caret === text.length) return text
  return new vscode.SnippetString()
    .appendText(text.slice(0, caret))
    .appendTabstop(0)
    .appendText(text.slice(caret))
}
