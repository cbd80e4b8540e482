import { letterOrDigitAt } from '../../pandoc/lettersAndDigits.ts'
import { characterReferenceAt, type PlainPiece } from '../../pandoc/characterReference.ts'

/** What stands at `at` of `written`, where no markup begins; `undefined` where the line is broken. */
export function plainPieceAt(written: string, at: number): PlainPiece | undefined {
  const mark = written.charAt(at)
  if (/\s/u.test(mark) && mark < '\u0080') return blankAt(written, at)
  switch (mark) {
    case '\\':
      return escapedAt(written, at)
    case '&':
      return characterReferenceAt(written, at) ?? { text: '&', length: 1 }
    case '-':
    case '.':
      return typographicAt(written, at)
    default:
      return literal(written, at)
  }
}

function literal(written: string, at: number): PlainPiece {
  const mark = String.fromCodePoint(written.codePointAt(at) ?? 0)
  return { text: curled(mark, written.charAt(at - 1)), length: mark.length }
}

/** A quotation mark that has no other one is an apostrophe, or stands as if it had. */
function curled(mark: string, before: string): string {
  if (mark === "'") return '’'
  if (mark !== '"') return mark
  return /^[\s([{]?$/u.test(before) ? '“' : '”'
}

/** Blanks and a line end are one space; two before a line end break the line. */
function blankAt(written: string, at: number): PlainPiece | undefined {
  const [blanks = ' '] = /^\s+/u.exec(written.slice(at)) ?? []
  return / {2}\r?\n/u.test(blanks) ? undefined : { text: ' ', length: blanks.length }
}

function escapedAt(written: string, at: number): PlainPiece | undefined {
  const next = written.charAt(at + 1)
  if (/[\r\n]/u.test(next)) return undefined
  if (next === ' ') return { text: '\u00A0', length: 2 }
  const isSign = next !== '' && !letterOrDigitAt(written, at + 1)
  return isSign ? { text: next, length: 2 } : { text: '\\', length: 1 }
}

function typographicAt(written: string, at: number): PlainPiece {
  const [signs = written.charAt(at)] = /^(?:---?|\.\.\.)/u.exec(written.slice(at)) ?? []
  return { text: typographic.get(signs) ?? signs, length: signs.length }
}

const typographic: ReadonlyMap<string, string> = new Map([
  ['--', '–'],
  ['---', '—'],
  ['...', '…'],
])
