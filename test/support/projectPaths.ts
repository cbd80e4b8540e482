import path from 'node:path'

/** The folder with package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** The folder from which the offline VS Code is installed; its node_modules are not committed. */
export const offlineFolder = path.join(import.meta.dirname, 'offline-vscode')

/** What `npm run package` writes. */
export const packedExtension = path.join(projectRoot, 'dist/policy-citation.vsix')

/** The workspace that `npm start` opens a copy of. */
export const sampleWorkspace = path.join(import.meta.dirname, 'sample-workspace')
