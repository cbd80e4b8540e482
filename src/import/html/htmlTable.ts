import { addAll } from '../../core/text/lists.ts'
import { childElements, lineOf, type MarkupElement } from '../markup/element.ts'
import { readCellLabel } from '../tables/cellLabel.ts'
import type { Table, TableCell, TableRow } from '../tables/table.ts'

/** The most rows that one cell is believed to span (HTML, "Algorithm for processing rows"). */
const mostRows = 65_534

/** The most columns in which cells from above are told from those of a row. */
const mostColumns = 200

/**
 * Whether an element `table` is data, and not a layout that puts a page, or a part of it, side by side: a
 * layout says so, is but one cell, has headings, forms or
 * other tables in its cells, or is one row of cells with several paragraphs.
 */
export function isDataTable(table: MarkupElement): boolean {
  const role = table.attributes.get('role')
  if (role === 'presentation' || role === 'none') return false
  if (holdsAny(table, laidOut)) return false
  const rows = rowsOf(table)
  const cells = rows.map(({ row }) => cellsOf(row).length)
  if (cells.reduce((sum, count) => sum + count, 0) < 2) return false
  if (holdsAny(table, marked)) return true
  const isOneRow = rows.length === 1 && cells[0] !== undefined
  return !isOneRow || !holdsSeveral(table) || beginsWithLabel(rows[0]?.row)
}

/** Whether a cell holds several paragraphs, or a list. */
function holdsSeveral(table: MarkupElement): boolean {
  return rowsOf(table)
    .flatMap(({ row }) => cellsOf(row))
    .some((cell) => {
      const own = childElements(cell).filter(({ name }) => blocks.has(name))
      return own.length > 1 || own.some((block) => lists.has(block.name) || holdsAny(block, blocks))
    })
}

/** Whether the first cell of a row is a label and nothing else: `(a)`. */
function beginsWithLabel(row: MarkupElement | undefined): boolean {
  const first = row && lineOf(cellsOf(row)[0])
  return first !== undefined && readCellLabel(first)?.rest === ''
}

/** What stands in the cells of a layout only. */
const laidOut: ReadonlySet<string> = new Set([
  ...['table', 'h1', 'h2', 'h3', 'h4', 'form', 'nav', 'main', 'article', 'section'],
])

/** What only data has. */
const marked: ReadonlySet<string> = new Set(['th', 'thead', 'caption'])

const lists: ReadonlySet<string> = new Set(['ul', 'ol', 'dl'])

const blocks: ReadonlySet<string> = new Set(['p', 'div', 'ul', 'ol', 'dl', 'blockquote'])

/** Whether an element of one of these names stands within `element`. */
function holdsAny(element: MarkupElement, names: ReadonlySet<string>): boolean {
  return childElements(element).some((child) => names.has(child.name) || holdsAny(child, names))
}

/** The rows and cells of an element `table`, each cell in its column (HTML, "Forming a table"), with the words that `wordsOf` finds in it. Linear. */
export function readHtmlTable(
  table: MarkupElement,
  wordsOf: (cell: MarkupElement) => string,
): Table {
  /** By column, how many rows more a cell from above takes. */
  const taken: number[] = []
  return {
    rows: rowsOf(table).map(({ row, isHead }): TableRow => {
      const own = cellsOf(row)
      const cells = placed(own, taken, wordsOf)
      const areHeads = own.length > 0 && own.every(({ name }) => name === 'th')
      return { isHead: isHead || areHeads, cells, line: row.line }
    }),
  }
}

/** The cells of a row, each in the next column that none from above takes. */
function placed(
  cells: readonly MarkupElement[],
  taken: number[],
  wordsOf: (cell: MarkupElement) => string,
): readonly TableCell[] {
  const before = [...taken]
  for (const [column, rows] of before.entries()) taken[column] = Math.max(0, rows - 1)
  let next = 0
  return cells.map((cell) => {
    while ((before[next] ?? 0) > 0) next += 1
    const column = next
    const columns = spanOf(cell, 'colspan', mostColumns)
    const rows = spanOf(cell, 'rowspan', mostRows)
    next += columns
    const end = rows > 1 ? Math.min(next, mostColumns) : column
    for (let at = column; at < end; at += 1) taken[at] = rows - 1
    return { column, columns, rows, text: wordsOf(cell) }
  })
}

function spanOf(cell: MarkupElement, name: string, most: number): number {
  const span = Number(/^\d{1,6}/u.exec(cell.attributes.get(name)?.trim() ?? '')?.[0] ?? 1)
  return Math.min(Math.max(span, 1), most)
}

function rowsOf(
  table: MarkupElement,
): readonly { readonly row: MarkupElement; readonly isHead: boolean }[] {
  const rows: { readonly row: MarkupElement; readonly isHead: boolean }[] = []
  for (const child of childElements(table)) {
    if (child.name === 'tr') rows.push({ row: child, isHead: false })
    const isGroup = ['thead', 'tbody', 'tfoot'].includes(child.name)
    if (!isGroup) continue
    const isHead = child.name === 'thead'
    addAll(
      rows,
      childElements(child, 'tr').map((row) => ({ row, isHead })),
    )
  }
  return rows
}

function cellsOf(row: MarkupElement): readonly MarkupElement[] {
  return childElements(row).filter(({ name }) => name === 'td' || name === 'th')
}
