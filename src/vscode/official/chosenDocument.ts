import * as vscode from 'vscode'
import type { Outline } from '../../core/official/outline.ts'
import { fieldMapText, parseFieldMap } from '../../core/corpus/imports/fieldMap.ts'
import { documentLimits, type SeenField } from '../../import/documentError.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { notRead } from '../../workspace/fileErrors.ts'
import { readSteady } from '../../workspace/readSteady.ts'
import { editorHost } from '../host.ts'
import { refuse } from '../messages.ts'
import { withProgress } from '../results/progress.ts'
import { askFields } from './askedFields.ts'
import { readOutline, refuseReading, unclearFields } from './reading.ts'

const { t } = vscode.l10n

/** What names of documents end with that are read. */
const documentEndings = [
  ...['pdf', 'docx', 'docm', 'dotx', 'odt', 'ott', 'html', 'htm', 'xhtml', 'xml'],
  ...['md', 'markdown', 'txt', 'json', 'yaml', 'yml', 'csv'],
]

/** A document that the analyst chose. */
export interface ChosenDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** What is opened of it: the file that was chosen, or the address that it was fetched from. */
  readonly file: vscode.Uri
  /** Where it was read already. */
  readonly outline?: Outline
}

/** Asks for an official document in any format that is read; `undefined`, with the reason said, where it cannot be. */
export async function chooseDocument(
  title: string,
  openLabel: string,
): Promise<ChosenDocument | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title,
      openLabel,
      filters: {
        [t('Official documents')]: documentEndings,
        [t('All files')]: ['*'],
      },
    })) ?? []
  return file && readChosen(file)
}

async function readChosen(file: vscode.Uri): Promise<ChosenDocument | undefined> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  try {
    const stat = await editorHost.files.stat(file.toString())
    if (stat.kind !== 'file') {
      refuse(t('{0} is no file.', name), file)
      return undefined
    }
    if (stat.size > documentLimits.bytes) {
      const most = documentLimits.bytes / 1e6
      refuse(t('{0} is larger than {1} MB and was not read.', name, most), file)
      return undefined
    }
    return { name, bytes: await readSteady(editorHost.files, file.toString(), stat), file }
  } catch (error) {
    refuse(inWords(notRead(name, error), t), file)
    return undefined
  }
}

/** A document that was read. */
export interface ReadDocument {
  readonly outline: Outline
  /** Which fields of it are what, where it is a list and somebody said so, as `fieldMapText` writes it. */
  readonly listFields?: string | undefined
}

/** A list of which nobody knows which field is what, or of which what was said of them is not so. */
export interface UnclearList {
  readonly fields: readonly SeenField[]
  readonly listFields?: string | undefined
}

/**
 * A document, read with progress that can be cancelled; `listFields` says which of its fields are what where it is a
 * list. Where that is not known or not so, it is asked. `undefined`, with the reason said, where it cannot be read.
 */
export async function readWithProgress(
  extension: vscode.Uri,
  document: ChosenDocument,
  listFields?: string,
): Promise<ReadDocument | undefined> {
  const { outline } = document
  const read = outline === undefined ? await readOnce(extension, document, listFields) : { outline }
  return read && withFieldsAsked(extension, document, read)
}

/** `read` where it was read, else read with what is asked of its fields; `undefined` where that is not answered. */
export async function withFieldsAsked(
  extension: vscode.Uri,
  document: ChosenDocument,
  read: ReadDocument | UnclearList,
): Promise<ReadDocument | undefined> {
  if ('outline' in read) return read
  const begun = parseFieldMap(read.listFields ?? '')
  const map = await askFields(document.name, read.fields, begun)
  const again = map && (await readOnce(extension, document, fieldMapText(map)))
  return again !== undefined && 'outline' in again ? again : undefined
}

/** Reads a document as {@link readWithProgress} does, but asks nothing. */
export async function readOnce(
  extension: vscode.Uri,
  { name, bytes, file }: ChosenDocument,
  listFields?: string,
): Promise<ReadDocument | UnclearList | undefined> {
  return withProgress(t('Reading {0}', name), async ({ signal }) => {
    try {
      return { outline: await readOutline({ extension, bytes, signal, listFields }), listFields }
    } catch (error) {
      const fields = unclearFields(error)
      if (fields !== undefined) return { fields, listFields }
      if (!signal.aborted) void refuseReading(name, error, file)
      return undefined
    }
  })
}
