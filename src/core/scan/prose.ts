import { blockAt, type Block, type BlockKind, type BlockTable } from './blocks.ts'
import { flatten, hide } from './flatten.ts'
import { hiddenRanges, type HiddenKind } from './hiddenRanges.ts'

/** What a place in a report is. A citation can stand in `prose` only. */
export type PlaceKind = 'prose' | 'frontMatter' | 'definition' | HiddenKind

/**
 * The text of `block` at the length of its span, in which every character that is not prose is
 * replaced: markers and indentation at the beginning of lines by spaces (a line feed stands for each
 * line ending), code, tags, destinations and mathematics by U+FFFC. Offset i of it is offset
 * `block.span.start + i` of `source`. Backslash escapes, brackets and parentheses of links stay.
 * `undefined` for a block that holds no prose at all.
 */
export function maskProse(
  source: string,
  block: Block,
  labels: BlockTable['labels'],
): string | undefined {
  if (!holdsProse(block)) return undefined
  const text = flatten(source, block.lines)
  return hide(text, hiddenRanges(text, labels))
}

/** Whether some of `block` is prose. */
export function holdsProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'html'
}

/** What the place of a caret at `offset` is. Between blocks all is prose. */
export function placeAt(source: string, table: BlockTable, offset: number): PlaceKind {
  const block = blockAt(table, offset)
  if (block === undefined) return 'prose'
  if (!holdsProse(block)) return placeIn(block.kind)
  const within = offset - block.span.start
  const hidden = hiddenRanges(flatten(source, block.lines), table.labels)
  return hidden.find(({ start, end }) => start < within && within < end)?.kind ?? 'prose'
}

function placeIn(kind: BlockKind): PlaceKind {
  switch (kind) {
    case 'paragraph':
    case 'heading':
      return 'prose'
    case 'html':
    case 'rawHtml':
      return 'html'
    case 'code':
    case 'maths':
    case 'frontMatter':
    case 'definition':
      return kind
  }
}
