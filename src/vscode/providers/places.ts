import * as vscode from 'vscode'
import { cardOf } from '../../core/corpus/card.ts'
import { instrumentOf, type Corpus } from '../../core/corpus/corpus.ts'
import type { Language } from '../../core/corpus/language.ts'
import type { Division, Measure } from '../../core/corpus/provision.ts'
import {
  suggestPlaces,
  type PlaceSuggestion,
  type PlaceSuggestions,
} from '../../core/features/places/suggestPlaces.ts'
import { plainLine } from '../../core/text/inertMarkdown.ts'
import type { Span } from '../../core/text/span.ts'
import { rowKind, type RowText } from '../../wording/rowText.ts'
import { pagesText, plainTitle, stepText } from '../../wording/wording.ts'
import { cardText } from '../cards.ts'
import { toRange, toSpan } from '../convert.ts'
import { passageOf } from '../official/passageOf.ts'
import { dayOfReport } from '../reports/dayOfReport.ts'
import { isReport } from '../reports/isReport.ts'
import { itemKinds, titleBeside } from '../rows.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { filterTextBehindTyped } from '../triggerCharacters.ts'

/** So many are offered: all articles of a long act. */
const mostPlaces = 200

/** An item that knows what it names, once VS Code asks for its card. */
export class PlaceItem extends vscode.CompletionItem {
  readonly suggestion: PlaceSuggestion
  readonly corpus: Corpus
  readonly language: Language

  constructor(suggestion: PlaceSuggestion, corpus: Corpus, language: Language) {
    super(labelOf(suggestion, corpus, language), itemKindOf(suggestion))
    this.suggestion = suggestion
    this.corpus = corpus
    this.language = language
  }
}

/** Offers places behind the key of a citation: articles, their paragraphs, pages. */
export function placesProvider(state: State): vscode.CompletionItemProvider<PlaceItem> {
  const { reports, source } = state
  return {
    async provideCompletionItems(document, position, token) {
      if (!isReport(document)) return undefined
      const { version } = document
      const corpus = await source.ready
      if (token.isCancellationRequested || document.version !== version) return undefined
      const { language, citing } = readSettings(document)
      const options = { ...citing, limit: mostPlaces }
      const selected = selectedAt(document, position)
      const found = suggestPlaces(reports.get(document), corpus, selected, options)
      return found && toList(document, found, corpus, language)
    },
    resolveCompletionItem(item) {
      const { suggestion, corpus, language } = item
      if (suggestion.kind === 'pages') {
        item.documentation = standingText(suggestion.standing, corpus, language)
        return item
      }
      const { provision } = suggestion
      const day = dayOfReport(state.reports)
      item.detail = provision.key
      const passage = passageOf(state, corpus, provision, day)
      item.documentation = cardText(cardOf(corpus, provision, day), language, source, passage)
      return item
    },
  }
}

/** The place that *Change Place* selected, which begins at the caret; else the caret alone. */
function selectedAt(document: vscode.TextDocument, position: vscode.Position): Span {
  const editor = vscode.window.activeTextEditor
  const offset = document.offsetAt(position)
  if (editor?.document !== document || !editor.selection.start.isEqual(position)) {
    return { start: offset, end: offset }
  }
  return editor.selection.isSingleLine
    ? toSpan(document, editor.selection)
    : { start: offset, end: offset }
}

function toList(
  document: vscode.TextDocument,
  { span, typed, items, current }: PlaceSuggestions,
  corpus: Corpus,
  language: Language,
): vscode.CompletionList<PlaceItem> {
  const range = toRange(document, span)
  const rows = items.map((suggestion, place) => {
    const item = new PlaceItem(suggestion, corpus, language)
    item.range = range
    item.filterText = typed + filterTextBehindTyped
    item.sortText = String(place).padStart(4, '0')
    item.insertText = suggestion.text
    item.preselect = suggestion === current
    return item
  })
  return new vscode.CompletionList(rows, true)
}

/** The place first, as it is named; then what stands there, of pages the sections. */
function labelOf(
  suggestion: PlaceSuggestion,
  corpus: Corpus,
  language: Language,
): vscode.CompletionItemLabel {
  const { place, title } = rowOf(suggestion, corpus, language)
  return { label: place, description: titleBeside({ place, title }) }
}

function rowOf(
  suggestion: PlaceSuggestion,
  corpus: Corpus,
  language: Language,
): Pick<RowText, 'place' | 'title'> {
  switch (suggestion.kind) {
    case 'provision':
      return { place: suggestion.label, title: plainTitle(suggestion.provision, language) }
    case 'pages':
      return {
        place: pagesText(suggestion.pages, language),
        title: sectionsText(suggestion.standing, corpus, language),
      }
  }
}

function itemKindOf(suggestion: PlaceSuggestion): vscode.CompletionItemKind {
  return suggestion.kind === 'pages'
    ? vscode.CompletionItemKind.File
    : itemKinds[rowKind(suggestion.provision)]
}

/** The titles of the divisions that hold `standing`, of what none holds its own. */
function sectionsText(
  standing: readonly (Division | Measure)[],
  corpus: Corpus,
  language: Language,
): string {
  const sections = standing.map((one) => {
    const parent = corpus.byKey.get(one.parent)
    return parent?.level === 'division' ? parent : one
  })
  return [...new Set(sections)].map((one) => plainTitle(one, language)).join(' · ')
}

/** All that stands on a page, a line for each. */
function standingText(
  standing: readonly (Division | Measure)[],
  corpus: Corpus,
  language: Language,
): string {
  return standing
    .map((one) => {
      const instrument = instrumentOf(corpus, one.key)
      return plainLine(instrument ? stepText(one, language, instrument) : plainTitle(one, language))
    })
    .join('\n')
}
