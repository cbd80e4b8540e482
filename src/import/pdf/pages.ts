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

/** Why nothing could be read of a PDF. */
export type PdfRefusal =
  | 'encrypted'
  | 'malformed'
  | 'too large'
  | 'too many pages'
  | 'too much text'
  | 'too slow'
  | 'failed'

/** Thrown where a PDF cannot be read; `reason` says why, `message` what was said of it. */
export class PdfError extends Error {
  readonly reason: PdfRefusal

  constructor(reason: PdfRefusal, message: string) {
    super(message)
    this.name = 'PdfError'
    this.reason = reason
  }
}

/** What the process that reads a PDF is given at most, and may take at most. */
export const pdfLimits = {
  /** Of the file, in bytes. */
  bytes: 100_000_000,
  pages: 5_000,
  /** Of all pages, in UTF-16 units. */
  characters: 20_000_000,
  /** Of all the time, in milliseconds. */
  time: 30_000,
  /** Of the heap, in megabytes. */
  memory: 512,
} as const
