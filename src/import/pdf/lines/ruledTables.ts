import { addAll } from '../../../core/text/lists.ts'
import { alignedTables } from './alignedTables.ts'
import type { PdfPage, PdfPiece, PdfShape } from '../drawn/pages.ts'
import type { Rule, RuledRow, RuledTable } from './pageTable.ts'

/** Rules that are no farther apart touch. */
const touch = 3
/** A page with more rules is a drawing. */
const mostRules = 2000

/** The tables of a page that rules part into cells, and the pieces that are in none. */
export function ruledTables(page: PdfPage): {
  readonly tables: readonly RuledTable[]
  readonly rest: readonly PdfPiece[]
} {
  const across = rulesOf(page.shapes, 'across')
  const down = rulesOf(page.shapes, 'down')
  if (across.length < 2 || across.length + down.length > mostRules) {
    return { tables: [], rest: page.pieces }
  }
  const inGrids = grids(across, down).flatMap((grid) => grid.filled(page.pieces) ?? [])
  const withoutGrids = without(page.pieces, inGrids)
  const aligned = down.length > 0 && inGrids.length > 0 ? [] : alignedTables(withoutGrids, across)
  const placed = aligned.map((table) => ({
    ...table,
    at: placeOf(withoutGrids[table.at], page.pieces),
  }))
  return {
    tables: [...inGrids, ...placed].sort((one, other) => one.at - other.at),
    rest: without(withoutGrids, aligned),
  }
}

function placeOf(piece: PdfPiece | undefined, pieces: readonly PdfPiece[]): number {
  return piece === undefined ? 0 : pieces.indexOf(piece)
}

/** The pieces that stand in none of `tables`. */
function without(pieces: readonly PdfPiece[], tables: readonly RuledTable[]): readonly PdfPiece[] {
  if (tables.length === 0) return pieces
  const taken = new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.pieces))),
  )
  return pieces.filter((piece) => !taken.has(piece))
}

/** The rules of one direction, each as long as it is drawn, in however many pieces. */
function rulesOf(shapes: readonly PdfShape[], way: 'across' | 'down'): readonly Rule[] {
  const drawn = shapes.flatMap(({ left, bottom, width, height }): Rule[] => {
    const [thick, long, at, from] =
      way === 'across'
        ? [height, width, bottom + height / 2, left]
        : [width, height, left + width / 2, bottom]
    return thick > touch || long < touch * 2 || long < thick * 3
      ? []
      : [{ at, from, to: from + long }]
  })
  const sorted = drawn.sort((one, other) => one.at - other.at)
  const rules: Rule[] = []
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && (sorted[end]?.at ?? 0) - (sorted[end - 1]?.at ?? 0) <= 1.5)
      end += 1
    addAll(rules, joinedRules(sorted.slice(start, end)))
    start = end
  }
  return rules
}

function joinedRules(level: readonly Rule[]): readonly Rule[] {
  const at = level.reduce((sum, rule) => sum + rule.at, 0) / level.length
  const joined: Rule[] = []
  for (const { from, to } of [...level].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last === undefined || from > last.to + touch) joined.push({ at, from, to })
    else joined[joined.length - 1] = { at, from: last.from, to: Math.max(last.to, to) }
  }
  return joined
}

/** Rules that touch one another, directly or by others. */
function grids(across: readonly Rule[], down: readonly Rule[]): readonly Grid[] {
  const left = new Set(down)
  const rest = new Set(across)
  const found: Grid[] = []
  for (const first of across) {
    if (!rest.delete(first)) continue
    const group = { across: [first], down: [] as Rule[] }
    for (let at = 0, below = 0; at < group.across.length || below < group.down.length;) {
      const rule = group.across[at]
      const other = group.down[below]
      if (rule !== undefined) {
        at += 1
        addAll(
          group.down,
          taken(left, (one) => meets(rule, one)),
        )
      } else if (other !== undefined) {
        below += 1
        addAll(
          group.across,
          taken(rest, (one) => meets(one, other)),
        )
      }
    }
    if (group.across.length > 1 && group.down.length > 1) {
      found.push(new Grid(group.across, group.down))
    }
  }
  return found
}

