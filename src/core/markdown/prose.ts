import { blockText } from './blockText.ts'
import { isInQuote } from './containers.ts'
import { type Block, type BlockKind, type BlockTable, holdsProse, scanBlocks } from './blocks.ts'
import type { Definitions } from './definitions.ts'
import { findInsets, type InlineKind } from './inlines.ts'
import { findMetadataStrings, stringToQuote, takesCitation } from './pandocBlocks/metadata.ts'
import type { OwnText } from './pandocBlocks/ownText.ts'
import { type Cells, findCells } from './pandocBlocks/tables.ts'
import { isInUnfinishedFence, isInUnfinishedFrontMatter, unfinishedKind } from './unfinished.ts'
import { movedSpan, sliceSpan, type Span } from '../text/span.ts'
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
  return readProse(source, block, definitions).mask
}

/** The prose of a block. */
export interface Prose {
  /** As {@link maskProse} gives it. */
  readonly mask: string
  /** What Pandoc reads by itself: all of it, or each string of metadata or cell of a table. */
  readonly parts: readonly ProsePart[]
}

/** A part of the prose of a block that no citation group leaves. */
export interface ProsePart {
  /** Where it begins in the mask. */
  readonly start: number
  /** Its mask, with blanks where something else stands between its lines. */
  readonly text: string
}

/** The prose of `block`. Linear in its length. */
export function readProse(source: Text, block: Block, definitions: Definitions): Prose {
  const text = blockText(source, block)
  if (block.kind === 'frontMatter') return readMetadata(text)
  const cells = block.kind === 'paragraph' ? findCells(text) : undefined
  if (cells !== undefined) return readCells(text, cells, definitions)
  const mask = holdsProse(block.kind)
    ? maskInsets(text, definitions, block.kind === 'html')
    : cover(text)
  return { mask, parts: [{ start: 0, text: mask }] }
}

/** In metadata, what is prose in the Markdown of a string. */
function readMetadata(metadata: string): Prose {
  const mask = cover(metadata).split('')
  const parts = findMetadataStrings(metadata).flatMap((string) => {
    if (!string.text.includes('@')) return []
    const { definitions } = scanBlocks(string.text)
    return showBlocks(string, definitions, mask)
  })
  return { mask: mask.join(''), parts }
}

