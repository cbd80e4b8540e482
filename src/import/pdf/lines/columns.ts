import { greatestOf, leastOf } from '../../../core/text/lists.ts'
import type { PdfPiece } from '../drawn/pages.ts'

/** Where a page of columns is parted: nothing, or little, stands between these, in points from the left. */
interface Gutter {
  readonly left: number
  readonly right: number
}

/** The columns of running text of a page. */
export interface Columns {
  /** What parts them, from the left. */
  readonly gutters: readonly Gutter[]
  /** How much farther right than the first each begins, the first as well. */
  readonly shifts: readonly number[]
}

/** Where a row of a page of columns stands: in one, counted from 0, or across. */
export type Side = number | 'across'

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
 * The columns of running text of a page; `undefined` where it has but one. Most of the rows of a column fill it,
 * which those of a table or of a list do not. More than two are as wide as one another.
 */
export function columnsOf(pieces: readonly PdfPiece[]): Columns | undefined {
  const rows = rowsByBaseline(pieces)
  const from = leastOf(rows.flat().map(({ left }) => left))
  const to = greatestOf(rows.flat().map(({ right }) => right))
  const step = (to - from) / steps
  if (rows.length < fewestRows || !(step > 0) || step > 5) return undefined
  const covered = coverOf(rows, from, step)
  const narrowest = sizeOf(pieces) * 0.7
  const bands = bandsIn(covered, rows.length * 0.2)
  const gutters = bands
    .map((band) => emptiestIn(covered, band))
    .map(([start, end]): Gutter => ({ left: from + start * step, right: from + end * step }))
    .filter(({ left, right }) => right - left >= narrowest)
  const page = { rows, from, to, step }
  if (gutters.length > 1 && gutters.length < mostColumns) {
    const columns = columnsBetween(gutters, page)
    if (columns !== undefined && areAlike(gutters, page)) return columns
  }
  const widest = widestInMiddle(bands)
  if (widest === undefined) return undefined
  const [start, end] = widest
  const gutter = { left: from + start * step, right: from + end * step }
  return gutter.right - gutter.left < narrowest ? undefined : columnsBetween([gutter], page)
}

/** More are those of a table. */
const mostColumns = 5

/** Rows, and how far they reach. */
interface Reach {
  readonly rows: readonly (readonly Cover[])[]
  readonly from: number
  readonly to: number
  readonly step: number
}

/** The columns that `gutters` part, where all are of running text. */
function columnsBetween(
  gutters: readonly Gutter[],
  { rows, from, to, step }: Reach,
): Columns | undefined {
  const columns = [...gutters.keys(), gutters.length].map((column) => {
    const start = (gutters[column - 1]?.right ?? from + step) - step
    const end = (gutters[column]?.left ?? to - step) + step
    return rows.flatMap((row) => within(row, start, end))
  })
  if (!columns.every(isRunning)) return undefined
  return { gutters, shifts: shiftsOf(columns) }
}

/**
 * How much farther right than the first each column begins. Several stand at even distances: of those by which the
 * first lines may say so, the one that fits best to where the columns end, since all of a column may be set in.
 */
function shiftsOf(columns: readonly (readonly Cover[])[]): readonly number[] {
  const starts = columns.map((column) => leastOf(column.map(({ left }) => left)))
  const ends = columns.map((column) => greatestOf(column.map(({ right }) => right)))
  const shifts = starts.map((start) => start - (starts[0] ?? 0))
  if (columns.length === 2) return shifts
  const errorOf = (distance: number): number =>
    ends.reduce((sum, end, at) => sum + Math.abs(end - (ends[0] ?? 0) - at * distance), 0)
  const distances = shifts.slice(1).map((shift, at) => shift / (at + 1))
  const best = distances.reduce((one, other) => (errorOf(other) < errorOf(one) ? other : one))
  return columns.map((_, at) => at * best)
}

/** Whether the columns are as wide as one another, but for a fifth. */
function areAlike(gutters: readonly Gutter[], { from, to }: Reach): boolean {
  const widths = [...gutters.keys(), gutters.length].map(
    (column) => (gutters[column]?.left ?? to) - (gutters[column - 1]?.right ?? from),
  )
  return leastOf(widths) >= greatestOf(widths) * 0.8
}

/** In which column `piece` stands. */
export function sideOf({ left, width }: PdfPiece, { gutters }: Columns): Side {
  const column = gutters.filter((gutter) => left >= gutter.right - 2).length
  return left + width <= (gutters[column]?.right ?? Infinity) ? column : 'across'
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

/** The bands that at most `most` rows cover, but for the margins of the page. */
function bandsIn(covered: readonly number[], most: number): readonly (readonly [number, number])[] {
  const bands: [number, number][] = []
  for (let at = Math.floor(steps * 0.15); at <= steps * 0.85; at += 1) {
    if ((covered[at] ?? 0) > most) continue
    const last = bands.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else bands.push([at, at + 1])
  }
  return bands
}

/** The widest band within another that as few rows cover as possible: what is set in from a gutter is none of it. */
function emptiestIn(
  covered: readonly number[],
  [start, end]: readonly [number, number],
): readonly [number, number] {
  const fewest = leastOf(covered.slice(start, end))
  const bands = bandsIn(covered, fewest).map(
    ([from, to]) => [Math.max(from, start), Math.min(to, end)] as const,
  )
  const widths = bands.map(([from, to]) => to - from)
  return bands[widths.indexOf(greatestOf(widths))] ?? [start, end]
}

/** The widest of `bands` as far as they reach into the middle. */
function widestInMiddle(
  bands: readonly (readonly [number, number])[],
): readonly [number, number] | undefined {
  let widest: readonly [number, number] | undefined
  for (const [start, end] of bands) {
    const own = [
      Math.max(start, Math.floor(steps * 0.3)),
      Math.min(end, Math.floor(steps * 0.7) + 1),
    ] as const
    if (own[0] < own[1] && (widest === undefined || own[1] - own[0] > widest[1] - widest[0]))
      widest = own
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
