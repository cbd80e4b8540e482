import type { PdfPiece } from '../drawn/pages.ts'
import { sideOf, type Columns } from './columns.ts'

/** Pieces that stand on one line, in the order in which they are drawn; across a gutter none does. */
export function rowsOf(
  pieces: readonly PdfPiece[],
  columns: Columns | undefined,
): readonly (readonly PdfPiece[])[] {
  const rows: PdfPiece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const last = row?.findLast(({ text }) => text.trim() !== '') ?? row?.[0]
    if (row !== undefined && last !== undefined && isSameRow(last, piece, columns)) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** Whether `piece` goes on where `last` stands: on its baseline, or raised beside it as a mark is. */
function isSameRow(last: PdfPiece, piece: PdfPiece, columns: Columns | undefined): boolean {
  if (piece.text.trim() === '') return true
  if (piece.isTurned !== last.isTurned) return false
  const size = Math.max(last.size, piece.size)
  const isLevel = Math.abs(last.baseline - piece.baseline) < size * 0.55
  if (!isLevel || piece.left <= last.left) return false
  if (columns === undefined) return true
  const [one, other] = [sideOf(last, columns), sideOf(piece, columns)]
  return one === 'across' || other === 'across' || one >= other
}

/** The piece whose size and font are the line's: the longest of those that are as big as any but a mark. */
export function mainPiece(row: readonly PdfPiece[]): PdfPiece | undefined {
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

/** Smaller than this share of the line's size, and raised, a piece is the mark of a note. */
const noteMarkShare = 0.8

/** Whether a piece is the raised mark of a note. */
export function isNoteMark(piece: PdfPiece, main: PdfPiece): boolean {
  return (
    piece.size > 0 &&
    piece.size < main.size * noteMarkShare &&
    piece.baseline > main.baseline + main.size * 0.1 &&
    /^[\s\d*†‡§,]+$/u.test(piece.text)
  )
}

/** Whether raised digits are a power of the ten that they touch, and no mark of a note. */
export function isPower({ text, left, size }: PdfPiece, before: readonly PdfPiece[]): boolean {
  const ten = before.findLast((piece) => piece.text.trim() !== '')
  if (ten === undefined || !/^\s*\d{1,3}\s*$/u.test(text)) return false
  return /(?<![\d.,])10$/u.test(ten.text) && left - ten.left - ten.width < size * 0.4
}

/** The texts one behind the other, with a space where a gap was left without one. */
export function joined(pieces: readonly PdfPiece[]): string {
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
export function plain(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligatures.get(ligature) ?? ligature)
    .replace(/\s+/gu, ' ')
    .trim()
}
