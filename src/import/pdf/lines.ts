import type { PdfPage, PdfPiece } from './pages.ts'

/** A printed line: pieces on one baseline, read from left to right. Lengths are in points. */
export interface Line {
  readonly text: string
  /** Of the file, counted from 1. */
  readonly page: number
  readonly left: number
  readonly baseline: number
  /** The size that most of its letters have. */
  readonly size: number
  /** The font that most of its letters have. */
  readonly font: string
  /** Whether all of it has this font. */
  readonly isUniform: boolean
  /** The bullet or number that it begins with, as printed. */
  readonly bullet?: Bullet
  /** Whether it stands in the topmost or lowest tenth of its page. */
  readonly isAtEdge: boolean
}

/** What an item begins with. */
export interface Bullet {
  /** As printed: `•`, `1.`, `(a)`. */
  readonly mark: string
  /** Where the text behind it begins. */
  readonly textLeft: number
  /** Whether it was drawn apart from its text, as a word processor does. */
  readonly isApart: boolean
}

/** Smaller than this share of the line's size, and raised, a piece is the mark of a note. */
const noteMarkShare = 0.8

/** The printed lines of all pages, in the order in which the pages draw them; marks of notes are left out. */
export function linesOf(pages: readonly PdfPage[]): readonly Line[] {
  return pages.flatMap((page, index) => rowsOf(page).flatMap((row) => lineOf(row, page, index + 1)))
}

function rowsOf({ pieces }: PdfPage): readonly (readonly PdfPiece[])[] {
  const rows: PdfPiece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const last = row?.findLast(({ text }) => text.trim() !== '') ?? row?.[0]
    if (row !== undefined && last !== undefined && isSameRow(last, piece)) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** Whether `piece` goes on where `last` stands: on its baseline, or raised beside it as a mark is. */
function isSameRow(last: PdfPiece, piece: PdfPiece): boolean {
  if (piece.text.trim() === '') return true
  const size = Math.max(last.size, piece.size)
  const isLevel = Math.abs(last.baseline - piece.baseline) < size * 0.55
  return isLevel && piece.left > last.left
}

function lineOf(row: readonly PdfPiece[], page: PdfPage, number: number): readonly Line[] {
  const main = mainPiece(row)
  if (main === undefined) return []
  const pieces = row.filter(
    (piece, at) => !isNoteMark(piece, main) || isPower(piece, row.slice(Math.max(0, at - 2), at)),
  )
  const text = plain(joined(pieces))
  if (text === '') return []
  const inked = pieces.filter((piece) => piece.text.trim() !== '')
  const first = inked[0] ?? main
  const bullet = bulletOf(inked)
  return [
    {
      text,
      page: number,
      left: first.left,
      baseline: main.baseline,
      size: main.size,
      font: main.font,
      isUniform: inked.every(({ font }) => font === main.font),
      ...(bullet && { bullet }),
      isAtEdge: main.baseline > page.height * 0.9 || main.baseline < page.height * 0.1,
    },
  ]
}

/** The piece whose size and font are the line's: the longest of those that are as big as any but a mark. */
function mainPiece(row: readonly PdfPiece[]): PdfPiece | undefined {
  let main: PdfPiece | undefined
  for (const piece of row) {
    if (piece.text.trim() === '' || piece.size === 0) continue
    if (main === undefined || weight(piece) > weight(main)) main = piece
  }
  return main
}

function weight({ text, size }: PdfPiece): number {
  return text.trim().length * size * size
}

function isNoteMark(piece: PdfPiece, main: PdfPiece): boolean {
  return (
    piece.size > 0 &&
    piece.size < main.size * noteMarkShare &&
    piece.baseline > main.baseline + main.size * 0.1 &&
    /^[\s\d*†‡§,]+$/u.test(piece.text)
  )
}

/** Whether raised digits are a power of the ten that they touch, and no mark of a note. */
function isPower({ text, left, size }: PdfPiece, before: readonly PdfPiece[]): boolean {
  const ten = before.findLast((piece) => piece.text.trim() !== '')
  if (ten === undefined || !/^\s*\d{1,3}\s*$/u.test(text)) return false
  return /(?<![\d.,])10$/u.test(ten.text) && left - ten.left - ten.width < size * 0.4
}

/** The texts one behind the other, with a space where a gap was left without one. */
function joined(pieces: readonly PdfPiece[]): string {
  let text = ''
  let end: number | undefined
  for (const piece of pieces) {
    const gap = end === undefined ? 0 : piece.left - end
    const isApart = gap > Math.max(piece.size, 1) * 0.25 && !/\s$/.test(text)
    text += isApart && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text
    if (piece.text.trim() !== '') end = piece.left + piece.width
  }
  return text
}

const ligatures: ReadonlyMap<string, string> = new Map([
  ['\uFB00', 'ff'],
  ['\uFB01', 'fi'],
  ['\uFB02', 'fl'],
  ['\uFB03', 'ffi'],
  ['\uFB04', 'ffl'],
  ['\uFB05', 'st'],
  ['\uFB06', 'st'],
])

/** `text` with ligatures taken apart and every run of white space one space. */
function plain(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures.get(ligature) ?? ligature)
    .replace(/\s+/gu, ' ')
    .trim()
}

const mark = /^(?:[•◦▪‣●○■□◆–—*·]|\d{1,3}[.)、]|\([a-z\d]{1,4}\)|[a-z][.)])(?=\s|$)/u

function bulletOf([first, second]: readonly PdfPiece[]): Bullet | undefined {
  if (first === undefined) return undefined
  const drawn = first.text.trim()
  const found = mark.exec(drawn)?.[0]
  if (found === undefined) return undefined
  const isApart = drawn === found && second !== undefined
  return { mark: found, textLeft: isApart ? second.left : first.left, isApart }
}
