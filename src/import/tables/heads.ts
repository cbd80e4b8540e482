import { readCellLabel } from './cellLabel.ts'
import { textOfRow, type Table, type TableRow } from './table.ts'

/** So many words at most head a column. */
const mostWords = 5

/** Whether a row without a label only says what the columns are: several cells of a few words each, and no sentence. */
export function isHeadRow({ cells }: TableRow): boolean {
  const filled = cells.filter(({ text }) => text !== '')
  return filled.length > 1 && filled.every(({ text }) => isShort(text))
}

function isShort(text: string): boolean {
  return (
    text.length < 60 &&
    text.split(' ').length <= mostWords &&
    !/[\d.;:。；：]/u.test(text) &&
    readCellLabel(text) === undefined
  )
}

/** The heads of several columns in one cell of another table are told by so many words. */
const fewestWords = 4

/** The most tables whose heads are remembered. */
const mostHeads = 20

/** What the first rows of `tables` have as heads, as they read on one line: where it stands within a cell, it is no word of it. */
export function headsOf(tables: readonly Table[]): readonly string[] {
  const heads = tables.flatMap(({ rows }) => rows.slice(0, 3).filter(isHeadRow).map(textOfRow))
  const long = heads.filter((text) => text.split(' ').length >= fewestWords)
  return [...new Set(long)].slice(0, mostHeads)
}
