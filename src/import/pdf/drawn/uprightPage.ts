import type { PdfPage, PdfPiece, PdfShape } from './pages.ts'

/** Some words as a page draws them, in whatever direction. */
export interface DrawnPiece extends Omit<PdfPiece, 'isTurned'> {
  /** How often a quarter turn to the left leads from upright to it; missing where it is written aslant. */
  readonly quarters?: Quarters
}

/** A number of quarter turns. */
export type Quarters = 0 | 1 | 2 | 3

/** What a page draws, in the space of its file. */
export interface DrawnPage extends Omit<PdfPage, 'pieces'> {
  readonly pieces: readonly DrawnPiece[]
}

/** Off by no more than this, in radians, a direction is that of a quarter turn. */
const slant = 0.09

/** How often a quarter turn to the left leads from upright to what is written in the direction (`x`, `y`). */
export function quartersOf(x: number, y: number): Quarters | undefined {
  const turns = Math.atan2(y, x) / (Math.PI / 2)
  const quarters = Math.round(turns)
  if (Math.abs(turns - quarters) * (Math.PI / 2) > slant) return undefined
  return (((quarters % 4) + 4) % 4) as Quarters
}

/** The page turned so that most of its letters stand upright; what is written in another direction follows, each upright too. */
export function uprightPage(page: DrawnPage): PdfPage {
  const most = directionOf(page.pieces)
  const { width, height } = turnedSize(page, most)
  const turned = (piece: DrawnPiece, quarters: Quarters): PdfPiece => {
    const { text, width: own, size, font } = piece
    return { text, width: own, size, font, ...turnedPlace(page, piece, quarters) }
  }
  const straight = page.pieces.filter(({ quarters }) => quarters === most)
  const others = page.pieces.filter(({ quarters }) => quarters !== most)
  return {
    width,
    height,
    pieces: [
      ...straight.map((piece) => turned(piece, most)),
      ...others.map((piece) => ({
        ...turned(piece, piece.quarters ?? most),
        isTurned: true as const,
      })),
    ],
    shapes: page.shapes.map((shape) => turnedShape(page, shape, most)),
  }
}

function directionOf(pieces: readonly DrawnPiece[]): Quarters {
  const letters = [0, 0, 0, 0] as [number, number, number, number]
  for (const { quarters, text } of pieces) {
    if (quarters !== undefined) letters[quarters] += text.trim().length
  }
  return ([0, 1, 2, 3] as const).reduce<Quarters>(
    (most, quarters) => (letters[quarters] > letters[most] ? quarters : most),
    0,
  )
}

type Size = Pick<PdfPage, 'width' | 'height'>
type Place = Pick<PdfPiece, 'left' | 'baseline'>

function turnedSize({ width, height }: Size, quarters: Quarters): Size {
  return quarters % 2 === 0 ? { width, height } : { width: height, height: width }
}

/** Where a point stands when its page is turned to the right as often. */
function turnedPlace(
  { width, height }: Size,
  { left, baseline }: Place,
  quarters: Quarters,
): Place {
  switch (quarters) {
    case 0:
      return { left, baseline }
    case 1:
      return { left: baseline, baseline: width - left }
    case 2:
      return { left: width - left, baseline: height - baseline }
    case 3:
      return { left: height - baseline, baseline: left }
  }
}

function turnedShape(page: Size, shape: PdfShape, quarters: Quarters): PdfShape {
  const { left, bottom, width, height } = shape
  const one = turnedPlace(page, { left, baseline: bottom }, quarters)
  const other = turnedPlace(page, { left: left + width, baseline: bottom + height }, quarters)
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.baseline, other.baseline),
    width: Math.abs(one.left - other.left),
    height: Math.abs(one.baseline - other.baseline),
  }
}
