import { addAll } from '../../../core/text/lists.ts'
import type { PdfPiece } from '../drawn/pages.ts'
import type { Rule, RuledCell, RuledTable } from './pageTable.ts'

/** So many rules of one length make a table: above its head, below it, and below all. */
const fewestRules = 3
/** Columns are so far apart at least, in points. */
const narrowest = 6
/** A cell of such a table holds so many characters on average at most: more is running text. */
const longestCell = 80

/**
 * The tables of a page that have rules across but none down, as books print them: their columns are
 * where nothing stands in any row between two words.
 */
export function alignedTables(
  pieces: readonly PdfPiece[],
  across: readonly Rule[],
): readonly RuledTable[] {
  const found: RuledTable[] = []
  const groups = new Map<string, Rule[]>()
  for (const rule of [...across].sort((one, other) => other.at - one.at)) {
    const extent = `${String(Math.round(rule.from / 2))} ${String(Math.round(rule.to / 2))}`
    const known = groups.get(extent)
    if (known === undefined) groups.set(extent, [rule])
    else known.push(rule)
  }
  for (const rules of groups.values()) {
    const table = rules.length < fewestRules ? undefined : tableBetween(pieces, rules)
    if (table !== undefined) found.push(table)
  }
  return found
}

function tableBetween(pieces: readonly PdfPiece[], rules: readonly Rule[]): RuledTable | undefined {
  const top = rules[0]?.at ?? 0
  const bottom = rules.at(-1)?.at ?? 0
  const { from = 0, to = 0 } = rules[0] ?? {}
  const isWithin = ({ left, baseline, isTurned }: PdfPiece): boolean =>
    isTurned === undefined && baseline < top && baseline > bottom && left > from - 2 && left < to
  const inked = pieces.filter((piece) => isWithin(piece) && piece.text.trim() !== '')
  const starts = columnStarts(inked, to)
  if (starts.length < 2) return undefined
  const rows: { readonly top: number; readonly cells: PdfPiece[][] }[] = []
  for (const { level, own } of levelsOf(inked)) {
    const cells = starts.map((start, column) =>
      own.filter(({ left }) => left > start - 1 && left < (starts[column + 1] ?? Infinity) - 1),
    )
    const above = rows.at(-1)
    // What has nothing in the first column goes on with the row above.
    if (above !== undefined && cells[0]?.length === 0) {
      for (const [column, cell] of above.cells.entries()) addAll(cell, cells[column] ?? [])
    } else rows.push({ top: level, cells })
  }
  const characters = inked.reduce((sum, { text }) => sum + text.trim().length, 0)
  if (rows.length < 2 || characters > rows.length * starts.length * longestCell) return undefined
  return {
    at: inked[0] === undefined ? 0 : pieces.indexOf(inked[0]),
    rows: rows.map(({ top: height, cells }) => ({
      top: height,
      cells: cells.map((own, column): RuledCell => ({ column, columns: 1, rows: 1, pieces: own })),
    })),
  }
}

/** The pieces on each baseline, from the top. */
function levelsOf(
  pieces: readonly PdfPiece[],
): readonly { readonly level: number; readonly own: readonly PdfPiece[] }[] {
  const levels = new Map<number, PdfPiece[]>()
  for (const piece of pieces) {
    const level = Math.round(piece.baseline)
    const known = levels.get(level)
    if (known === undefined) levels.set(level, [piece])
    else known.push(piece)
  }
  return [...levels].sort(([one], [other]) => other - one).map(([level, own]) => ({ level, own }))
}

/** Where columns begin: behind each gap that no row fills. */
function columnStarts(pieces: readonly PdfPiece[], to: number): readonly number[] {
  const sorted = [...pieces].sort((one, other) => one.left - other.left)
  const starts: number[] = []
  let end = -Infinity
  for (const { left, width } of sorted) {
    if (left - end >= narrowest) starts.push(left)
    end = Math.max(end, left + width)
  }
  return end <= to + narrowest ? starts : []
}
