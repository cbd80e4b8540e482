import { LineReader } from './lines.ts'
import { skipSpaces } from './characters.ts'
import type { Span } from './span.ts'

/** Where the YAML front matter of a text stands. */
export interface FrontMatterPlace {
  /** Of the lines between the fences, with their line breaks. */
  readonly content: Span
  /** The end of the closing fence, before its line break. */
  readonly end: number
}

/** So far behind the opening fence the closing one is looked for, in UTF-16 units. */
const longestFrontMatter = 200_000

/**
 * The YAML front matter that begins at `start`, if any does: from a line of three hyphens to the next
 * one of three hyphens or dots. As in Pandoc ("yaml_metadata_block") hyphens before a blank line are a
 * rule and open nothing. Unclosed, it is none.
 */
export function findFrontMatter(text: string, start: number): FrontMatterPlace | undefined {
  if (!text.startsWith('---', start)) return undefined
  const lines = new LineReader(text, start)
  if (!lines.advance() || !isFence(text, lines, '---')) return undefined
  const content = lines.next
  if (!lines.advance() || skipSpaces(text, lines.start, lines.end) === lines.end) return undefined
  do {
    if (isFence(text, lines, '---') || isFence(text, lines, '...')) {
      return { content: { start: content, end: lines.start }, end: lines.end }
    }
  } while (lines.advance() && lines.start - content < longestFrontMatter)
  return undefined
}

function isFence(text: string, line: LineReader, marks: '---' | '...'): boolean {
  return (
    text.startsWith(marks, line.start) &&
    skipSpaces(text, line.start + marks.length, line.end) === line.end
  )
}
