import * as vscode from 'vscode'
import type * as Commands from './commands/commands.ts'
import { commandIds, internalCommandIds } from './commandIds.ts'
import type { Loading } from './registerProviders.ts'
import type { State } from './state.ts'

/**
 * Registers every command that the manifest contributes. What they do is loaded when the first of
 * them is called: none is on the way to a suggestion or a card.
 */
export function registerCommands(load: Loading): vscode.Disposable {
  const register = (
    id: string,
    run: (commands: typeof Commands, state: State, argument: unknown) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const [commands, { state }] = await Promise.all([import('./commands/commands.ts'), load()])
      commands.useWordTables(await state.words)
      await run(commands, state, argument)
    })
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
    register(commandIds.showInCorpus, (commands, state, key) => commands.showInCorpus(state, key)),
    register(commandIds.newCorpusFile, (commands) => commands.newCorpusFile()),
    register(commandIds.reloadCorpora, (_, { source }) => source.reload()),
    register(commandIds.whyNothingOffered, (commands, state) => commands.whyNothingOffered(state)),
    register(internalCommandIds.stopReportingCitations, (commands) =>
      commands.ignoreReferenceLinks(),
    ),
  )
}
