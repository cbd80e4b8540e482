import type { Unread } from '../../core/official/outline.ts'
import { isContents } from './contents.ts'
import { headsOf, isHeadRow } from './heads.ts'
import { knownLabels, TableLabels, type KnownLabels } from './knownLabels.ts'
import type { LabelledRow } from './labelledRow.ts'
import type { Table } from './table.ts'
import { TableWalk } from './tableWalk.ts'

/** What a table says, row by row. */
export interface TableRead {
  /** The rows that bear a label or head those below them, in order; none where nothing of it was understood. */
  readonly rows: readonly LabelledRow[]
  readonly unread: readonly Unread[]
}

/**
 * Reads the tables of one document, one after the other. What labels are is learnt from all of them: a
 * code, or a word with a number, is a label where there are two of its like at the beginning of cells.
 */
export class TableReader {
  readonly #known: KnownLabels
  readonly #heads: readonly string[]
  #open: ReadonlyMap<number, LabelledRow> = new Map()

  constructor(tables: readonly Table[]) {
    this.#known = knownLabels(tables)
    this.#heads = headsOf(tables)
  }

  /** The rows of `table`, the next of the document, which begins on `line`. */
  read(table: Table, line: number): TableRead {
    const where = `line ${String(line)}`
    if (isContents(table)) return { rows: [], unread: [{ where, what: 'a table of contents' }] }
    const labels = new TableLabels(table, this.#known)
    const { rows, unread, open } = new TableWalk(this.#withoutHeads(table), labels, this.#open)
    if (rows.length === 0) return { rows, unread: [{ where, what: 'table' }] }
    this.#open = open
    return { rows, unread }
  }

  /** `table` without heads of columns that stand within a cell. */
  #withoutHeads(table: Table): Table {
    if (this.#heads.length === 0) return table
    const without = (text: string): string =>
      this.#heads.reduce((rest, head) => rest.split(head).join('').trim(), text)
    const rows = table.rows.map((row) =>
      isHeadRow(row)
        ? row
        : { ...row, cells: row.cells.map((cell) => ({ ...cell, text: without(cell.text) })) },
    )
    return { rows }
  }
}
