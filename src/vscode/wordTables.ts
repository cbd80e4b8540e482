import * as vscode from 'vscode'
import type { Language } from '../core/corpus/language.ts'
import { readWordTable, type WordTable, type WordTables } from '../wording/words.ts'

const files: readonly (readonly [name: string, languages: readonly Language[]])[] = [
  ['bundle.l10n.zh-cn.json', ['zh-Hans']],
  ['bundle.l10n.zh-tw.json', ['zh-Hant', 'zh-Hant-HK']],
]

/** The tables that ship with `extension`; a table that cannot be read leaves its sentences English, and says so in `log`. */
export async function loadWordTables(
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<WordTables> {
  const loaded = await Promise.all(
    files.map(async ([name, languages]) => {
      const table = await loadTable(vscode.Uri.joinPath(extension, 'l10n', name), log)
      return languages.map((language) => [language, table] as const)
    }),
  )
  return new Map(loaded.flat())
}

async function loadTable(file: vscode.Uri, log: vscode.LogOutputChannel): Promise<WordTable> {
  try {
    return readWordTable(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)))
  } catch (error) {
    log.error(`${file.path} could not be read: ${String(error)}`)
    return new Map()
  }
}
