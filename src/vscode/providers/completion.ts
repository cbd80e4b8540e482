import * as vscode from 'vscode'
import { cardOf } from '../../core/corpus/card.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Language } from '../../core/corpus/language.ts'
import type { Provision } from '../../core/corpus/provision.ts'
import { suggestCitations, type Suggestions } from '../../core/features/completion.ts'
import { ticking } from '../arriving/steps.ts'
import { cardText } from '../cards.ts'
import { passageOf } from '../official/passageOf.ts'
import { toRange } from '../convert.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
import { isReport } from '../reports/isReport.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { filterTextBehindTyped } from '../triggerCharacters.ts'
import { itemKinds, titleBeside } from '../rows.ts'
import { wordsIn } from '../../wording/words.ts'
import { rowText } from '../../wording/rowText.ts'

/** VS Code keeps a list of at most so many items within one key interval. */
const mostItems = 100

/**
 * An item that knows what its card is made of, once VS Code asks for it. VS Code marks letters of the
 * label that are any ending of what was typed, wherever they stand in it: the title, which stands
 * beside the label, is never marked, and never takes the room of the place.
 */
class CitationItem extends vscode.CompletionItem {
  readonly provision: Provision
  readonly corpus: Corpus
  readonly language: Language

  constructor(provision: Provision, corpus: Corpus, language: Language) {
    const row = rowText(corpus, provision, language)
    super({ label: row.place, description: titleBeside(row) }, itemKinds[row.kind])
    this.provision = provision
    this.corpus = corpus
    this.language = language
  }
}

/** Offers provisions after `@`. */
export function completionProvider(state: State): vscode.CompletionItemProvider {
  const { reports, source, indexes, usage, pinyin, lists } = state
  return {
    async provideCompletionItems(document, position, token) {
      if (!isReport(document)) return undefined
      const { version } = document
      lists.note(document, version, false)
      const settings = readSettings(document)
      const { language, citing } = settings
      const [corpus, table] = await Promise.all([source.ready, pinyin.table(settings.pinyin)])
      if (document.version !== version) lists.noteLate(document)
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
      return isEmpty ? undefined : toList(document, suggestions, corpus, language, position)
    },
    resolveCompletionItem(item) {
      if (!(item instanceof CitationItem)) return item
      const { corpus, provision, language } = item
      const day = dayOfReport(state.reports)
      const passage = passageOf(state, corpus, provision, day)
      item.documentation = cardText(cardOf(corpus, provision, day), language, source, passage)
      return item
    },
  }
}

function toList(
  document: vscode.TextDocument,
  suggestions: Suggestions,
  corpus: Corpus,
  language: Language,
  caret: vscode.Position,
): vscode.CompletionList {
  const parts = partsAround(document, toRange(document, suggestions.span), caret.line)
  const typed = suggestions.typed.split(/\r\n?|\n/u).at(-1) ?? ''
  const filterText = typed + filterTextBehindTyped
  const accepted = ticking('accepted')
  const items = suggestions.items.map(({ provision, text }, place) => {
    const item = new CitationItem(provision, corpus, language)
    const [first = text] = text.split(/[\r\n]/, 1)
    item.range = parts.onLine
    item.insertText = first
    item.additionalTextEdits = editsAround(parts, text.slice(first.length))
    item.filterText = filterText
    item.sortText = String(place).padStart(4, '0')
    item.detail = provision.key
    item.command = accepted
    return item
  })
  const rows = suggestions.isPerhaps
    ? [perhapsRow(language, typed, parts.onLine.with({ end: caret })), ...items]
    : items
  return new vscode.CompletionList(rows, true)
}

/** Stands before what the sentence may well not be about, and is chosen beforehand: it writes again what is typed. */
function perhapsRow(language: Language, typed: string, range: vscode.Range): vscode.CompletionItem {
  const t = wordsIn(language)
  const label = { label: t('Perhaps'), description: t('type on, or choose below') }
  const row = new vscode.CompletionItem(label, vscode.CompletionItemKind.Text)
  row.insertText = typed
  row.range = range
  row.filterText = typed + filterTextBehindTyped
  row.sortText = '!'
  row.preselect = true
  return row
}

/** A range cut at the line of the caret, where alone VS Code replaces text itself. */
interface Parts {
  readonly above: vscode.Range
  readonly onLine: vscode.Range
  readonly below: vscode.Range
}

function partsAround(document: vscode.TextDocument, range: vscode.Range, line: number): Parts {
  const onLine = range.intersection(document.lineAt(line).range) ?? range
  return { above: range.with({ end: onLine.start }), onLine, below: range.with(onLine.end) }
}

/** The *see* of the line above goes; the string that goes on below is written anew. */
function editsAround({ above, below }: Parts, textBelow: string): vscode.TextEdit[] {
  return [
    ...(above.isEmpty ? [] : [vscode.TextEdit.delete(above)]),
    ...(below.isEmpty && textBelow === '' ? [] : [vscode.TextEdit.replace(below, textBelow)]),
  ]
}
