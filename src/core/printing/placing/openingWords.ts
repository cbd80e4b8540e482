import { keyEndAt } from '../../pandoc/keySyntax.ts'
import { letterOrDigitBefore } from '../../pandoc/lettersAndDigits.ts'
import { noProse } from '../../markdown/prose.ts'
import { type Markup, markupIn } from '../pieces/markup.ts'
import { textOf } from '../pieces/words.ts'
import type { PlainPiece } from '../../pandoc/characterReference.ts'
import { plainPieceAt } from '../pieces/plainPieces.ts'
import { runStart } from '../../text/characters.ts'

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

/**
 * The words with which `suffix` begins, in which U+FFFC stands for what is no prose, as Pandoc reads them.
 * In the braces of a locator nothing is set, and its words stand before the address: there emphasis that
 * belongs to the place is among its words.
 */
export function openingWords(suffix: string, inBraces = false): OpeningWords {
  const pieces: Piece[] = []
  const written = suffix.trimEnd()
  const markupAt = markupIn(written)
  let start = 0
  while (start < written.length) {
    const isStop = written.charAt(start) === noProse || citesAt(written, start)
    const markup = isStop ? undefined : markupAt(start)
    const set = inBraces && markup && emphasis(written, start, markup, textSaid(pieces))
    const piece = isStop || markup !== undefined ? set : plainPieceAt(written, start)
    if (!piece) return cut(pieces, start, inBraces)
    pieces.push({ text: piece.text, start })
    start += piece.length
  }
  return { text: textSaid(pieces), end: suffix.length }
}

/** `text` without the signs that join it to what follows: a Chinese semicolon, a Chinese comma, commas and blanks, in this order. */
function withoutJoint(text: string): string {
  let end = runStart(text, /[, ]/)
  for (const mark of '，；') if (text.charAt(end - 1) === mark) end -= 1
  return text.slice(0, end)
}

/** What parts the words from the markup at `end` belongs to that, and so does a bracket that it closes. */
function cut(pieces: readonly Piece[], end: number, inBraces: boolean): OpeningWords {
  const all = textSaid(pieces)
  const open = inBraces ? openBracket(all) : undefined
  const text = withoutJoint(all.slice(0, open))
  let length = 0
  const next = pieces.find(({ text: { length: own } }) => (length += own) > text.length)
  return { text, end: next?.start ?? end }
}

function textSaid(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** `markup` without its faces, where it belongs to the place. */
function emphasis(
  written: string,
  start: number,
  { words, end }: Markup,
  before: string,
): PlainPiece | undefined {
  const source = written.slice(start, end)
  const isWords = /^(?:[*_^"']|~(?!~))/u.test(source) && !/[\uFFFC@]|~~/u.test(source)
  const isQuoted = /^["']/u.test(source)
  if (!isWords || (!isQuoted && isBeside(before, written.slice(start)))) return undefined
  return { text: textOf(words), length: source.length }
}

/** Whether the markup that `rest` begins with is said beside the place: apart from it, and without a number. */
function isBeside(before: string, rest: string): boolean {
  const isApart = /[,;] *$|[，；]$/u.test(before) || openBracket(before) !== undefined
  return isApart && !/\d|(?<![A-Za-z\d])[IVX]+(?![A-Za-z\d])/u.test(rest.replace(/&#\w+;/gu, ''))
}

/** Where the first bracket of `text` stands that is still open. */
function openBracket(text: string): number | undefined {
  const open: number[] = []
  for (const { index, 0: bracket } of text.matchAll(/[()[\]（）]/gu)) {
    if (/[([（]/u.test(bracket)) open.push(index)
    else open.pop()
  }
  return open[0]
}

function citesAt(suffix: string, at: number): boolean {
  const sign = suffix.charAt(at)
  if (sign === '@') return !letterOrDigitBefore(suffix, at) && isKeyAt(suffix, at + 1)
  return sign === '[' && isLinkLike(suffix.slice(at))
}

function isKeyAt(suffix: string, at: number): boolean {
  return suffix.charAt(at) === '{' || keyEndAt(suffix, at) > at
}

/** Brackets that hold a citation, or that something follows which makes a link or a span of them. */
function isLinkLike(rest: string): boolean {
  const [whole, within = ''] = /^!?\[([^[\]]*)\][([{]?/u.exec(rest) ?? ['']
  return within.includes('@') || /[([{]$/u.test(whole)
}
