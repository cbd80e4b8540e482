import * as vscode from 'vscode'
import { ask } from './messages.ts'
import { settingsSection } from '../workspace/settings.ts'
import { openSettings } from './window/openSettings.ts'

const { t } = vscode.l10n

/** The setting whose values mean something else than they did. */
const style = 'citation.style'

/** Says on this machine that it was told. */
const toldKey = 'citation.style.told'

/**
 * Tells those who had chosen `pandoc` or `locator`, once on a machine, that citations now name the place in
 * words, and offers to go on with keys.
 */
export async function tellOfStyleChange(memento: vscode.Memento): Promise<void> {
  const places = placesOfChoice()
  if (places.length === 0 || memento.get(toldKey) === true) return
  await memento.update(toldKey, true)
  const keep = t('Keep Keys')
  const settings = t('Settings')
  const message = t(
    'Citations now name the place in words: [@eu-ai-act, art. 5(1)(a)]. You had chosen how they are written, in {0}. With keys they stay as they were: [@eu-ai-act:5.1.a]. Both are read everywhere, and nothing that you wrote changes.',
    `${settingsSection}.${style}`,
  )
  const chosen = await ask(message, keep, settings)
  if (chosen === keep) await keepKeys(places)
  if (chosen === settings) await openSettings([{ name: `${settingsSection}.${style}` }])
}

/** Where one of the two values was chosen. */
function placesOfChoice(): readonly vscode.ConfigurationTarget[] {
  const chosen = vscode.workspace.getConfiguration(settingsSection).inspect<unknown>(style)
  const isFormer = (value: unknown): boolean => value === 'pandoc' || value === 'locator'
  return [
    ...(isFormer(chosen?.globalValue) ? [vscode.ConfigurationTarget.Global] : []),
    ...(isFormer(chosen?.workspaceValue) ? [vscode.ConfigurationTarget.Workspace] : []),
  ]
}

async function keepKeys(places: readonly vscode.ConfigurationTarget[]): Promise<void> {
  for (const place of places) {
    await vscode.workspace.getConfiguration(settingsSection).update(style, 'key', place)
  }
}
