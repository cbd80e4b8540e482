import { type Container, continueContainer, fromOutermost } from './containers.ts'
import { LineCursor, LineReader } from './lines.ts'
import type { Span } from './span.ts'

/** What is needed to tell the text of a block from the prefixes of the containers around it. */
export interface BlockPlace {
  /** The whole lines of the block. */
  readonly span: Span
  /** Where the text of its first line begins, behind the markers and the indentation of containers. */
  readonly contentStart: number
  /** The containers that it stands in, by the innermost. */
  readonly container: Container | undefined
}

/**
 * The text of a block at the same length as its span, so that offset i is `span.start + i` of the
 * report: `> `, list markers and the indentation of containers are spaces. Linear.
 */
export function blockText(source: string, place: BlockPlace): string {
  const { span, contentStart, container } = place
  if (container === undefined) return source.slice(span.start, span.end)
  const containers = fromOutermost(container)
  const lines = new LineReader(source, contentStart)
  const cursor = new LineCursor(source)
  let text = ' '.repeat(contentStart - span.start)
  if (lines.advance()) text += source.slice(contentStart, Math.min(lines.next, span.end))
  while (lines.next < span.end && lines.advance()) {
    cursor.enter(lines.start, lines.end)
    skipPrefixes(containers, cursor)
    text += ' '.repeat(cursor.offset - lines.start)
    text += source.slice(cursor.offset, Math.min(lines.next, span.end))
  }
  return text
}

/** A line that continues a paragraph may leave out the markers of its containers ("laziness"). */
function skipPrefixes(containers: readonly Container[], cursor: LineCursor): void {
  for (const container of containers) {
    if (cursor.isBlank || continueContainer(container, cursor) === undefined) return
  }
}
