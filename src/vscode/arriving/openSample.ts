import * as vscode from 'vscode'
import { ownId } from '../ownExtension.ts'
import { readSettings } from '../settings.ts'
import type { State } from '../state.ts'
import { columnOf } from '../window/columnOf.ts'

/** Stands in a sample where the caret goes for each thing to try, and is left out. */
const caretMark = '|'

/** So many characters behind its mark tell a place of a sample from all others, whatever was written before it. */
const telling = 12

/** What opens a sample now, by whose it is: a second click opens no second one. */
const opening = new WeakMap<State, Promise<void>>()

/** Opens the sample report, once what opens it already has done so. */
export function openSample(state: State, argument: unknown): Promise<void> {
  const before = opening.get(state) ?? Promise.resolve()
  const run = before.catch(() => undefined).then(() => show(state, argument))
  opening.set(state, run)
  return run
}

/**
 * Opens the sample report in the reader's language, as a new file that is on no disk, with the caret at the
 * place numbered `argument`, from 0, or else the first; where it is open already, it is shown again as it is.
 */
async function show({ extension }: State, argument: unknown): Promise<void> {
  const name = `media/walkthrough/sample.${readSettings().language}.md`
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, name))
  const written = withoutReturns(new TextDecoder().decode(bytes))
  const [title = '', ...places] = written.split(caretMark)
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isUntitled && withoutReturns(document.getText()).startsWith(title),
  )
  const sample = open ?? (await vscode.workspace.openTextDocument({ language: 'markdown' }))
  const editor = await vscode.window.showTextDocument(sample, {
    viewColumn: columnOf(sample.uri) ?? besideWalkthrough(),
  })
  const at = places[Number(argument)] === undefined ? 0 : Number(argument)
  const place = places[at] ?? ''
  // Written only now: what has text before it is seen, VS Code opens by itself, in the place of the walkthrough.
  // The caret comes with the text: what is typed as soon as that is seen belongs there.
  if (open === undefined) {
    const snippet = new vscode.SnippetString()
      .appendText(title + places.slice(0, at).join(''))
      .appendTabstop(0)
      .appendText(places.slice(at).join(''))
    await editor.insertSnippet(snippet, new vscode.Position(0, 0))
    return
  }
  const caret = positionIn(withoutReturns(sample.getText()), place.slice(0, telling))
  editor.selection = new vscode.Selection(caret, caret)
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

/** VS Code writes the line ends that the reader's settings say. */
function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** Where `words` stand last in `text`; its beginning where they do not. */
function positionIn(text: string, words: string): vscode.Position {
  const before = text.slice(0, Math.max(0, text.lastIndexOf(words))).split('\n')
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0)
}

/** Where a new sample is shown: beside the walkthrough, so that both are seen. */
function besideWalkthrough(): vscode.ViewColumn {
  const { activeTextEditor, tabGroups } = vscode.window
  const { activeTab, viewColumn } = tabGroups.activeTabGroup
  return activeTab === undefined || activeTextEditor ? viewColumn : vscode.ViewColumn.Beside
}

/** Opens the walkthrough, as VS Code does by itself when the extension is installed. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${ownId}#start`)
}
