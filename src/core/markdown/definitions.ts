import {
  atSign,
  colon,
  isLineBreak,
  lineFeed,
  carriageReturn,
  leftBracket,
  skipBlanks,
  skipSpaces,
} from '../text/characters.ts'
import type { LabelSet } from './referenceLabels.ts'
import { normaliseLabel, scanDestination, scanLabel, scanTitle } from './links.ts'

/** The labels of a report that links and notes can refer to. */
export interface Definitions {
  /** Of link reference definitions, normalised. */
  readonly links: LabelSet
  /** Of footnote definitions, normalised, without `^`. */
  readonly footnotes: LabelSet
}

/** A link reference definition at the beginning of a text. */
export interface LinkDefinition {
  /** Normalised. */
  readonly label: string
  /** The end of its last line, before the line break. */
  readonly end: number
}

/**
 * The link reference definition (CommonMark 0.31, section 4.7) that begins at `start`, which is the
 * beginning of a line or the first character of one that is not blank. A label that begins with `@`
 * defines nothing, since Pandoc reads a citation there (*tried* with Pandoc 3.10).
 */
export function scanDefinition(text: string, start: number): LinkDefinition | undefined {
  const opening = skipSpaces(text, start, text.length)
  if (text.charCodeAt(opening) !== leftBracket) return undefined
  if (text.charCodeAt(opening + 1) === atSign) return undefined
  const labelEnd = scanLabel(text, opening)
  if (labelEnd === -1 || text.charCodeAt(labelEnd) !== colon) return undefined
  const destination = skipBlanks(text, labelEnd + 1, text.length)
  const destinationEnd = scanDestination(text, destination, Infinity)
  if (destinationEnd === -1) return undefined
  const end = definitionEnd(text, destinationEnd)
  if (end === -1) return undefined
  return { label: normaliseLabel(text.slice(opening + 1, labelEnd - 1)), end }
}

/** The end of the definition's last line, whose destination ends at `destinationEnd`; -1 where more follows. */
function definitionEnd(text: string, destinationEnd: number): number {
  const title = skipBlanks(text, destinationEnd, text.length)
  const titleEnd = title > destinationEnd ? scanTitle(text, title) : -1
  if (titleEnd !== -1 && endsLine(text, titleEnd)) return skipSpaces(text, titleEnd, text.length)
  return endsLine(text, destinationEnd) ? skipSpaces(text, destinationEnd, text.length) : -1
}

function endsLine(text: string, offset: number): boolean {
  const at = skipSpaces(text, offset, text.length)
  return at === text.length || isLineBreak(text.charCodeAt(at))
}

/** The offset behind the line break at `offset`. */
export function behindLineBreak(text: string, offset: number): number {
  const isPair =
    text.charCodeAt(offset) === carriageReturn && text.charCodeAt(offset + 1) === lineFeed
  return Math.min(offset + (isPair ? 2 : 1), text.length)
}
