import { sliceSpan, type Span } from '../text/span.ts'
import type { Alteration, StandingWords } from './alterations.ts'
import type { QuotedWording } from './quotedWording.ts'
import { leastWeight, weightOf } from './weightyWords.ts'
import { readWording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** A piece of a quotation between two signs of omission. */
export interface QuotedPiece {
  readonly text: string
  /** The sign behind it; absent for the last piece. */
  readonly sign?: Span
}

/** More pieces of one quotation are not looked at by themselves. */
const mostPieces = 8

/** The pieces of the quotation `text`; none where no sign of omission parts it, too many do, or one is too short to say where it stands. */
export function piecesOf(
  { links }: QuotedWording,
  text: string,
  numbers: WordNumbers,
): readonly QuotedPiece[] {
  const signs = links.filter(({ sort }) => sort === 'omission').map(({ span }) => span)
  if (signs.length === 0 || signs.length >= mostPieces) return []
  const pieces = [0, ...signs.map(({ end }) => end)].map((start, at) => {
    const sign = signs[at]
    const piece = sliceSpan(text, { start, end: sign?.start ?? text.length })
    return sign === undefined ? { text: piece } : { text: piece, sign }
  })
  const isLong = (piece: QuotedPiece): boolean =>
    weightOf(readWording(piece.text, numbers), numbers) >= leastWeight
  return pieces.every(isLong) ? pieces : []
}

/** What is wrong with the signs between `pieces` that are of different provisions, by where each stands. */
export function joints(
  pieces: readonly QuotedPiece[],
  places: readonly StandingWords[],
): readonly Alteration[] {
  return pieces.flatMap(({ sign }, at): readonly Alteration[] => {
    const [before, behind] = [places[at], places[at + 1]]
    if (sign === undefined || before === undefined || behind === undefined) return []
    if (before.key === behind.key) return []
    const between = [before, behind] as const
    return [{ quoted: sign, passage: { start: 0, end: 0 }, trespass: 'provisions', between }]
  })
}
