import type { MarkupElement, MarkupNode } from '../markup/element.ts'
import { made } from './elements.ts'

/** A cell as it is met. */
export interface Cell {
  readonly content: readonly MarkupNode[]
  /** How many columns it takes. */
  readonly columns: number
  /** Whether it goes on with the one above it. */
  readonly continues?: boolean
  /** How many rows it takes, where that is said at once. */
  readonly rows?: number
}

/** No table is wider: a cell that says so has one column. */
const mostColumns = 1000

/** A table of a document of an office, written down as one of HTML. */
export class TableDraft {
  readonly #rows: MarkupElement[] = []
  /** Of each column the cell that it has in the row above. */
  readonly #above = new Map<number, Map<string, string>>()

  /** A row; `before` columns of it are empty at its beginning. */
  row(cells: readonly Cell[], before: number, isHead: boolean, line: number): void {
    const written: MarkupNode[] = []
    let column = before
    for (const { content, columns, continues, rows } of cells) {
      const width = columns >= 1 && columns <= mostColumns ? columns : 1
      const above = continues === true ? this.#above.get(column) : undefined
      if (above !== undefined) above.set('rowspan', String(Number(above.get('rowspan') ?? 1) + 1))
      else {
        const attributes = new Map<string, string>()
        if (width > 1) attributes.set('colspan', String(width))
        if (rows !== undefined && rows > 1) attributes.set('rowspan', String(rows))
        const name = isHead ? 'th' : 'td'
        written.push({ ...made(name, content, line), attributes })
        this.#above.set(column, attributes)
      }
      column += width
    }
    this.#rows.push(made('tr', written, line))
  }

  finished(line: number): MarkupElement {
    return made('table', [made('tbody', this.#rows, line)], line)
  }
}
