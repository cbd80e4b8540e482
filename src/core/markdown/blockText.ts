import { type Container, continueContainer, fromOutermost } from './containers.ts'
import { LineCursor } from './lines.ts'
import { LineReader } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

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
export function blockText(source: Text, { span, contentStart, container }: BlockPlace): string {
  const raw = source.slice(span.start, span.end)
  if (container === undefined) return raw
  const containers = fromOutermost(container)
  const lines = new LineReader(raw, 0)
  const cursor = new LineCursor(raw)
  let text = ''
  while (lines.advance()) {
    cursor.enter(lines.start, lines.end)
    if (lines.start > 0) skipPrefixes(containers, cursor)
    const content = lines.start > 0 ? cursor.offset : contentStart - span.start
    text += ' '.repeat(content - lines.start) + raw.slice(content, lines.next)
  }
  return text
}

/** A line that continues a paragraph may leave out the markers of its containers ("laziness"). */
function skipPrefixes(containers: readonly Container[], cursor: LineCursor): void {
  for (const container of containers) {
    if (cursor.isBlank || continueContainer(container, cursor) === undefined) return
  }
}
