import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Host } from '../workspace/host.ts'
import { dayOf } from '../workspace/today.ts'
import type { FolderSettings } from './folderSettings.ts'
import { languageOfEnvironment } from './readersLanguage.ts'
import { addressOf, nodeFiles } from './nodeFiles.ts'

/**
 * The folder that a command runs in, as the workspace wing sees it. Who runs a command there trusts
 * the folder, as the editor asks whether one does.
 */
export function commandLineHost(folder: string, settings: FolderSettings): Host {
  return {
    files: nodeFiles,
    folders: [addressOf(folder)],
    isTrusted: true,
    displayLanguage: languageOfEnvironment(process.env),
    get today() {
      return dayOf(new Date())
    },
    settings: () => settings,
    hiddenFiles: () => settings.hiddenFiles,
    nameOf: (address) => path.relative(folder, fileURLToPath(address)).replaceAll(path.sep, '/'),
  }
}
