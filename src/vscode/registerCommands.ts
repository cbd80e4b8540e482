import * as vscode from 'vscode'
import type * as Commands from './commands/commands.ts'
import { commandIds, internalCommandIds } from './commandIds.ts'
import { hasProcesses } from './hasProcesses.ts'
import type { Loading } from './registerProviders.ts'
import type { State } from './state.ts'

/**
 * Registers every command that the manifest contributes. What they do is loaded with the adapter: it
 * shares nearly all of its code with that.
 */
export function registerCommands(load: Loading): vscode.Disposable {
  const register = (
    id: string,
    run: (commands: typeof Commands, state: State, argument: unknown) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const { commands, state } = await load()
      await run(commands, state, argument)
    })
  void vscode.commands.executeCommand(
    'setContext',
    'policyCitation.withoutProcesses',
    !hasProcesses(),
  )
  return vscode.Disposable.from(
    register(commandIds.insertCitation, (commands, state) => commands.insertCitation(state)),
    register(commandIds.browsePlan, (commands, state) => commands.browsePlan(state)),
    register(commandIds.citeAllMentions, (commands, state) => commands.citeAllMentions(state)),
    register(commandIds.compare, (commands, state) => commands.compare(state)),
    register(commandIds.copyCitation, (commands, state, key) => commands.copyCitation(state, key)),
    register(commandIds.writeBibliography, (commands, state) => commands.writeBibliography(state)),
    register(commandIds.openOfficialDocument, (commands, state, key) =>
      commands.openOfficialDocument(state, key),
    ),
    register(commandIds.attachOfficialDocument, (commands, state, key) =>
      commands.attachOfficialDocument(state, key),
    ),
    register(commandIds.downloadOfficialDocument, (commands, state, key) =>
      commands.downloadOfficialDocument(state, key),
    ),
    register(commandIds.checkReport, (commands, state) => commands.checkReport(state)),
    register(commandIds.insertQuotation, (commands, state) => commands.insertQuotation(state)),
    register(commandIds.showPassage, (commands, state, key) => commands.showPassage(state, key)),
    register(commandIds.showInCorpus, (commands, state, key) => commands.showInCorpus(state, key)),
    register(commandIds.newCorpusFile, (commands, state) => commands.newCorpusFile(state)),
    register(commandIds.importInstrument, (commands, state) => commands.importInstrument(state)),
    register(commandIds.reloadCorpora, (_, { source }) => source.reload()),
    register(commandIds.whyNothingOffered, (commands, state) => commands.whyNothingOffered(state)),
    register(internalCommandIds.stopReportingCitations, (commands) =>
      commands.ignoreReferenceLinks(),
    ),
  )
}
