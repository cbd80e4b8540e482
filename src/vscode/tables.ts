import { Uri, workspace } from 'vscode'
import { ownExtension } from './ownExtension.ts'

/**
 * The tables of the web bundle, which lie beside it: texts by the names that its code has for them
 * (`scripts/tablesBeside.mjs`). That bundle alone imports this.
 */
export async function readTables(): Promise<unknown> {
  const own = ownExtension()
  if (own === undefined) throw new Error('VS Code does not know this extension.')
  const file = Uri.joinPath(own.extensionUri, 'dist/web/tables.json')
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)))
}