/** Those of `rules` that are meant, which are taken out of them. */
function taken(rules: Set<Rule>, isMeant: (rule: Rule) => boolean): readonly Rule[] {
  const meant = [...rules].filter(isMeant)
  for (const rule of meant) rules.delete(rule)
  return meant
}

function meets(across: Rule, down: Rule): boolean {
  return covers(across, down.at) && covers(down, across.at)
}

function covers({ from, to }: Rule, at: number): boolean {
  return at >= from - touch && at <= to + touch
}

/** Rules that part a place into cells. */
class Grid {
  readonly #across: readonly Rule[]
  readonly #down: readonly Rule[]
  /** Heights from the top, and places from the left. */
  readonly #heights: readonly number[]
  readonly #places: readonly number[]

  constructor(across: readonly Rule[], down: readonly Rule[]) {
    this.#across = across
    this.#down = down
    this.#heights = distinct(across.map(({ at }) => at)).reverse()
    this.#places = distinct(down.map(({ at }) => at))
  }

  /** The table with the words that stand in it; `undefined` where it is but a frame, or holds no words. */
  filled(pieces: readonly PdfPiece[]): RuledTable | undefined {
    const rows = this.#heights.length - 1
    const columns = this.#places.length - 1
    if (rows < 1 || columns < 2 || rows * columns > mostRules * 10) return undefined
    const owners = this.#cells(rows, columns)
    let at: number | undefined
    for (const [index, piece] of pieces.entries()) {
      const row =
        this.#heights.findIndex((height) => height < piece.baseline + piece.size * 0.3) - 1
      const column = this.#places.findIndex((place) => place > piece.left + 0.5) - 1
      const owner = owners[row * columns + column]
      if (row < 0 || column < 0 || owner === undefined || piece.isTurned) continue
      at ??= index
      owner.pieces.push(piece)
    }
    const table = this.#rowsOf(owners, rows, columns)
    const filled = table.flatMap(({ cells }) => cells.filter(({ pieces: own }) => own.length > 0))
    const isTable = table.some(({ cells }) => cells.length > 1) && filled.length > 1
    return at === undefined || !isTable ? undefined : { at, rows: table }
  }

  #rowsOf(owners: readonly Cell[], rows: number, columns: number): readonly RuledRow[] {
    return Array.from({ length: rows }, (_, row) => ({
      top: this.#heights[row] ?? 0,
      cells: owners.filter(
        (cell, index) => cell.row === row && index === row * columns + cell.column,
      ),
    })).filter(({ cells }) => cells.length > 0)
  }

  /** By row and column, the cell that covers it. */
  #cells(rows: number, columns: number): readonly Cell[] {
    const owners: (Cell | undefined)[] = Array.from({ length: rows * columns }, () => undefined)
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (owners[row * columns + column] !== undefined) continue
        let width = 1
        while (column + width < columns && !this.#isPartedRight(row, column + width)) width += 1
        let height = 1
        while (row + height < rows && !this.#isPartedAbove(row + height, column)) height += 1
        const cell: Cell = { row, column, columns: width, rows: height, pieces: [] }
        for (let down = row; down < row + height; down += 1) {
          owners.fill(cell, down * columns + column, down * columns + column + width)
        }
      }
    }
    return owners.filter((owner) => owner !== undefined)
  }

  #isPartedRight(row: number, column: number): boolean {
    const place = this.#places[column] ?? 0
    const middle = ((this.#heights[row] ?? 0) + (this.#heights[row + 1] ?? 0)) / 2
    return this.#down.some((rule) => Math.abs(rule.at - place) <= touch && covers(rule, middle))
  }

  #isPartedAbove(row: number, column: number): boolean {
    const height = this.#heights[row] ?? 0
    const middle = ((this.#places[column] ?? 0) + (this.#places[column + 1] ?? 0)) / 2
    return this.#across.some((rule) => Math.abs(rule.at - height) <= touch && covers(rule, middle))
  }
}

interface Cell {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly pieces: PdfPiece[]
}

/** `numbers` in order, those that touch once. */
function distinct(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted.filter((number, index) => index === 0 || number - (sorted[index - 1] ?? 0) > touch)
}
