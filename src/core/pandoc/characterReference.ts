import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** What is one thing to a reader: its text, and how long it is as written. */
export interface PlainPiece {
  readonly text: string
  readonly length: number
}

const reference = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/iu
const longestReference = 40

/** The character reference (HTML, CommonMark 0.31, section 6.2) that begins at `at`; `undefined` where none does. */
export function characterReferenceAt(written: string, at: number): PlainPiece | undefined {
  const found = reference.exec(written.slice(at, at + longestReference))
  if (found === null) return undefined
  const [{ length }, decimal, hexadecimal, name = ''] = found
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const text = Number.isNaN(code)
    ? decodeNamedCharacterReference(name) || undefined
    : characterOf(code)
  return text === undefined ? undefined : { text, length }
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
