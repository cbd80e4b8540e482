import * as vscode from 'vscode'
import { commandIds, internalCommandIds } from './commandIds.ts'
import { hasProcesses } from './hasProcesses.ts'
import type { Loading } from './registerProviders.ts'

/**
 * Registers every command that the manifest contributes, and our own. What they do is loaded with the
 * adapter: it shares nearly all of its code with that.
 */
export function registerCommands(load: Loading): vscode.Disposable {
  void vscode.commands.executeCommand(
    'setContext',
    'policyCitation.withoutProcesses',
    !hasProcesses(),
  )
  const ids = [...Object.values(commandIds), ...Object.values(internalCommandIds)]
  const registered = ids.map((id) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const { commandRuns, state, log, tellStopped } = await load()
      try {
        await commandRuns[id](state, argument)
      } catch (error) {
        log.error(`The command ${id} was stopped.`, error instanceof Error ? error : String(error))
        tellStopped(error)
      }
    }),
  )
  return vscode.Disposable.from(...registered)
}
