import type { Table } from '../tables/table.ts'
import { joinedLines, type Vocabulary } from './joinLines.ts'
import type { Line, LineRow } from './lines/lines.ts'

/** The table that a line holds, its cells put together; of its rows, those in other letters than most head it. */
export function tableOf({ table, font, page }: Line, words: Vocabulary): Table | undefined {
  if (table === undefined) return undefined
  return {
    rows: table.map((row) => ({
      isHead: isHead(row, font),
      line: page,
      cells: row.cells.map(({ column, columns, rows, lines }) => ({
        ...{ column, columns, rows },
        text: joinedLines(lines, words),
      })),
    })),
  }
}

function isHead({ cells }: LineRow, font: string): boolean {
  const filled = cells.filter(({ lines }) => lines.length > 0)
  return filled.length > 1 && filled.every((cell) => cell.font !== font)
}
