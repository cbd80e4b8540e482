import { isBlank } from './characters.ts'
import { isQuoteMarker, type ListMarker } from './blockStarts.ts'
import type { LineCursor } from './lineCursor.ts'

/** A block quotation, or a list item whose content begins `width` columns further in than its parent's. */
export type Container =
  { readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number; empty: boolean }

const quote: Container = { kind: 'quote' }

/** Goes over the markers of `containers` on the line of `cursor`; returns how many of them go on. */
export function continueContainers(cursor: LineCursor, containers: readonly Container[]): number {
  let matched = 0
  for (const container of containers) {
    if (!goesOn(cursor, container)) break
    matched += 1
  }
  return matched
}

function goesOn(cursor: LineCursor, container: Container): boolean {
  if (container.kind === 'quote') {
    if (cursor.indent >= 4 || !isQuoteMarker(cursor)) return false
    takeQuoteMarker(cursor)
    return true
  }
  if (cursor.isBlank) {
    cursor.toContent()
    return !container.empty
  }
  if (cursor.indent < container.width) return false
  cursor.skipColumns(container.width)
  return true
}

/** Opens the block quotation at the content of the line (CommonMark 5.1). */
export function openQuote(cursor: LineCursor): Container {
  takeQuoteMarker(cursor)
  return quote
}

function takeQuoteMarker(cursor: LineCursor): void {
  cursor.toContent()
  cursor.to(cursor.offset + 1)
  if (isBlank(cursor.text.charCodeAt(cursor.offset))) cursor.skipColumns(1)
}

/** Opens the list item whose marker stands at the content of the line (CommonMark 5.2). */
export function openItem(cursor: LineCursor, marker: ListMarker): Container {
  const before = cursor.indent
  cursor.toContent()
  cursor.to(cursor.offset + marker.width)
  const after = cursor.isBlank || cursor.indent > 4 ? 1 : cursor.indent
  cursor.skipColumns(after)
  return { kind: 'item', width: before + marker.width + after, empty: true }
}
