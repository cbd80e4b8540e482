/** A table of a page: the cells of its head, and those of its rows. */
export interface PageTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** All tables of `page`, in their order. */
export function tablesIn(page: string): readonly PageTable[] {
  return [...page.matchAll(/(?:^\|.*\n)+/gmu)].map(([table]) => {
    const [head = '', , ...rows] = table.trimEnd().split('\n')
    return { head: cellsOf(head), rows: rows.map(cellsOf) }
  })
}

function cellsOf(row: string): readonly string[] {
  return row
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim())
}

/** What stands between the backticks that a cell is, which hold backticks of no other kind. */
export function codeOf(cell = ''): string {
  return /^`([^`]+)`$/u.exec(cell)?.[1] ?? ''
}
