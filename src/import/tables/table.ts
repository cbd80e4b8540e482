/** A table of a document, whatever its format: rows from the top, each with its cells from the left. */
export interface Table {
  readonly rows: readonly TableRow[]
}

/** A row, which may be one of those that head the table. */
export interface TableRow {
  readonly isHead: boolean
  readonly cells: readonly TableCell[]
  /** The line of the document that it begins on, counted from 1. */
  readonly line: number
}

/** A cell where it begins; where it spans rows, those below have none in its place. */
export interface TableCell {
  /** The column that it begins in, counted from 0. */
  readonly column: number
  /** How many columns it spans. */
  readonly columns: number
  /** How many rows it spans. */
  readonly rows: number
  /** Its words on one line. */
  readonly text: string
}

/** All words of a table, row by row, on one line. */
export function textOfTable({ rows }: Table): string {
  return rows
    .map(textOfRow)
    .filter((text) => text !== '')
    .join(' ')
}

/** All words of a row, on one line. */
export function textOfRow({ cells }: TableRow): string {
  return cells
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ')
}
