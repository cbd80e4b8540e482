import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { parseKey } from '../../src/core/corpus/key.ts'
import { eventually } from '../support/eventually.ts'

const extensionId = 'policy-citation.policy-citation'
let count = 0

/** A report open in an editor, with the caret (or the selection) where the text says `|`. */
export interface ReportEditor {
  readonly document: vscode.TextDocument
  readonly editor: vscode.TextEditor
  /** The offset of the first `|`. */
  readonly offset: number
}

/**
 * Opens an untitled report that holds `marked` without its `|` marks: one is the caret, two are a
 * selection. Every call has a document of its own.
 */
export async function openReport(marked: string, language = 'markdown'): Promise<ReportEditor> {
  count += 1
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/')
  const path = vscode.Uri.joinPath(folder, `report-${String(count)}.md`).path
  const opened = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: 'untitled', path }),
  )
  const document = await vscode.languages.setTextDocumentLanguage(opened, language)
  const editor = await vscode.window.showTextDocument(document)
  const text = marked.replaceAll('|', '')
  await editor.edit((builder) => {
    builder.insert(new vscode.Position(0, 0), text)
  })
  assert.equal(document.getText(), text)
  const first = Math.max(0, marked.indexOf('|'))
  const last = Math.max(first, marked.lastIndexOf('|') - 1)
  editor.selection = new vscode.Selection(document.positionAt(first), document.positionAt(last))
  await vscode.extensions.getExtension(extensionId)?.activate()
  return { document, editor, offset: first }
}

/** The items that our provider offers at the caret. */
export async function suggestionsAt({
  document,
  offset,
}: ReportEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
    '@',
    100,
  )
  return list.items.filter(isOurs)
}

/** Whether an item offers a provision: its detail is the key. */
export function isOurs({ detail }: vscode.CompletionItem): boolean {
  return detail !== undefined && parseKey(detail) !== undefined
}

/** The text of the hover at the caret, all its parts joined. */
export async function hoverAt({ document, offset }: ReportEditor): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  )
  const parts = hovers.flatMap(({ contents }) => contents)
  return parts.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n\n')
}

/** Our problems in `document`, as `code text`. */
export function problemsOf(document: vscode.TextDocument): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Policy Citation')
    .map(({ code, range }) => `${codeIn(code)} ${document.getText(range)}`)
}

/** The code itself, which stands beside the address that explains it. */
function codeIn(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''))
}

/** Waits until our problems in `document` are `wanted`. */
export async function problemsBecome(
  document: vscode.TextDocument,
  wanted: readonly string[],
): Promise<void> {
  await diagnosed('the problems are as wanted', () => {
    assert.deepEqual(problemsOf(document), wanted)
    return true
  })
}

/** What `probe` gives as soon as it is neither `undefined` nor `false`, asked again whenever problems change. */
export async function diagnosed<T>(what: string, probe: () => T | false | undefined): Promise<T> {
  return eventually(what, probe, vscode.languages.onDidChangeDiagnostics)
}
