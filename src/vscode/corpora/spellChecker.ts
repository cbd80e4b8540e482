import * as vscode from 'vscode'

/** What Code Spell Checker offers to extensions that have words for it. */
interface SpellChecker {
  readonly registerConfig?: (file: string) => unknown
}

/** Gives Code Spell Checker, where it is installed, the words of the library in `extension`. */
export async function tellSpellChecker(extension: vscode.Uri): Promise<void> {
  const id = 'streetsidesoftware.code-spell-checker'
  const checker = await vscode.extensions.getExtension<SpellChecker | undefined>(id)?.activate()
  const words = vscode.Uri.joinPath(extension, 'dist', 'spelling', 'cspell-ext.json')
  await checker?.registerConfig?.(words.fsPath)
}
