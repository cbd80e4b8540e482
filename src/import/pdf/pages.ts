/** What a PDF draws: its pages in order, and what it says of itself. */
export interface PdfPages {
  readonly title?: string
  readonly author?: string
  readonly language?: string
  readonly pages: readonly PdfPage[]
}

/** One page; lengths are in points, measured from its lower left corner. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}

/** What is drawn in one go: some words on one baseline. */
export interface PdfPiece {
  readonly text: string
  readonly left: number
  readonly baseline: number
  readonly width: number
  /** The size of its letters. */
  readonly size: number
  /** A name for its font, the same wherever the font is. */
  readonly font: string
}
