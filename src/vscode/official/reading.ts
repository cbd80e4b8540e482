import * as vscode from 'vscode'
import type { Outline } from '../../core/official/outline.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import type { FieldMap } from '../../import/data/fieldMap.ts'
import type { DocumentError, SeenField } from '../../import/documentError.ts'
import { whyNotRead } from '../../import/readingLimits.ts'
import { readReadingLimits } from '../settings.ts'

const { t } = vscode.l10n

/** A document to read, and what is needed for it. */
export interface Reading {
  /** Of the extension: what reads documents lies there. */
  readonly extension: vscode.Uri
  readonly bytes: Uint8Array
  readonly signal: AbortSignal
  /** Which fields of a list are what, where somebody said so. */
  readonly map?: FieldMap | undefined
}

/**
 * The outline of an official document. What reads the formats is loaded when the first one is read; it
 * needs processes, and is left out of the web bundle.
 */
export async function readOutline({ extension, bytes, signal, map }: Reading): Promise<Outline> {
  const { readOfficialDocument } = await import('../../import/readOfficialDocument.ts')
  const script = vscode.Uri.joinPath(extension, 'dist/reader/readerProcess.mjs').fsPath
  const { fieldMapText } = await import('../../import/data/fieldMap.ts')
  const said = map && { map: fieldMapText(map) }
  const reader = { command: process.execPath, script, ...readReadingLimits(), ...said }
  return readOfficialDocument(bytes, reader, signal)
}

/** Why `name` could not be read, in a sentence for the reader. */
export function readingProblem(name: string, error: unknown): string {
  if (isDocumentError(error)) {
    const reason = whyNotRead(error, readReadingLimits(), settingsOfLimits)
    return t('{0} was not read: {1}', name, inWords(reason, t))
  }
  return t('{0} was not read: {1}', name, error instanceof Error ? error.message : String(error))
}

const settingsOfLimits = {
  time: 'policyCitation.documents.readingTime',
  memory: 'policyCitation.documents.readingMemory',
}

/** What there is to choose from where `error` says that nobody knows which field of a list is what. */
export function unclearFields(error: unknown): readonly SeenField[] | undefined {
  return isDocumentError(error) && error.reason === 'unclear fields' ? error.fields : undefined
}

/** Errors lose their class on the way from one bundle to another. */
function isDocumentError(
  error: unknown,
): error is Pick<DocumentError, 'reason' | 'names' | 'fields'> {
  return error instanceof Error && error.name === 'DocumentError'
}
