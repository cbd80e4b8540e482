import * as vscode from 'vscode'
import type { Outline } from '../../core/official/outline.ts'
import { inWords } from '../../core/corpus/sentence.ts'
import type { Refusal } from '../../import/documentError.ts'
import { whyNotRead } from '../../import/readingLimits.ts'
import { readReadingLimits } from '../settings.ts'

const { t } = vscode.l10n

/** A document to read, and what is needed for it. */
export interface Reading {
  /** Of the extension: what reads documents lies there. */
  readonly extension: vscode.Uri
  readonly bytes: Uint8Array
  readonly signal: AbortSignal
}

/**
 * The outline of an official document. What reads the formats is loaded when the first one is read; it
 * needs processes, and is left out of the web bundle.
 */
export async function readOutline({ extension, bytes, signal }: Reading): Promise<Outline> {
  const { readOfficialDocument } = await import('../../import/readOfficialDocument.ts')
  const script = vscode.Uri.joinPath(extension, 'dist/reader/readerProcess.mjs').fsPath
  const reader = { command: process.execPath, script, ...readReadingLimits() }
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

/** Errors lose their class on the way from one bundle to another. */
function isDocumentError(
  error: unknown,
): error is { readonly reason: Refusal; readonly names: readonly string[] } {
  return error instanceof Error && error.name === 'DocumentError'
}
