import * as vscode from 'vscode'
import { commandRuns } from './commands/commandRuns.ts'
import type { Address } from '../workspace/host.ts'
import { Corpora } from '../workspace/corpora/corpora.ts'
import { TroublesPublisher } from './corpora/troublesPublisher.ts'
import { ListKeeper } from './listKeeper.ts'
import type { PasteEditProvider } from './pasteEdits.ts'
import { NameIndexes } from '../workspace/indexes/nameIndexes.ts'
import { AttachedFiles } from '../workspace/official/attachedFiles.ts'
import { LastReport } from './reports/lastReport.ts'
import { tellStopped } from './messages.ts'
import { LastRun } from './ownPandoc/lastRun.ts'
import { Results } from './results/results.ts'
import { PassageMarks } from './official/passageMarks.ts'
import { passageDocumentProvider } from './official/passageViews.ts'
import { SavedReports } from './bibliographies/savedReports.ts'
import { Bibliographies } from '../workspace/reports/bibliographies.ts'
import { OfficialTexts } from '../workspace/official/officialTexts.ts'
import { PrintedReports } from './preview/printedReports.ts'
import { Previews } from './preview/previews.ts'
import { ProblemsPublisher } from './reports/problemsPublisher.ts'
import { colouringProvider } from './providers/colouring.ts'
import { completionProvider } from './providers/completion.ts'
import { corpusFieldsProvider } from './providers/corpusFields.ts'
import { corpusDocumentProvider } from './providers/corpusDocuments.ts'
import { definitionProvider } from './providers/definition.ts'
import { fixesProvider } from './providers/fixes.ts'
import { lengthOf, partsOf } from './reports/documentText.ts'
import { hoverProvider } from './providers/hover.ts'
import { placesProvider, type PlaceItem } from './providers/places.ts'
import { quotationsProvider } from './providers/quotations.ts'
import { mentionsProvider } from './providers/mentions.ts'
import { pasteProvider } from './providers/pasting.ts'
import { ReportChecks } from './reports/reportChecks.ts'
import { ReportFigures } from './reports/reportFigures.ts'
import { Reports } from './reports/reports.ts'
import { AttachedWords } from '../workspace/indexes/attachedWords.ts'
import { IndexCache } from '../workspace/indexes/indexCache.ts'
import { SearchIndexes } from '../workspace/indexes/searchIndexes.ts'
import { PinyinSource } from '../workspace/pinyinSource.ts'
import { editorHost } from './host.ts'
import type { State } from './state.ts'
import { corpusWork } from './corpora/corpusWork.ts'
import { tellSpellChecker } from './corpora/spellChecker.ts'
import { tellOfStyleChange } from './styleChange.ts'
import { UsageTracker } from './usageTracker.ts'
import { ContextKeys } from './window/contextKeys.ts'
import { StatusItem } from './window/statusItem.ts'
import { misreadPandocPath } from './window/misreadPandocPath.ts'
import { MisreadSettings } from './window/misreadSettings.ts'

/** All that stands between core and VS Code; loaded once, right behind activation. */
export interface Adapter extends vscode.Disposable {
  readonly state: State
  readonly commandRuns: typeof commandRuns
  readonly log: Pick<vscode.LogOutputChannel, 'error'>
  readonly tellStopped: typeof tellStopped
  readonly completion: vscode.CompletionItemProvider
  readonly places: vscode.CompletionItemProvider<PlaceItem>
  readonly corpusFields: vscode.CompletionItemProvider
  readonly quotations: vscode.CompletionItemProvider
  readonly hover: vscode.HoverProvider
  readonly definition: vscode.DefinitionProvider
  readonly fixes: vscode.CodeActionProvider
  readonly colouring: vscode.DocumentSemanticTokensProvider
  readonly mentions: vscode.CodeActionProvider
  readonly pasting: PasteEditProvider
  readonly corpusDocuments: vscode.TextDocumentContentProvider
  readonly passageDocuments: vscode.TextDocumentContentProvider
  readonly previews: Previews
}

/** What of VS Code's context of an extension the adapter uses. */
export type Context = Pick<
  vscode.ExtensionContext,
  'extensionUri' | 'globalStorageUri' | 'workspaceState' | 'globalState'
>

/** Builds the adapter, and begins to watch reports. */
export function createAdapter(context: Context): Adapter {
  const { extensionUri: extension, globalStorageUri: storage } = context
  const log = vscode.window.createOutputChannel('Policy Citation', { log: true })
  const kept = (name: string): Address => vscode.Uri.joinPath(storage, name).toString()
  const cache = new IndexCache(editorHost.files, kept('indexes'), log)
  const work = corpusWork(extension)
  const indexes = new SearchIndexes(cache, work, log)
  const source = new Corpora({
    ...{ host: editorHost, extension: extension.toString() },
    ...{ indexes, work, cache, log },
  })
  const reports = new Reports({ partsOf, lengthOf })
  // Before all that asks about reports, so that they are asked about as they are by then.
  const following = vscode.workspace.onDidChangeTextDocument((change) => {
    reports.follow(change)
  })
  const usage = new UsageTracker(context.workspaceState)
  const folder = vscode.Uri.joinPath(extension, 'dist').toString()
  const pinyin = new PinyinSource({ files: editorHost.files, folder, log })
  const lists = new ListKeeper()
  const names = new NameIndexes(indexes)
  const attached = new AttachedFiles(editorHost.files, kept('official'), log)
  const official = new OfficialTexts(attached, editorHost)
  // Before all that looks for problems, so that none is looked for by what no longer holds.
  const bibliographies = new Bibliographies(editorHost)
  const checks = new ReportChecks(official, bibliographies)
  const figures = new ReportFigures()
  const marks = new PassageMarks()
  const pandocRun = new LastRun()
  const results = new Results(log)
  const lastReport = new LastReport()
  const misread = new MisreadSettings(log, misreadPandocPath)
  const state = {
    source,
    reports,
    checks,
    figures,
    indexes,
    names,
    usage,
    misread,
    pinyin,
    lists,
    official,
    bibliographies,
    marks,
    pandocRun,
    results,
    lastReport,
    printing: new PrintedReports({ source, reports, bibliographies }),
    extension,
  }
  const previews = new Previews(state, log)
  const parts = vscode.Disposable.from(
    previews,
    log,
    source,
    work,
    following,
    checks,
    new ProblemsPublisher(state, log),
    new TroublesPublisher(source),
    figures,
    new StatusItem(state),
    new ContextKeys(reports, source),
    lists,
    official,
    new AttachedWords({ source, official, indexes, log, cache }),
    bibliographies,
    new SavedReports(state, log),
    marks,
    pandocRun,
    results,
    lastReport,
    misread,
  )
  tellOfStyleChange(context.globalState).catch((error: unknown) => {
    log.error('It could not be told how citations are written now.', error)
  })
  tellSpellChecker(extension).catch((error: unknown) => {
    log.error('Code Spell Checker did not take the words of the library.', error)
  })
  return {
    state,
    commandRuns,
    log,
    tellStopped,
    completion: completionProvider(state),
    places: placesProvider(state),
    corpusFields: corpusFieldsProvider(state),
    quotations: quotationsProvider(state),
    hover: hoverProvider(state),
    definition: definitionProvider(state),
    fixes: fixesProvider(state),
    colouring: colouringProvider(state),
    mentions: mentionsProvider(state),
    pasting: pasteProvider(state),
    corpusDocuments: corpusDocumentProvider(source),
    passageDocuments: passageDocumentProvider(state),
    previews,
    dispose: () => {
      parts.dispose()
    },
  }
}
