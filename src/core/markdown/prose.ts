import { blockText } from './blockText.ts'
import { type Block, type BlockKind, type BlockTable, holdsProse } from './blocks.ts'
import type { Definitions } from './definitions.ts'
import { findInsets, type InlineKind } from './inlines.ts'
import { isInUnfinishedFrontMatter, unfinishedKind } from './unfinished.ts'
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

/** What stands in a mask for a character that is no prose. */
export const noProse = '\uFFFC'

/** What the place of a caret is: prose, where a citation can stand, or why none can. */
export type PlaceKind = 'prose' | 'frontMatter' | 'definition' | InlineKind

/**
 * The text of the block at the same length as its span, so that offset i of the mask is offset
 * `span.start + i` of the report. Prefixes of containers (`> `, list markers, indentation) are spaces,
 * line breaks stay, and every other character that is no prose (code, tags, destinations, maths …) is
 * U+FFFC; the brackets and parentheses of a link stay, and so do backslashes. A block that holds no
 * prose is U+FFFC throughout. Linear in the length of the block.
 */
export function maskProse(source: Text, block: Block, definitions: Definitions): string {
  const text = blockText(source, block)
  if (!holdsProse(block.kind)) return cover(text)
  let mask = ''
  let read = 0
  for (const { start, end } of findInsets(text, definitions, block.kind === 'html')) {
    mask += text.slice(read, start) + cover(text.slice(start, end))
    read = end
  }
  return mask + text.slice(read)
}

function cover(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, noProse) : noProse.repeat(text.length)
}

/**
 * What the place at `offset` is, for a caret before the character of that offset. Places between
 * blocks are prose. At the edge of something that is no prose the caret is outside of it. What is
 * still being typed counts as finished: `[plan](https://` is in a destination, `` `code `` in code,
 * and so is front matter whose closing line is missing.
 */
export function placeAt(source: Text, blocks: BlockTable, offset: number): PlaceKind {
  const block = blocks.around(offset)
  const isFinished = blocks.frontMatterEnd !== -1
  if (!isFinished && isInUnfinishedFrontMatter(source, offset)) return 'frontMatter'
  if (block === undefined) return 'prose'
  if (!holdsProse(block.kind)) return placeInBlock(block.kind, block.span, offset)
  const text = blockText(source, block)
  const at = offset - block.span.start
  const insets = findInsets(text, blocks.definitions, block.kind === 'html')
  const inset = insets.find(({ start, end, isUnclosed }) => start < at && (at < end || isUnclosed))
  return inset?.kind ?? unfinishedKind(text.slice(0, at), blocks.definitions) ?? 'prose'
}

function placeInBlock(kind: BlockKind, span: Span, offset: number): PlaceKind {
  switch (kind) {
    case 'code':
    case 'html':
    case 'definition':
      return kind
    case 'frontMatter':
      return offset === span.start ? 'prose' : kind
    case 'paragraph':
    case 'heading':
    case 'thematicBreak':
      return 'prose'
  }
}
