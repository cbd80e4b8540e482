/** What a PDF draws: its pages in order, and what it says of itself. */
export interface PdfPages {
  readonly title?: string
  readonly author?: string
  readonly language?: string
  /** What each font calls itself, by the name that pieces have for it; fonts without a name are missing. */
  readonly fonts: ReadonlyMap<string, string>
  readonly pages: readonly PdfPage[]
}

/** One page, turned so that most of it is read from left to right; lengths are in points, measured from its lower left corner. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
  readonly shapes: readonly PdfShape[]
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
  /** Whether it is written in another direction than most of its page: a stamp, a number in the margin. */
  readonly isTurned?: true
}

/** A small or thin thing that is drawn and is no letter: a dot, a square, a rule. */
export interface PdfShape {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}
