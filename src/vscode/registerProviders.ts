import * as vscode from 'vscode'
import type { Adapter } from './adapter.ts'
import { colourLegend } from './providers/colourLegend.ts'
import { registerPasteEdits } from './pasteEdits.ts'
import type { PlaceItem } from './providers/places.ts'
import { corpusScheme, passageScheme, reportSelector } from './reports/reportDocuments.ts'
import { placeTriggers, triggerCharacters } from './triggerCharacters.ts'

/** The adapter once it is loaded. */
export type Loading = () => Promise<Adapter>

/** All that answers what VS Code asks of itself: the one place where a provider is wired. */
export function registerProviders(load: Loading): vscode.Disposable {
  return vscode.Disposable.from(
    registerCompletion(load),
    registerPlaces(load),
    registerQuotations(load),
    registerHover(load),
    registerDefinition(load),
    registerFixes(load),
    registerColouring(load),
    registerMentions(load),
    registerPasting(load),
    registerCorpusDocuments(load),
    registerPassageDocuments(load),
    registerCorpusFields(load),
  )
}

/** Offers provisions after `@`. */
function registerCompletion(load: Loading): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, context) {
      if (!followsAt(document, position)) return undefined
      return (await load()).completion.provideCompletionItems(document, position, token, context)
    },
    async resolveCompletionItem(item, token) {
      return (await load()).completion.resolveCompletionItem?.(item, token)
    },
  }
  return vscode.languages.registerCompletionItemProvider(
    reportSelector,
    provider,
    ...triggerCharacters,
  )
}

/** Offers places behind the key of a citation. */
function registerPlaces(load: Loading): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<PlaceItem> = {
    async provideCompletionItems(document, position, token, context) {
      if (!followsAt(document, position)) return undefined
      return (await load()).places.provideCompletionItems(document, position, token, context)
    },
    async resolveCompletionItem(item, token) {
      return (await load()).places.resolveCompletionItem?.(item, token)
    },
  }
  return vscode.languages.registerCompletionItemProvider(reportSelector, provider, ...placeTriggers)
}

/** Whether an `@` stands before the caret on its line: all that is looked at on most keys. */
function followsAt(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  return character > 0 && document.lineAt(line).text.lastIndexOf('@', character - 1) !== -1
}

/** Offers the issuer's words behind a citation and a quotation mark. */
function registerQuotations(load: Loading): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, context) {
      if (!followsAt(document, position)) return undefined
      return (await load()).quotations.provideCompletionItems(document, position, token, context)
    },
  }
  return vscode.languages.registerCompletionItemProvider(
    reportSelector,
    provider,
    ...['"', '“', '「'],
  )
}

/** Offers the fields of corpus files, and their values. */
function registerCorpusFields(load: Loading): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token, context) {
      return (await load()).corpusFields.provideCompletionItems(document, position, token, context)
    },
  }
  const ends = [' ', '-', '=', '{', ';']
  return vscode.languages.registerCompletionItemProvider(
    { language: 'markdown' },
    provider,
    ...ends,
  )
}

/** Shows the card of the provision whose key is under the pointer. */
function registerHover(load: Loading): vscode.Disposable {
  return vscode.languages.registerHoverProvider(reportSelector, {
    async provideHover(document, position, token) {
      return (await load()).hover.provideHover(document, position, token)
    },
  })
}

/** Leads from a key to its provision in the corpus file: Go to Definition and Peek. */
function registerDefinition(load: Loading): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(reportSelector, {
    async provideDefinition(document, position, token) {
      return (await load()).definition.provideDefinition(document, position, token)
    },
  })
}

/** Offers the fixes of the problems under the caret. */
function registerFixes(load: Loading): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      return (await load()).fixes.provideCodeActions(document, range, context, token)
    },
  }
  return vscode.languages.registerCodeActionsProvider(reportSelector, provider, {
    providedCodeActionKinds: [
      vscode.CodeActionKind.QuickFix,
      vscode.CodeActionKind.RefactorRewrite,
    ],
  })
}

/** Colours citations by what the corpus knows of them, anew whenever it changes. */
function registerColouring(load: Loading): vscode.Disposable {
  const provider: vscode.DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: (listener) => {
      const following = load().then(({ state }) => {
        return state.source.onDidChange(() => {
          listener()
        })
      })
      return new vscode.Disposable(() => {
        void following.then((one) => {
          one.dispose()
        })
      })
    },
    async provideDocumentSemanticTokens(document, token) {
      return (await load()).colouring.provideDocumentSemanticTokens(document, token)
    },
  }
  return vscode.languages.registerDocumentSemanticTokensProvider(
    reportSelector,
    provider,
    colourLegend(),
  )
}

/** Offers to cite what a sentence names. */
function registerMentions(load: Loading): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      return (await load()).mentions.provideCodeActions(document, range, context, token)
    },
  }
  return vscode.languages.registerCodeActionsProvider(reportSelector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite],
  })
}

/** Pastes a copied citation as its place wants it. */
function registerPasting(load: Loading): vscode.Disposable {
  return registerPasteEdits(reportSelector, {
    async provideDocumentPasteEdits(document, ranges, data, context, token) {
      const { pasting } = await load()
      return pasting.provideDocumentPasteEdits(document, ranges, data, context, token)
    },
  })
}

/** Serves the corpus files as read-only documents. */
function registerCorpusDocuments(load: Loading): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(corpusScheme, {
    async provideTextDocumentContent(uri, token) {
      return (await load()).corpusDocuments.provideTextDocumentContent(uri, token)
    },
  })
}

/** Serves the passages of official texts as read-only documents. */
function registerPassageDocuments(load: Loading): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(passageScheme, {
    async provideTextDocumentContent(uri, token) {
      return (await load()).passageDocuments.provideTextDocumentContent(uri, token)
    },
  })
}
