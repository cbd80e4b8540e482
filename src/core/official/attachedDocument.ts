import type { Outline } from './outline.ts'

/** An official document as the analyst attached it to an instrument. */
export interface AttachedDocument {
  /** The instrument's id. */
  readonly instrument: string
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256: string
  /** The name that the file had, without its folder. */
  readonly name: string
  /** The day of its text, where the analyst said it. */
  readonly day?: string
  readonly outline: Outline
}

/** Raised when the stored form, or what an outline holds, changes: what an older version stored is not read. */
const formatVersion = 3
/** What this version stored is read: its outlines have no words but those of parts. */
const withPartsOnly = 2

/** `document` as text to store, for {@link readAttached}. */
export function writeAttached(document: AttachedDocument): string {
  return JSON.stringify({ version: formatVersion, document })
}

/**
 * What {@link writeAttached} wrote, also that of the version before; `undefined` for what another one wrote. The text must be what
 * was written: who stores it proves that by a checksum.
 *
 * @throws SyntaxError for what is no JSON.
 */
export function readAttached(text: string): AttachedDocument | undefined {
  const { version, document } = JSON.parse(text) as {
    readonly version?: number
    readonly document?: AttachedDocument
  }
  if (version === withPartsOnly && document !== undefined) {
    return { ...document, outline: { ...document.outline, hasUnreadWords: true } }
  }
  return version === formatVersion ? document : undefined
}
