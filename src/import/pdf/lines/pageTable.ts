import type { PdfPiece } from '../drawn/pages.ts'

/** A table that rules draw on a page, and where it stands among the pieces. */
export interface RuledTable {
  /** Of the first of its pieces, in the order of the page. */
  readonly at: number
  readonly rows: readonly RuledRow[]
}

/** A row, from the left. */
export interface RuledRow {
  readonly cells: readonly RuledCell[]
  readonly top: number
}

/** A cell where it begins. */
export interface RuledCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly pieces: readonly PdfPiece[]
}

/** A rule across, or one down, with its sides turned alike. */
export interface Rule {
  /** Where it stands: how high, or how far from the left. */
  readonly at: number
  readonly from: number
  readonly to: number
}
