import * as vscode from 'vscode'
import type { MisreadSetting } from '../../workspace/misreadSettings.ts'
import { pandocPath, settingsSection } from '../../workspace/settings.ts'
import { hasProcesses } from '../hasProcesses.ts'

/** What is wrong with the path of Pandoc that is set: only a machine with programs can say. */
export async function misreadPandocPath(): Promise<readonly MisreadSetting[]> {
  const path = pandocPath(vscode.workspace.getConfiguration(settingsSection))
  if (path === '' || !hasProcesses()) return []
  const { misreadPathOf } = await import('../ownPandoc/pandocCommands.ts')
  return misreadPathOf(path)
}
