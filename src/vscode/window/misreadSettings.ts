import * as vscode from 'vscode'
import { inWords } from '../../core/corpus/sentence.ts'
import { misreadSentence, type MisreadSetting } from '../../workspace/misreadSettings.ts'
import { pandocPath, settingsSection } from '../../workspace/settings.ts'
import { hasProcesses } from '../hasProcesses.ts'
import { warn } from '../messages.ts'
import { misreadSettings } from '../settings.ts'

const { t } = vscode.l10n

/** So many are told in one message. */
const mostTold = 3

/** Tells in one message what of the settings cannot be and what is used instead, now and when other settings cannot be. */
export function watchSettings(log: vscode.LogOutputChannel): vscode.Disposable {
  const told = new Set<string>()
  const tell = async (): Promise<void> => {
    const misread = [...misreadSettings(), ...(await misreadPandocPath())]
    const untold = misread.filter((one) => !told.has(JSON.stringify(one)))
    if (untold.length === 0) return
    for (const one of untold) told.add(JSON.stringify(one))
    const texts = untold.map(misreadText)
    for (const text of texts) log.warn(text)
    const more = texts.length - mostTold
    const shown = [
      ...texts.slice(0, mostTold),
      ...(more > 0 ? [t('{0} more are in the log.', more)] : []),
    ]
    const open = t('Open Setting')
    const chosen = await warn(shown.join(' '), open)
    if (chosen === open) await openSettings(untold)
  }
  const tellOrLog = (): void => {
    tell().catch((error: unknown) => {
      log.error('It could not be told which settings cannot be.', error)
    })
  }
  tellOrLog()
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(settingsSection)) tellOrLog()
  })
}

/** Only a machine with programs can say whether a path is that of one. */
async function misreadPandocPath(): Promise<readonly MisreadSetting[]> {
  const path = pandocPath(vscode.workspace.getConfiguration(settingsSection))
  if (path === '' || !hasProcesses()) return []
  const { misreadPathOf } = await import('../ownPandoc/pandocCommands.ts')
  return misreadPathOf(path)
}

/** What cannot be, why, and what is used instead, in the words of the display. */
export function misreadText(misread: MisreadSetting): string {
  return inWords(misreadSentence(misread), t)
}

/** Opens the settings editor at these settings, in the tab of the workspace where one of them is set there. */
export async function openSettings(misread: readonly MisreadSetting[]): Promise<void> {
  const names = [...new Set(misread.map(({ name }) => name))]
  const isOfWorkspace = names.some((name) => {
    const set = vscode.workspace.getConfiguration().inspect(name)
    return (set?.workspaceValue ?? set?.workspaceFolderValue) !== undefined
  })
  const command = isOfWorkspace ? 'openWorkspaceSettings' : 'openSettings'
  const query = `@id:${names.join(',')}`
  await vscode.commands.executeCommand(`workbench.action.${command}`, query)
}

/** Opens the settings editor at all settings of ours. */
export function openOurSettings(): Thenable<unknown> {
  const query = '@ext:policy-citation.policy-citation'
  return vscode.commands.executeCommand('workbench.action.openSettings', query)
}
