import type { Span } from '../../text/span.ts'
import type { SourceText } from '../source/sourceText.ts'

/**
 * The body from `start` on, cut before each line that begins with an ATX heading at its first
 * column. The first piece is what stands before the first such line, perhaps nothing. A cut may be
 * false, inside a code fence or HTML that goes on over it; who reads the pieces checks that.
 */
export function cutAtHeadings(source: SourceText, start: number): readonly Span[] {
  const cuts = source.lineStarts.filter(
    (offset) => offset > start && isHeadingLine(source.text, offset),
  )
  const starts = [start, ...cuts]
  return starts.map((from, index) => ({
    start: from,
    end: starts[index + 1] ?? source.text.length,
  }))
}

/** An ATX heading (CommonMark 0.31.2, section 4.2), but without the indentation allowed there. */
function isHeadingLine(text: string, offset: number): boolean {
  if (text[offset] !== '#') return false
  let end = offset
  while (text[end] === '#' && end - offset < 7) end += 1
  return end - offset < 7 && [' ', '\t', '\n', '\r', undefined].includes(text[end])
}

/** The number of `#` that `text` has at `offset`, at most 6. */
export function headingDepth(text: string, offset: number): number {
  let depth = 0
  while (text[offset + depth] === '#' && depth < 6) depth += 1
  return depth
}

/** A file with more headings is refused. */
export const mostHeadings = 50_000

/** Under one heading, more UTF-16 units are refused. */
export const longestPiece = 65_536

/** So many signs of Markdown may stand under one heading. */
const mostSigns = 1000

/** So many lines of `-` or `=`, which make headings of the lines above them, may stand under one heading. */
const mostUnderlines = 50

/** So many lines may stand under one heading. */
export const mostLines = 1000

/** So many markers of quotations and lists may stand at the start of a line. */
const mostMarkers = 8

/** So many blanks may stand at the start of a line. */
const mostIndentation = 32

/**
 * Why `piece` is not given to remark, whose time grows with the square of what nests or stays open
 * (20,000 list markers on one line take it minutes). A linear check, generous beyond all that the
 * format needs.
 */
export function refusalOf(piece: string): 'text.too-long' | 'text.too-deep' | undefined {
  if (piece.length > longestPiece) return 'text.too-long'
  if (countOf(piece, /[*_[\]<>`!&\\~+-]/g) > mostSigns) return 'text.too-deep'
  if (countOf(piece, /^[ >]*[-=][ \t]*$|^[ >]*(?:--|==)/gm) > mostUnderlines) return 'text.too-deep'
  const lines = piece.split(/\r\n|[\r\n]/)
  if (lines.length > mostLines) return 'text.too-long'
  return lines.some(nestsTooDeep) ? 'text.too-deep' : undefined
}

function nestsTooDeep(line: string): boolean {
  const prefix = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
  const indentation = /^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
  return indentation > mostIndentation || countOf(prefix, /[>*+-]|\d[.)]/g) > mostMarkers
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  for (const match of text.matchAll(pattern)) count += match.length
  return count
}
