import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { keyEndAt } from '../../pandoc/keySyntax.ts'
import { letterOrDigitAt, letterOrDigitBefore } from '../../pandoc/lettersAndDigits.ts'
import { noProse } from '../../markdown/prose.ts'

/** The words with which a suffix begins. */
export interface OpeningWords {
  /** As a reader sees them, up to the first markup. */
  readonly text: string
  /** Where in the suffix begins what stands behind them, with the comma before it. */
  readonly end: number
}

/** A part of a suffix that is one thing to a reader. */
interface Piece {
  readonly text: string
  readonly start: number
}

/** The words with which `suffix` begins, in which U+FFFC stands for what is no prose, as Pandoc reads them. */
export function openingWords(suffix: string): OpeningWords {
  const pieces: Piece[] = []
  const written = suffix.trimEnd()
  let start = 0
  while (start < written.length) {
    const piece = pieceAt(written, start)
    if (piece === undefined) return withoutComma(pieces, start)
    pieces.push({ text: piece.text, start })
    start += piece.length
  }
  return { text: textOf(pieces), end: suffix.length }
}

/** What parts the words from the markup at `end` belongs to that. */
function withoutComma(pieces: readonly Piece[], end: number): OpeningWords {
  const count = pieces.findLastIndex(({ text }) => text !== ' ' && text !== ',') + 1
  return { text: textOf(pieces.slice(0, count)), end: pieces[count]?.start ?? end }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

interface Read {
  readonly text: string
  readonly length: number
}

/** What stands at `at`; `undefined` where markup begins. */
function pieceAt(suffix: string, at: number): Read | undefined {
  const mark = suffix.charAt(at)
  if (mark === noProse) return undefined
  if (/\s/u.test(mark) && mark < '\u0080') return blankAt(suffix, at)
  switch (mark) {
    case '\\':
      return escapedAt(suffix, at)
    case '&':
      return referenceAt(suffix, at)
    case '-':
    case '.':
      return typographicAt(suffix, at)
    default:
      return opensMarkup(suffix, at) ? undefined : literal(suffix, at)
  }
}

function literal(suffix: string, at: number): Read {
  const mark = String.fromCodePoint(suffix.codePointAt(at) ?? 0)
  return { text: curled(mark, suffix.slice(0, at)), length: mark.length }
}

/** A quotation mark that has no other one is an apostrophe, or stands as if it had. */
function curled(mark: string, before: string): string {
  if (mark === "'") return '’'
  if (mark !== '"') return mark
  return /(?:^|[\s([{])$/u.test(before) ? '“' : '”'
}

/** Blanks and a line end are one space; two before a line end break the line. */
function blankAt(suffix: string, at: number): Read | undefined {
  const [blanks = ' '] = /^\s+/u.exec(suffix.slice(at)) ?? []
  return / {2}\r?\n/u.test(blanks) ? undefined : { text: ' ', length: blanks.length }
}

function escapedAt(suffix: string, at: number): Read | undefined {
  const next = suffix.charAt(at + 1)
  if (/[\r\n]/u.test(next)) return undefined
  if (next === ' ') return { text: '\u00A0', length: 2 }
  const isSign = next !== '' && !letterOrDigitAt(suffix, at + 1)
  return isSign ? { text: next, length: 2 } : { text: '\\', length: 1 }
}

function referenceAt(suffix: string, at: number): Read | undefined {
  const found = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/iu.exec(suffix.slice(at))
  if (found === null) return { text: '&', length: 1 }
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

function typographicAt(suffix: string, at: number): Read {
  const [written = suffix.charAt(at)] = /^(?:---?|\.\.\.)/u.exec(suffix.slice(at)) ?? []
  return { text: typographic.get(written) ?? written, length: written.length }
}

const typographic: ReadonlyMap<string, string> = new Map([
  ['--', '–'],
  ['---', '—'],
  ['...', '…'],
])

/** Whether what begins at `at` is no word for Pandoc: emphasis, a quotation, a note, a link, a citation. */
function opensMarkup(suffix: string, at: number): boolean {
  const rest = suffix.slice(at)
  switch (suffix.charAt(at)) {
    case '@':
      return !letterOrDigitBefore(suffix, at) && isKeyAt(suffix, at + 1)
    case '_':
      return !letterOrDigitBefore(suffix, at) && /^(_+)[^\s_].*?\1(?![\p{L}\p{N}])/su.test(rest)
    case '*':
      return /^(\*+)[^\s*].*?\1/su.test(rest)
    case "'":
      return !letterOrDigitBefore(suffix, at) && /^'\S.*?'(?![\p{L}\p{N}])/su.test(rest)
    case '"':
      return /^"\S.*?"/su.test(rest)
    case '^':
      return /^\^(?:\[|[^\s^]+\^)/u.test(rest)
    case '~':
      return /^(?:~~\S.*?~~|~[^\s~]+~)/su.test(rest)
    case '!':
    case '[':
      return isLinkLike(rest)
    default:
      return false
  }
}

function isKeyAt(suffix: string, at: number): boolean {
  return suffix.charAt(at) === '{' || keyEndAt(suffix, at) > at
}

/** Brackets that hold a citation, or that something follows which makes a link or a span of them. */
function isLinkLike(rest: string): boolean {
  const [whole, within = ''] = /^!?\[([^[\]]*)\][([{]?/u.exec(rest) ?? ['']
  return within.includes('@') || /[([{]$/u.test(whole)
}