/** A cell without any of these holds no citation, and hardly anything that is no prose. */
const marks = /[@`~<$[\\]/

function readCells(text: string, { texts, holdBlocks }: Cells, definitions: Definitions): Prose {
  const mask = text.split('')
  const parts = texts.flatMap((cell) => {
    if (!marks.test(cell.text)) return []
    if (holdBlocks) return showBlocks(cell, definitions, mask)
    return [show(maskInsets(cell.text, definitions, false), cell.offsets, mask)]
  })
  return { mask: mask.join(''), parts }
}

/** Shows in the `mask` of a block what is prose in the blocks of `own`, a part of it; returns them as parts. */
function showBlocks(own: OwnText, definitions: Definitions, mask: string[]): readonly ProsePart[] {
  return Array.from(scanBlocks(own.text)).flatMap((block) => {
    const { start, end } = block.span
    if (block.kind === 'frontMatter') return []
    const prose = maskProse(own.text, block, definitions)
    const part = show(prose, own.offsets.slice(start, end), mask)
    return holdsProse(block.kind) ? [part] : []
  })
}

/** Shows `prose`, of which each unit stands at one of `offsets` in `mask`, where line breaks stay. */
function show(prose: string, offsets: readonly number[], mask: string[]): ProsePart {
  const start = offsets[0] ?? 0
  const own = Array.from<string>({ length: (offsets.at(-1) ?? start - 1) + 1 - start }).fill(' ')
  offsets.forEach((offset, at) => {
    const character = prose.charAt(at)
    own[offset - start] = character
    if (!/[\r\n]/.test(mask[offset] ?? '')) mask[offset] = character.replace(/\s/, ' ')
  })
  return { start, text: own.join('') }
}

function maskInsets(text: string, definitions: Definitions, isHtml: boolean): string {
  let mask = ''
  let read = 0
  for (const { start, end } of findInsets(text, definitions, isHtml)) {
    mask += text.slice(read, start) + cover(text.slice(start, end))
    read = end
  }
  return mask + text.slice(read)
}

/** The raw TeX of `block`, in order. Linear in the length of the block. */
export function rawTexIn(source: Text, block: Block, definitions: Definitions): readonly Span[] {
  if (!holdsProse(block.kind) || !sliceSpan(source, block.span).includes('\\')) return []
  const text = blockText(source, block)
  return findInsets(text, definitions, block.kind === 'html')
    .filter(({ kind }) => kind === 'tex')
    .map((inset) => movedSpan(inset, block.span.start))
}

/** The comments of `block`, in order; what looks like one in code, maths or raw TeX is none. Linear in the length of the block. */
export function commentsIn(source: Text, block: Block, definitions: Definitions): readonly Span[] {
  const { kind, span } = block
  if (!holdsProse(kind) || !sliceSpan(source, span).includes('<!--')) return []
  const text = blockText(source, block)
  const cells = kind === 'paragraph' ? findCells(text)?.texts : undefined
  return (cells ?? [{ text }]).flatMap((part) =>
    findInsets(part.text, definitions, kind === 'html').flatMap(({ start, end }) => {
      const inset = part.text.slice(start, end)
      if (!inset.startsWith('<!--') || !inset.endsWith('-->')) return []
      const first = 'offsets' in part ? (part.offsets[start] ?? 0) : start
      const last = 'offsets' in part ? (part.offsets[end - 1] ?? 0) : end - 1
      return [{ start: span.start + first, end: span.start + last + 1 }]
    }),
  )
}

function cover(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, noProse) : noProse.repeat(text.length)
}

/**
 * What the place at `offset` is, for a caret before the character of that offset. Places between
 * blocks are prose. At the edge of something that is no prose the caret is outside of it. What is
 * still being typed counts as finished: `[plan](https://` is in a destination, `` `code `` in code,
 * and so are front matter and a fence whose closing line is missing, up to a blank line. A string of
 * metadata is what its Markdown is there, wherever a citation can be written without breaking the YAML.
 */
export function placeAt(source: Text, blocks: BlockTable, offset: number): PlaceKind {
  const block = blocks.around(offset)
  const isFinished = blocks.frontMatterEnd !== -1
  if (!isFinished && isInUnfinishedFrontMatter(source, offset)) return 'frontMatter'
  if (block === undefined) return placeBetweenBlocks(source, blocks, offset)
  const text = blockText(source, block)
  const at = offset - block.span.start
  if (block.kind === 'frontMatter' && at > 0) return placeInMetadata(text, at)
  if (!holdsProse(block.kind)) return placeInBlock(block.kind, block.span, offset)
  const insets = findInsets(text, blocks.definitions, block.kind === 'html')
  const inset = insets.find(({ start, end, isUnclosed }) => start < at && (at < end || isUnclosed))
  const before = text.slice(0, at)
  if (inset === undefined && isInUnfinishedFence(before)) return 'code'
  return inset?.kind ?? unfinishedKind(before, blocks.definitions) ?? 'prose'
}

/**
 * Right below the last line of a fence that nothing closes, the caret goes on with what is typed there,
 * but behind a quotation.
 */
function placeBetweenBlocks(source: Text, blocks: BlockTable, offset: number): PlaceKind {
  const lineBreak = /(?:\r\n|[\r\n])$/.exec(source.slice(Math.max(0, offset - 2), offset))
  const end = lineBreak === null ? -1 : offset - lineBreak[0].length
  const above = end === -1 ? undefined : blocks.around(end)
  if (above?.kind !== 'paragraph' || above.span.end !== end) return 'prose'
  return !isInQuote(above.container) && isInUnfinishedFence(blockText(source, above))
    ? 'code'
    : 'prose'
}

function placeInMetadata(metadata: string, at: number): PlaceKind {
  const string = findMetadataStrings(metadata).find((one) => takesCitation(metadata, one, at))
  if (string === undefined) return 'frontMatter'
  const own = string.offsets.filter((offset) => offset < at).length
  return placeAt(string.text, scanBlocks(string.text), own)
}

/**
 * The unquoted string of metadata that would begin with what replaces `replaced`, or begins with a marker
 * already: YAML reads it with quotation marks only.
 */
export function plainStringAround(
  source: Text,
  blocks: BlockTable,
  replaced: Span,
): Span | undefined {
  const block = blocks.around(replaced.start)
  if (block?.kind !== 'frontMatter') return undefined
  const { start } = block.span
  const own = stringToQuote(blockText(source, block), movedSpan(replaced, -start))
  return own && movedSpan(own, start)
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
    case 'divisionFence':
      return 'prose'
  }
}
