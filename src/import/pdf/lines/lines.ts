import { greatestOf, leastOf } from '../../../core/text/lists.ts'
import { columnsOf, sideOf, type Columns, type Side } from './columns.ts'
import { bulletOf, DrawnBullets, type Bullet } from './bullets.ts'
import type { PdfPage, PdfPages, PdfPiece } from '../drawn/pages.ts'
import type { RuledTable } from './pageTable.ts'
import { isNoteMark, isPower, joined, mainPiece, plain, rowsOf } from './rows.ts'
import { ruledTables } from './ruledTables.ts'
import { isPageNumber } from './pageNumber.ts'

/** A printed line: pieces on one baseline, read from left to right. Lengths are in points. */
export interface Line {
  readonly text: string
  /** Of the file, counted from 1. */
  readonly page: number
  /** The column of the page that it stands in, counted from 0. */
  readonly column: number
  /** Where it begins: of an item, its bullet; in another column, as if it stood in the first. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The size that most of its letters have. */
  readonly size: number
  /** The font that most of its letters have. */
  readonly font: string
  /** Whether all of it has this font. */
  readonly isUniform: boolean
  /** The font that it ends in. */
  readonly endFont: string
  /** The words that it begins with in another font than its others. */
  readonly lead?: { readonly text: string; readonly font: string }
  /** The bullet or number that it begins with, as printed. */
  readonly bullet?: Bullet
  /** The numbers of the notes that it has marks of: raised, which are left out of its text, or in brackets. */
  readonly noteMarks: readonly string[]
  /** Whether it stands in the topmost or lowest tenth of its page, or is but its number, above or below all else. */
  readonly isAtEdge: boolean
  /** Whether it is written in another direction than most of its page. */
  readonly isTurned?: true
  /** Of a table: its cells, each with its lines. */
  readonly table?: readonly LineRow[]
}

/** A row of a table, its cells from the left. */
export interface LineRow {
  readonly cells: readonly LineCell[]
}

/** A cell of a table, where it begins. */
export interface LineCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly string[]
  readonly font: string
}

/** The mark of a note that is no raised digit. */
const bracketedMark = /\[(?:(?:foot)?note |fn\.? ?)?(\d{1,3})\]/giu

/**
 * The printed lines of all pages, in the order in which the pages draw them, column by column where
 * they have several; marks of notes are left out.
 */
export function linesOf({ pages, fonts }: Pick<PdfPages, 'pages' | 'fonts'>): readonly Line[] {
  return pages.flatMap((page, index) => new PageLines(page, index + 1, fonts).lines())
}

class PageLines {
  readonly #page: PdfPage
  readonly #number: number
  readonly #fonts: ReadonlyMap<string, string>
  readonly #bullets: DrawnBullets

  constructor(page: PdfPage, number: number, fonts: ReadonlyMap<string, string>) {
    this.#page = page
    this.#number = number
    this.#fonts = fonts
    this.#bullets = new DrawnBullets(page.shapes)
  }

  lines(): readonly Line[] {
    const { tables, rest } = ruledTables(this.#page)
    const columns = columnsOf(rest)
    const rows = rowsOf(rest, columns)
    const sides = rows.map((row) => (columns === undefined ? 'across' : sideOfRow(row, columns)))
    const lines = rows.flatMap((row, index) => this.#lineOf(row, columns, sides[index]))
    const edge = pageNumberLines(
      lines.map(({ line }) => line),
      this.#page.height,
    )
    const order = new Map(this.#page.pieces.map((piece, index) => [piece, index] as const))
    const firsts = new Map(lines.map(({ line, first }) => [line, order.get(first) ?? 0] as const))
    const ordered = inColumns(lines.map(({ line, side }) => ({ line, side })))
    const all = withTables(ordered, firsts, tables, (table) => this.#tableLine(table))
    return all.map((line) => (edge.has(line) ? { ...line, isAtEdge: true } : line))
  }

  #lineOf(
    row: readonly PdfPiece[],
    columns: Columns | undefined,
    side: Side = 'across',
  ): readonly { readonly line: Line; readonly side: Side; readonly first: PdfPiece }[] {
    const main = mainPiece(row)
    if (main === undefined) return []
    const isMark = (piece: PdfPiece, at: number): boolean =>
      isNoteMark(piece, main) && !isPower(piece, row.slice(Math.max(0, at - 2), at))
    const pieces = row.filter((piece, at) => !isMark(piece, at))
    const inked = pieces.filter((piece) => piece.text.trim() !== '')
    const first = inked[0] ?? main
    const bullet = bulletOf(inked, this.#fonts) ?? this.#bullets.before(first)
    const words = inked.slice(bullet?.pieces ?? 0)
    const isSigned = bullet?.mark === '•' && bullet.pieces === 1
    const text = plain(joined(isSigned ? pieces.slice(pieces.indexOf(first) + 1) : pieces))
    if (text === '') return []
    const column = side === 'across' ? 0 : side
    const shift = columns?.shifts[column] ?? 0
    const last = inked.at(-1) ?? main
    const lead = leadOf(words)
    const { height } = this.#page
    const line: Line = {
      text,
      page: this.#number,
      column,
      left: (bullet?.left ?? first.left) - shift,
      right: last.left + last.width - shift,
      baseline: main.baseline,
      size: main.size,
      font: main.font,
      isUniform: (isSigned ? words : inked).every(({ font }) => font === main.font),
      endFont: last.font,
      ...(lead && { lead }),
      ...(bullet && {
        bullet: { ...bullet, left: bullet.left - shift, textLeft: bullet.textLeft - shift },
      }),
      noteMarks: [
        ...row.filter(isMark).flatMap((piece) => piece.text.match(/\d+/gu) ?? []),
        ...Array.from(text.matchAll(bracketedMark), ([, number = '']) => number),
      ],
      isAtEdge:
        main.isTurned === true || main.baseline > height * 0.9 || main.baseline < height * 0.1,
      ...(main.isTurned && { isTurned: true }),
    }
    return [{ line, side, first }]
  }

  #tableLine({ rows }: RuledTable): Line {
    const table = rows.map(({ cells }) => ({
      cells: cells.map(({ column, columns, rows: height, pieces }) => ({
        ...{ column, columns, rows: height },
        lines: rowsOf(pieces, undefined).flatMap((row) =>
          this.#lineOf(row, undefined).map(({ line }) => withMark(line)),
        ),
        font: mainPiece(pieces)?.font ?? '',
      })),
    }))
    const pieces = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.pieces))
    const main = mainPiece(pieces)
    return {
      text: table.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)).join(' '),
      page: this.#number,
      column: 0,
      left: leastOf(pieces.map(({ left }) => left)),
      right: greatestOf(pieces.map(({ left, width }) => left + width)),
      baseline: rows[0]?.top ?? 0,
      size: main?.size ?? 0,
      font: main?.font ?? '',
      isUniform: false,
      endFont: '',
      noteMarks: [],
      isAtEdge: false,
      table,
    }
  }
}

