import { LineReader } from './lines.ts'
import { skipSpaces } from '../text/characters.ts'
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

/** Where the YAML front matter of a text stands. */
export interface FrontMatterPlace {
  /** Of the lines between the fences, with their line breaks. */
  readonly content: Span
  /** The end of the closing fence, before its line break. */
  readonly end: number
}

/**
 * The end of the front matter that `text` begins with, behind a byte order mark or not; -1 where there
 * is none. Reads no more than {@link longestFrontMatter} of it twice over, and mostly its first lines.
 */
export function frontMatterEnd(text: Text): number {
  const head = text.slice(0, 4096)
  const start = head.startsWith('\uFEFF') ? 1 : 0
  const end = findFrontMatter(head, start)?.end ?? -1
  if (head.length === text.length || (end !== -1 && end < head.length)) return end
  if (
    !head.startsWith('---', start) ||
    /^---[\t ]*(?:\r\n?|\n)[\t ]*[\r\n]/.test(head.slice(start))
  )
    return -1
  return findFrontMatter(text.slice(0, 2 * longestFrontMatter), start)?.end ?? -1
}

/** Whether the line `line` of `text` closes front matter. */
export function closesFrontMatter(text: string, line: LineReader): boolean {
  return isFence(text, line, '---') || isFence(text, line, '...')
}

/** So far behind the opening fence the closing one is looked for, in UTF-16 units. */
export const longestFrontMatter = 200_000

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
    if (closesFrontMatter(text, lines)) {
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
