import * as vscode from 'vscode'
import type { FilterChange } from '../../core/setUp/filterField.ts'
import { extensionFolder } from '../../core/setUp/ownFiles.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { notWritten } from '../../workspace/fileErrors.ts'
import { resolveIn } from '../../workspace/addresses.ts'
import type { Address } from '../../workspace/host.ts'
import { toRange } from '../convert.ts'
import { refuse } from '../messages.ts'
import { mendNewFile } from '../wholeFiles.ts'
import type { Naming, Survey, SurveyedFile } from './setUpSurvey.ts'

const { t } = vscode.l10n

/** Writes what is not there as it ships, each file whole, as far as it is ticked in VS Code's preview; nothing where a list of filters cannot be added to. */
export async function write({ files, naming }: Survey): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  for (const file of files) await addWriting(edit, file)
  if (naming !== undefined && !addNaming(edit, naming, naming.added)) return
  await preview(edit)
  for (const { file, uri } of files.filter(({ state }) => state === 'missing')) {
    try {
      await mendNewFile(uri, new TextEncoder().encode(file.text))
    } catch (error) {
      refuse(inWords(notWritten(file.path, error), t))
    }
  }
}

/** Takes out what we wrote, as far as it is ticked in VS Code's preview. */
export async function takeOut({ place, files, naming }: Survey): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  for (const { uri, state } of files.filter((file) => file.state !== 'missing'))
    edit.deleteFile(uri, {}, asked(stateText(state)))
  if (naming !== undefined && !addNaming(edit, naming, naming.removed)) return
  await preview(edit)
  if (place.printer === 'quarto') await removeEmpty(place.folder)
}

/** Removes the folders of our extension, as far as nothing is in them. */
async function removeEmpty(folder: Address): Promise<void> {
  for (const path of [extensionFolder, parentFolder]) {
    const uri = vscode.Uri.parse(resolveIn(folder, path))
    try {
      const entries = await vscode.workspace.fs.readDirectory(uri)
      if (entries.length > 0) return
      await vscode.workspace.fs.delete(uri)
    } catch {
      return
    }
  }
}

const parentFolder = '_extensions'

async function preview(edit: vscode.WorkspaceEdit): Promise<void> {
  await vscode.workspace.applyEdit(edit, { isRefactoring: true })
}

/** Nothing is done before it was seen. */
function asked(label: string, description = ''): vscode.WorkspaceEditEntryMetadata {
  return { needsConfirmation: true, label, description }
}

/** What somebody changed is shown with what would become of it. */
async function addWriting(
  edit: vscode.WorkspaceEdit,
  { file, uri, state }: SurveyedFile,
): Promise<void> {
  if (state === 'current') return
  const contents = new TextEncoder().encode(file.text)
  if (state === 'missing') {
    edit.createFile(uri, { contents }, asked(t('Write {0}', file.path)))
    return
  }
  const document = await vscode.workspace.openTextDocument(uri)
  const whole = toRange(document, { start: 0, end: document.getText().length })
  edit.replace(uri, whole, file.text, asked(stateText(state), file.path))
}

/** Adds what becomes of a list of filters; says why where it cannot be changed. */
function addNaming(
  edit: vscode.WorkspaceEdit,
  { document }: Naming,
  change: FilterChange,
): boolean {
  switch (change.kind) {
    case 'edit': {
      const range = toRange(document, change.edit.span)
      edit.replace(document.uri, range, change.edit.text, asked(t('Filters that Quarto runs')))
      return true
    }
    case 'nothing':
      return true
    case 'malformed':
      refuse(
        t('{0} cannot be read as YAML at {1}; nothing was written.', ...placeOf(document, change)),
        document.uri,
      )
      return false
    case 'notUnderstood':
      refuse(
        t(
          '“filters:” of {0}, at {1}, is written in a way that cannot be changed safely: name policy-citation there yourself. Nothing was written.',
          ...placeOf(document, change),
        ),
        document.uri,
      )
      return false
  }
}

/** What `document` is called, and a place in it as people count. */
function placeOf(
  document: vscode.TextDocument,
  { offset }: { readonly offset: number },
): readonly [string, string] {
  const { line, character } = document.positionAt(offset)
  const place = t('line {0}, column {1}', line + 1, character + 1)
  return [vscode.workspace.asRelativePath(document.uri), place]
}

/** What a file that is there is, in words. */
export function stateText(state: SurveyedFile['state']): string {
  switch (state) {
    case 'missing':
      return t('missing')
    case 'current':
      return t('of this version')
    case 'otherVersion':
      return t('of another version')
    case 'changed':
      return t('changed by you')
  }
}
