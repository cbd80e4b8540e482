import * as vscode from 'vscode'
import type { Outline } from '../../core/official/outline.ts'
import type { FieldMap } from '../../import/data/fieldMap.ts'
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

/**
 * The outline of a document, read with progress that can be cancelled; where it is a list of which nobody knows which
 * field is what, that is asked. `undefined`, with the reason said, where it cannot be read.
 */
export async function readWithProgress(
  extension: vscode.Uri,
  document: ChosenDocument,
): Promise<Outline | undefined> {
  const { name, outline } = document
  const read = outline ?? (await readOnce(extension, document))
  if (read === undefined || !('fields' in read)) return read
  const map = await askFields(name, read.fields)
  const again = map && (await readOnce(extension, document, map))
  return again === undefined || 'fields' in again ? undefined : again
}

async function readOnce(
  extension: vscode.Uri,
  { name, bytes, file }: ChosenDocument,
  map?: FieldMap,
): Promise<Outline | { readonly fields: readonly SeenField[] } | undefined> {
  return withProgress(t('Reading {0}', name), async ({ signal }) => {
    try {
      return await readOutline({ extension, bytes, signal, map })
    } catch (error) {
      const fields = unclearFields(error)
      if (fields !== undefined && map === undefined) return { fields }
      if (!signal.aborted) void refuseReading(name, error, file)
      return undefined
    }
  })
}
