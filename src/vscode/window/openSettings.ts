import * as vscode from 'vscode'
import { ownId } from '../ownExtension.ts'
import type { MisreadInWindow } from '../settings.ts'

type NamedSetting = Pick<MisreadInWindow, 'name' | 'folder'>

/**
 * Opens the settings editor at these settings, in the tab of the workspace where one of them is set there; or the
 * settings of the folder that sets one, which that editor shows only to who chooses the folder.
 */
export async function openSettings(settings: readonly NamedSetting[]): Promise<void> {
  const folder = settings.find(isOfFolder)?.folder
  if (folder !== undefined) {
    const file = vscode.Uri.joinPath(folder, '.vscode/settings.json')
    await vscode.commands.executeCommand('vscode.open', file)
    return
  }
  const names = [...new Set(settings.map(({ name }) => name))]
  const isOfWorkspace = names.some((name) => {
    return vscode.workspace.getConfiguration().inspect(name)?.workspaceValue !== undefined
  })
  const command = isOfWorkspace ? 'openWorkspaceSettings' : 'openSettings'
  await vscode.commands.executeCommand(`workbench.action.${command}`, `@id:${names.join(',')}`)
}

/** Opens the settings editor at a setting of the machine that we run on: of a remote one these have a tab of their own. */
export async function openMachineSetting(name: string): Promise<void> {
  const command = vscode.env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings'
  await vscode.commands.executeCommand(`workbench.action.${command}`, { query: `@id:${name}` })
}

/** Opens the settings editor at all settings of ours. */
export function openOurSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${ownId}`)
}

function isOfFolder({ name, folder }: NamedSetting): boolean {
  if (folder === undefined) return false
  const set = vscode.workspace.getConfiguration(undefined, folder).inspect(name)
  return set?.workspaceFolderValue !== undefined
}