/** The lines that are above or below all others, and but the number of the page. */
function pageNumberLines(lines: readonly Line[], height: number): ReadonlySet<Line> {
  let [highest, lowest] = [lines[0], lines[0]]
  for (const line of lines) {
    if (line.baseline > (highest?.baseline ?? 0)) highest = line
    if (line.baseline < (lowest?.baseline ?? 0)) lowest = line
  }
  const outer = [highest, lowest].filter((line) => line !== undefined)
  return new Set(
    outer.filter(
      ({ baseline, text }) =>
        (baseline > height * 0.8 || baseline < height * 0.2) && isPageNumber(text),
    ),
  )
}

/** The text of a line in a cell, with the bullet that is drawn before it. */
function withMark({ text, bullet }: Line): string {
  return bullet === undefined || text.startsWith(bullet.mark) ? text : `${bullet.mark} ${text}`
}

/** Places between two lines that stand across: more than a page has columns. */
const mostPlaces = 16

/** The lines column by column, between those that stand across both; else in their order. */
function inColumns(
  lines: readonly { readonly line: Line; readonly side: Side }[],
): readonly Line[] {
  const across = lines
    .filter(({ side }) => side === 'across')
    .map(({ line }) => line.baseline)
    .sort((one, other) => other - one)
  if (across.length === lines.length) return lines.map(({ line }) => line)
  const placed = lines.map(({ line, side }) => {
    const above = across.findIndex((baseline) => baseline <= line.baseline)
    const band = above === -1 ? across.length : above
    return { line, place: band + (side === 'across' ? 1 - 1 / mostPlaces : side / mostPlaces) }
  })
  return placed.sort((one, other) => one.place - other.place).map(({ line }) => line)
}

/** The lines with each table before the first that is drawn behind it. */
function withTables(
  lines: readonly Line[],
  firsts: ReadonlyMap<Line, number>,
  tables: readonly RuledTable[],
  lineOf: (table: RuledTable) => Line,
): readonly Line[] {
  if (tables.length === 0) return lines
  const all: Line[] = []
  const waiting = [...tables]
  for (const line of lines) {
    while ((waiting[0]?.at ?? Infinity) < (firsts.get(line) ?? 0)) {
      const table = waiting.shift()
      if (table !== undefined) all.push(lineOf(table))
    }
    all.push(line)
  }
  return [...all, ...waiting.map(lineOf)]
}

function sideOfRow(row: readonly PdfPiece[], columns: Columns): Side {
  const sides = new Set(
    row.filter(({ text }) => text.trim() !== '').map((piece) => sideOf(piece, columns)),
  )
  const [side = 'across', ...others] = sides
  return others.length === 0 ? side : 'across'
}

/** The words of the first font of a line that has several. */
function leadOf(pieces: readonly PdfPiece[]): Line['lead'] {
  const font = pieces[0]?.font
  const end = pieces.findIndex((piece) => piece.font !== font)
  if (font === undefined || end === -1) return undefined
  return { text: plain(joined(pieces.slice(0, end))), font }
}
