import * as vscode from 'vscode'
import { Corpora } from './corpora/corpora.ts'
import { TroublesPublisher } from './corpora/troublesPublisher.ts'
import { ProblemsPublisher } from './problemsPublisher.ts'
import { completionProvider, type CitationItem } from './providers/completion.ts'
import { corpusFieldsProvider } from './providers/corpusFields.ts'
import { corpusDocumentProvider } from './providers/corpusDocuments.ts'
import { definitionProvider } from './providers/definition.ts'
import { fixesProvider } from './providers/fixes.ts'
import { lengthOf, partsOf } from './documentText.ts'
import { hoverProvider } from './providers/hover.ts'
import { Reports } from './reports.ts'
import { SearchIndexes } from './searchIndexes.ts'
import { loadWordTables } from './wordTables.ts'
import { useWordTables } from './words.ts'
import { watchSettings } from './settings.ts'
import type { State } from './state.ts'
import { StatusItem } from './statusItem.ts'

/** All that stands between core and VS Code; loaded once, right behind activation. */
export interface Adapter extends vscode.Disposable {
  readonly state: State
  readonly completion: vscode.CompletionItemProvider<CitationItem>
  readonly corpusFields: vscode.CompletionItemProvider
  readonly hover: vscode.HoverProvider
  readonly definition: vscode.DefinitionProvider
  readonly fixes: vscode.CodeActionProvider
  readonly corpusDocuments: vscode.TextDocumentContentProvider
}

/** Builds the adapter of the extension at `extension`, and begins to watch reports. */
export function createAdapter(extension: vscode.Uri): Adapter {
  const log = vscode.window.createOutputChannel('Policy Citation', { log: true })
  const indexes = new SearchIndexes()
  const source = new Corpora(extension, indexes, log)
  const words = loadWordTables(extension, log)
  void words.then(useWordTables)
  const reports = new Reports({ partsOf, lengthOf })
  // Before all that asks about reports, so that they are asked about as they are by then.
  const following = vscode.workspace.onDidChangeTextDocument((change) => {
    reports.follow(change)
  })
  const state = { source, reports: reports, indexes, words }
  const parts = vscode.Disposable.from(
    log,
    source,
    following,
    new ProblemsPublisher(state),
    new TroublesPublisher(source),
    new StatusItem(source),
    watchSettings(log),
  )
  source.onDidChange((corpus) => state.indexes.get(corpus))
  return {
    state,
    completion: completionProvider(state),
    corpusFields: corpusFieldsProvider(state),
    hover: hoverProvider(state),
    definition: definitionProvider(state),
    fixes: fixesProvider(state),
    corpusDocuments: corpusDocumentProvider(source),
    dispose: () => {
      parts.dispose()
    },
  }
}
