import type { Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import { readCellName, type CellLabel } from './cellLabel.ts'
import { isHeadRow } from './heads.ts'
import type { TableLabels } from './knownLabels.ts'
import { endsSentence, LabelledRow, startsSmall } from './labelledRow.ts'
import { textOfRow, type Table, type TableCell, type TableRow } from './table.ts'

/** Words of a cell: behind a label, or before the first one. */
interface Piece extends TableCell {
  readonly label: CellLabel | undefined
  /** Whether it begins its cell. */
  readonly isFirst: boolean
  readonly line: number
}

/** A row without a label, until it is known what it belongs to. */
interface Waiting {
  readonly row: TableRow
  readonly cells: readonly TableCell[]
}

/** Walks a table row by row. */
export class TableWalk {
  readonly rows: LabelledRow[] = []
  readonly unread: Unread[] = []
  /** The last row of each column, which the next table may go on with. */
  readonly open: Map<number, LabelledRow>
  readonly #labels: TableLabels
  readonly #width: number
  readonly #heads = new Map<number, string>()
  #waiting: Waiting[] = []
  #group: LabelledRow | undefined
  #last: LabelledRow | undefined
  /** The column in which the last label stood alone in its cell. */
  #labelColumn: number | undefined

  constructor({ rows }: Table, labels: TableLabels, open: ReadonlyMap<number, LabelledRow>) {
    this.open = new Map(open)
    this.#labels = labels
    this.#width = widthOf(rows)
    for (const row of rows) this.#addRow(row)
    this.#settle(undefined)
  }

  #addRow(row: TableRow): void {
    const cells = row.cells.filter(({ text }) => text !== '')
    const pieces = this.#piecesOfRow(cells, row.line)
    const labelled = pieces.filter(({ label }) => label !== undefined)
    if (labelled.length > 0) {
      this.#addPieces(pieces, this.#spans(cells) && labelled.length === 1)
    } else if (this.#isHead(row, cells)) {
      for (const { column, columns, text } of cells) {
        if (columns < this.#width) this.#heads.set(column, text)
      }
    } else if (this.#isNamed(cells)) {
      const [first, ...others] = pieces
      const label = readCellName(first?.text ?? '')
      if (first !== undefined) this.#addPieces([{ ...first, label, text: '' }, ...others], false)
    } else if (cells.length > 0 && !isCaption(cells)) this.#waiting.push({ row, cells })
  }

  /** Whether a row bears a name where those above it have a number, with words of its own behind. */
  #isNamed([first, ...others]: readonly TableCell[]): boolean {
    const isInPlace = first?.column === this.#labelColumn && this.#last?.label !== undefined
    const [behind] = others
    const hasWords = behind !== undefined && !startsSmall(behind.text)
    return isInPlace && hasWords && readCellName(first?.text ?? '') !== undefined
  }

  /** Whether a row says what the columns are: it is marked so and does not go from side to side, or no row that has cells of its own came before it. */
  #isHead(row: TableRow, cells: readonly TableCell[]): boolean {
    if (row.isHead && !this.#spans(cells)) return true
    return isHeadRow(row) && (this.#last === undefined || this.#last === this.#group)
  }

  /** Cells parted at their labels; behind the first one, a number alone is one only where it goes on from it. */
  #piecesOfRow(cells: readonly TableCell[], line: number): readonly Piece[] {
    const pieces: Piece[] = []
    let first: CellLabel | undefined
    for (const cell of cells) {
      const own = this.#piecesOf(cell, line)
      const [piece] = own
      const isMore = first !== undefined && piece?.label !== undefined
      if (isMore && !goesOnFrom(first, piece.label)) pieces.push({ ...cell, ...noLabel, line })
      else addAll(pieces, own)
      first ??= own.find(({ label }) => label !== undefined)?.label
    }
    return pieces
  }

  /** A cell parted at its labels. */
  #piecesOf(cell: TableCell, line: number): readonly Piece[] {
    const { text } = cell
    const labels = this.#labels.in(text)
    const piece = (label: CellLabel | undefined, start: number, end?: number): Piece => {
      const words = text.slice(start + (label?.printed.length ?? 0), end).trim()
      return { ...cell, label, isFirst: start === 0, text: words, line }
    }
    const before = labels[0]?.at === 0 ? [] : [piece(undefined, 0, labels[0]?.at)]
    const behind = labels.map(({ label, at }, index) => piece(label, at, labels[index + 1]?.at))
    return [...before, ...behind]
  }

  #addPieces(pieces: readonly Piece[], spans: boolean): void {
    const before: Piece[] = []
    let current: LabelledRow | undefined
    for (const [index, piece] of pieces.entries()) {
      const { column, label, text } = piece
      if (label !== undefined) {
        const first = text === '' ? pieces[index + 1] : piece
        current = this.#begin(piece, before.splice(0), spans, first)
        current.add(column, text)
        this.#labelColumn = text === '' ? column : undefined
      } else if (current !== undefined) current.add(column, text)
      else if (!this.#goesOn(column, text) && !this.#goesOnAnywhere(text)) before.push(piece)
      if (current !== undefined) this.open.set(column, current)
    }
  }

  /** Begins a row whose text begins with the words of `first`. */
  #begin(
    { label, line, column, isFirst }: Piece,
    before: readonly Piece[],
    spans: boolean,
    first: Piece | undefined,
  ): LabelledRow {
    const startsWithin = label?.sort === 'code' && startsSmall(first?.text ?? '')
    const sentence = this.#settle({ spans, startsWithin })
    const heading = before.find(({ rows }) => rows > 1)
    if (heading !== undefined) this.#addHeading(heading.text, line)
    const row = new LabelledRow(label, { line, column }, this.#heads)
    const open = startsWithin ? this.#last?.takeOpenSentence(first?.column ?? column) : undefined
    row.addBefore(open ?? '')
    row.addBefore(sentence)
    for (const piece of before) {
      if (piece === heading) continue
      if (piece.column < column && isFirst) row.add(piece.column, piece.text)
      else if (startsWithin && !endsSentence(piece.text)) row.addBefore(piece.text)
    }
    if (!spans) row.group = this.#group
    else this.#group = row
    this.rows.push(row)
    this.#last = row
    return row
  }

  #addHeading(text: string, line: number): void {
    this.#group = new LabelledRow(undefined, { line, column: 0 }, this.#heads)
    this.#group.add(0, text)
    this.rows.push(this.#group)
  }

  /** Whether `text` goes on in a column where a sentence was left open. */
  #goesOn(column: number, text: string): boolean {
    const open = this.open.get(column)
    if (open === undefined || !startsSmall(text) || !open.isOpenIn(column)) return false
    open.add(column, text)
    return true
  }

  /** Whether `text` goes on with a sentence that the last row left open in another column. */
  #goesOnAnywhere(text: string): boolean {
    const column = this.#last?.openColumn
    if (column === undefined || !/^[\p{Ll}(]/u.test(text)) return false
    this.#last?.add(column, text)
    return true
  }

  /**
   * Gives the rows that wait to what they belong to, now that a row with a label follows, or none.
   * The beginning of a sentence that goes on behind the label of that row.
   */
  #settle(next: { readonly spans: boolean; readonly startsWithin: boolean } | undefined): string {
    let sentence = ''
    const waiting = this.#waiting
    this.#waiting = []
    for (const [index, { row, cells }] of waiting.entries()) {
      const [first] = cells
      if (first === undefined) continue
      const isLast = index === waiting.length - 1
      const goesOn = next?.startsWithin === true || (next !== undefined && isCutOff(first.text))
      if (isLast && goesOn && !endsSentence(first.text)) {
        sentence = first.text
        for (const cell of cells.slice(1)) this.#last?.add(cell.column, cell.text)
      } else if (this.#goesOn(first.column, first.text) || this.#goesOnAnywhere(first.text)) {
        for (const cell of cells.slice(1)) this.#last?.add(cell.column, cell.text)
      } else if (first.column > 0 && this.#last !== undefined) {
        for (const cell of cells) this.#last.add(cell.column, cell.text)
      } else if (this.#spans(cells) && isLast && next?.spans === false) {
        this.#addHeading(first.text, row.line)
      } else if (this.#spans(cells) && this.#group?.label !== undefined) {
        this.#group.addBehind(first.text)
      } else this.#leaveOut(row)
    }
    return sentence
  }

  /** Whether a row is but one cell, in a table of several columns. */
  #spans(cells: readonly TableCell[]): boolean {
    return cells.length === 1 && cells[0]?.column === 0 && this.#width > 1
  }

  #leaveOut(row: TableRow): void {
    const text = textOfRow(row)
    const excerpt = text.length > 60 ? `${text.slice(0, 60)}…` : text
    this.unread.push({ where: `line ${String(row.line)}`, what: `row of a table: ${excerpt}` })
  }
}

/** Whether `text` cannot end here. */
function isCutOff(text: string): boolean {
  return /[,(—–-]$/u.test(text)
}

/** Whether a row only says which table this is. */
function isCaption([first, ...others]: readonly TableCell[]): boolean {
  return others.length === 0 && /^(?:table|box|表)\s*\d/iu.test(first?.text ?? '')
}

const noLabel = { label: undefined, isFirst: true }

/** Whether a cell may begin with `label` in a row that bears `first`. */
function goesOnFrom(first: CellLabel | undefined, { sort, numbers }: CellLabel): boolean {
  if (sort === 'code' || sort === 'worded') return true
  const begin = first?.numbers ?? []
  return numbers.length > begin.length && begin.every((number, level) => number === numbers[level])
}

function widthOf(rows: readonly TableRow[]): number {
  let width = 0
  for (const { cells } of rows) {
    for (const { column, columns } of cells) width = Math.max(width, column + columns)
  }
  return width
}
