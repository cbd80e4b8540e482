import * as vscode from 'vscode'

/** The steps of the walkthrough that are done where they are done, and not by a command of their own. */
export type Step = 'accepted' | 'hovered' | 'inserted' | 'mended'

const setContext = 'setContext'

/** What the manifest calls `step` in its completion events. */
function nameOf(step: Step): string {
  return `policyCitation.${step}`
}

/** What VS Code runs for us once a suggestion is accepted or a fix applied: it ticks `step` off. */
export function ticking(step: Step): vscode.Command {
  return { title: '', command: setContext, arguments: [nameOf(step), true] }
}

/** Ticks `step` of the walkthrough off. */
export function tick(step: Step): void {
  void vscode.commands.executeCommand(setContext, nameOf(step), true)
}
