import { greatestOf, leastOf } from '../../../core/text/lists.ts'
import type { PdfPiece } from '../drawn/pages.ts'

/** Where a page of two columns is parted: nothing, or little, stands between these, in points from the left. */
export interface Gutter {
  readonly left: number
  readonly right: number
  /** How much farther right the second column begins. */
  readonly shift: number
}

/** Where a row of a page of columns stands: in one, or across. */
export type Side = 'left' | 'right' | 'across'

/** So finely a page is looked at from left to right. */
const steps = 240
/** Columns have so many rows at least. */
const fewestRows = 6
/** A row that reaches so far across its column fills it. */
const filledShare = 0.75

/** What a row covers, in points from the left. */
interface Cover {
  readonly left: number
  readonly right: number
}

/**
 * The gutter between two columns of running text; `undefined` where a page has none. Most of the rows
 * of a column fill it, which those of a table or of a list do not.
 */
export function gutterOf(pieces: readonly PdfPiece[]): Gutter | undefined {
  const rows = rowsByBaseline(pieces)
  const from = leastOf(rows.flat().map(({ left }) => left))
  const to = greatestOf(rows.flat().map(({ right }) => right))
  const step = (to - from) / steps
  if (rows.length < fewestRows || !(step > 0) || step > 5) return undefined
  const covered = coverOf(rows, from, step)
  const most = rows.length * 0.2
  const band = widestBand(covered, most)
  if (band === undefined) return undefined
  const [start, end] = band
  const [left, right] = [from + start * step, from + end * step]
  if (right - left < sizeOf(pieces) * 0.7) return undefined
  const sides = {
    left: rows.flatMap((row) => within(row, from, left + step)),
    right: rows.flatMap((row) => within(row, right - step, to)),
  }
  if (!isRunning(sides.left) || !isRunning(sides.right)) return undefined
  const shift =
    leastOf(sides.right.map((row) => row.left)) - leastOf(sides.left.map((row) => row.left))
  return { left, right, shift }
}

/** On which side of the gutter `piece` stands. */
export function sideOf({ left, width }: PdfPiece, gutter: Gutter): Side {
  if (left >= gutter.right - 2) return 'right'
  return left + width <= gutter.right ? 'left' : 'across'
}

function rowsByBaseline(pieces: readonly PdfPiece[]): readonly (readonly Cover[])[] {
  const rows = new Map<number, Cover[]>()
  for (const { text, left, width, baseline, isTurned } of pieces) {
    if (text.trim() === '' || isTurned) continue
    const row = Math.round(baseline)
    const cover = { left, right: left + width }
    const known = rows.get(row)
    if (known === undefined) rows.set(row, [cover])
    else known.push(cover)
  }
  return [...rows.values()]
}

/** How many rows cover each step. */
function coverOf(
  rows: readonly (readonly Cover[])[],
  from: number,
  step: number,
): readonly number[] {
  const covered = Array.from({ length: steps }, () => 0)
  for (const row of rows) {
    const own = new Set<number>()
    for (const { left, right } of row) {
      const last = Math.min(steps - 1, Math.floor((right - from) / step))
      for (let at = Math.max(0, Math.floor((left - from) / step)); at <= last; at += 1) own.add(at)
    }
    for (const at of own) covered[at] = (covered[at] ?? 0) + 1
  }
  return covered
}

/** The widest band in the middle that at most `most` rows cover. */
function widestBand(
  covered: readonly number[],
  most: number,
): readonly [number, number] | undefined {
  let widest: readonly [number, number] | undefined
  let start: number | undefined
  for (let at = Math.floor(steps * 0.3); at <= steps * 0.7; at += 1) {
    if ((covered[at] ?? 0) <= most) {
      start ??= at
      if (widest === undefined || at + 1 - start > widest[1] - widest[0]) widest = [start, at + 1]
    } else start = undefined
  }
  return widest
}

/** What of a row stands between `from` and `to`, as one. */
function within(row: readonly Cover[], from: number, to: number): readonly Cover[] {
  const own = row.filter(({ left, right }) => left >= from - 1 && right <= to + 1)
  if (own.length === 0) return []
  return [
    {
      left: leastOf(own.map(({ left }) => left)),
      right: greatestOf(own.map(({ right }) => right)),
    },
  ]
}

/** Whether rows are those of running text: enough, and at least a third of them fill their column. */
function isRunning(rows: readonly Cover[]): boolean {
  if (rows.length < fewestRows) return false
  const left = leastOf(rows.map((row) => row.left))
  const right = greatestOf(rows.map((row) => row.right))
  const filled = rows.filter((row) => row.right - row.left >= (right - left) * filledShare)
  return filled.length * 3 >= rows.length
}

function sizeOf(pieces: readonly PdfPiece[]): number {
  const sizes = pieces.flatMap(({ text, size }) => (text.trim() === '' ? [] : size))
  return sizes.sort((one, other) => one - other)[sizes.length >> 1] ?? 0
}
