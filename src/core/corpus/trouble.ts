import type { SourcePlace } from './provision.ts'
import type { Sentence } from './sentence.ts'

/** An `error` costs what could not be read, and no more; a `warning` costs nothing. */
export type TroubleSeverity = 'error' | 'warning'

/**
 * Every trouble that a corpus file can have, with its severity. The codes are public: shown with
 * each trouble and explained in corpus/README.md (a test compares the two). Never renamed.
 */
export const troubleTable = [
  ['file.not-utf-8', 'error'],
  ['file.too-large', 'error'],
  ['file.is-link', 'error'],
  ['file.unreadable', 'error'],
  ['file.no-front-matter', 'error'],
  ['file.malformed-yaml', 'error'],
  ['file.more-troubles', 'warning'],
  ['instrument.missing-field', 'error'],
  ['instrument.malformed-field', 'error'],
  ['instrument.duplicate-id', 'error'],
  ['instrument.no-number', 'warning'],
  ['heading.no-label', 'error'],
  ['heading.no-title', 'error'],
  ['heading.malformed-label', 'error'],
  ['heading.suspicious-label', 'error'],
  ['heading.look-alike-label', 'warning'],
  ['heading.duplicate-place', 'warning'],
  ['heading.malformed-attributes', 'error'],
  ['heading.unknown-kind', 'error'],
  ['provision.duplicate-key', 'error'],
  ['provision.lost-parent', 'error'],
  ['provision.unknown-same-as', 'warning'],
  ['provision.unknown-amendment', 'warning'],
  ['provision.former-key-taken', 'warning'],
  ['claim.unknown-about', 'warning'],
  ['term.unknown-about', 'warning'],
  ['term.duplicate', 'error'],
  ['relation.missing-field', 'error'],
  ['relation.unknown-key', 'error'],
  ['field.unknown', 'warning'],
  ['field.duplicate', 'error'],
  ['field.malformed', 'error'],
  ['field.not-allowed-here', 'error'],
  ['field.full-width-separator', 'warning'],
  ['field.impossible-order', 'warning'],
  ['page.outside', 'warning'],
  ['agency.unknown', 'warning'],
  ['agency.duplicate', 'error'],
  ['text.suspicious-character', 'warning'],
  ['text.unexpected', 'warning'],
  ['text.too-long', 'error'],
  ['text.too-deep', 'error'],
  ['text.unclosed', 'error'],
] as const satisfies readonly (readonly [string, TroubleSeverity])[]

/** The code of a trouble: `heading.no-label`. */
export type TroubleCode = (typeof troubleTable)[number][0]

const severities: ReadonlyMap<TroubleCode, TroubleSeverity> = new Map(troubleTable)

/** The severity of all troubles with this code. */
function severityOf(code: TroubleCode): TroubleSeverity {
  return severities.get(code) ?? 'error'
}

/**
 * A finding in a corpus file. An `error` costs what could not be read: a field's value, a text, a
 * provision (with those below it when its label is of no use), or, where a field that an instrument
 * must have is missing, the file. A `warning` costs nothing.
 */
export interface Trouble {
  readonly code: TroubleCode
  readonly severity: TroubleSeverity
  readonly place: SourcePlace
  /** What is wrong. */
  readonly message: Sentence
  /** What to do about it. */
  readonly advice: Sentence
}

/** A trouble at `place`, with the severity of its code. */
export function makeTrouble(
  code: TroubleCode,
  place: SourcePlace,
  message: Sentence,
  advice: Sentence,
): Trouble {
  return { code, severity: severityOf(code), place, message, advice }
}
