import * as vscode from 'vscode'
import type { Outline } from '../../core/official/outline.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import { isLimitReached, type DocumentError, type SeenField } from '../../import/documentError.ts'
import { whyNotRead } from '../../import/readingLimits.ts'
import { refuse, warn } from '../messages.ts'
import { readReadingLimits } from '../settings.ts'
import { openMachineSetting } from '../window/openSettings.ts'

const { t } = vscode.l10n

/** A document to read, and what is needed for it. */
export interface Reading {
  /** Of the extension: what reads documents lies there. */
  readonly extension: vscode.Uri
  readonly bytes: Uint8Array
  readonly signal: AbortSignal
  /** Which fields of a list are what, where somebody said so, as `fieldMapText` writes it. */
  readonly listFields?: string | undefined
}

/**
 * The outline of an official document. What reads the formats is loaded when the first one is read; it
 * needs processes, and is left out of the web bundle.
 */
export async function readOutline({
  extension,
  bytes,
  signal,
  listFields,
}: Reading): Promise<Outline> {
  const { readOfficialDocument } = await import('../../import/readOfficialDocument.ts')
  const script = vscode.Uri.joinPath(extension, 'dist/reader/readerProcess.mjs').fsPath
  const said = listFields === undefined ? {} : { map: listFields }
  const reader = { command: process.execPath, script, ...readReadingLimits(), ...said }
  return readOfficialDocument(bytes, reader, signal)
}

/** Says why `name` could not be read, and opens the file, or the setting that raises the limit which was reached. */
export async function refuseReading(name: string, error: unknown, file: vscode.Uri): Promise<void> {
  const message = readingProblem(name, error)
  if (!isDocumentError(error) || !isLimitReached(error.reason)) {
    refuse(message, file)
    return
  }
  const setting = settingsOfLimits[error.reason === 'too slow' ? 'time' : 'memory']
  const chosen = await warn(message, t('Open Setting'))
  if (chosen !== undefined) await openMachineSetting(setting)
}

function readingProblem(name: string, error: unknown): string {
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

/**
 * What there is to choose from where `error` says that nobody knows which field of a list is what, or that one which
 * somebody named is not there.
 */
export function unclearFields(error: unknown): readonly SeenField[] | undefined {
  return isDocumentError(error) && /^(?:unclear fields|unknown field)$/u.test(error.reason)
    ? error.fields
    : undefined
}

/** Errors lose their class on the way from one bundle to another. */
function isDocumentError(
  error: unknown,
): error is Pick<DocumentError, 'reason' | 'names' | 'fields'> {
  return error instanceof Error && error.name === 'DocumentError'
}
