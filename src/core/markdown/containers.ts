import {
  asterisk,
  atSign,
  caret,
  colon,
  fullStop,
  greaterThan,
  hyphen,
  isBlank,
  isDigit,
  isSpace,
  leftBracket,
  plusSign,
  rightBracket,
  rightParenthesis,
  backslash,
  skipSpaces,
} from '../text/characters.ts'
import { type LineCursor, tabStop } from './lines.ts'
import { longestLabel, normaliseLabel } from './links.ts'
import { definitionMarkerEnd, pandocMarkerEnd } from './pandocBlocks/pandocMarkers.ts'

/**
 * A block quote, a list item, the definition of a term or a footnote definition in which other blocks stand. Immutable, so that
 * it can be kept as the state of the scan at a place.
 */
export interface Container {
  readonly kind: 'quote' | 'item' | 'definition' | 'footnote'
  /** Columns by which the lines that belong to it are indented; 0 for a quote. */
  readonly width: number
  /**
   * Of a list item of CommonMark: `started` when nothing stood behind its marker, `ended` when a blank line followed
   * that, so that nothing more belongs to it (CommonMark 0.31, section 5.2), else `filled`.
   */
  readonly content: 'started' | 'ended' | 'filled'
  /** Of a footnote, normalised; empty otherwise. */
  readonly label: string
  /** The container that it stands in. */
  readonly parent: Container | undefined
}

const longestOrdinal = 9

/** `innermost` and all that it stands in. */
export function fromOutermost(innermost: Container | undefined): readonly Container[] {
  const containers: Container[] = []
  for (let at = innermost; at !== undefined; at = at.parent) containers.push(at)
  return containers.reverse()
}

/** Whether `innermost` is a block quotation or stands in one, however deep. */
export function isInQuote(innermost: Container | undefined): boolean {
  for (let at = innermost; at !== undefined; at = at.parent) {
    if (at.kind === 'quote') return true
  }
  return false
}

/**
 * Takes from a line what continues `container`. Returns what the container has become, or `undefined`
 * with nothing taken where the line does not continue it.
 */
export function continueContainer(container: Container, cursor: LineCursor): Container | undefined {
  switch (container.kind) {
    case 'quote':
      return takeQuoteMarker(cursor) ? container : undefined
    case 'item':
      return continueItem(container, cursor)
    case 'definition':
    case 'footnote':
      return takeWidth(container, cursor) ? container : undefined
  }
}

function continueItem(item: Container, cursor: LineCursor): Container | undefined {
  if (cursor.isBlank) return item.content === 'started' ? { ...item, content: 'ended' } : item
  if (item.content === 'ended' || !takeWidth(item, cursor)) return undefined
  return item.content === 'filled' ? item : { ...item, content: 'filled' }
}

function takeWidth(container: Container, cursor: LineCursor): boolean {
  if (!cursor.isBlank && cursor.indent < container.width) return false
  cursor.takeIndent(container.width)
  return true
}

function takeQuoteMarker(cursor: LineCursor): boolean {
  if (cursor.code !== greaterThan || cursor.indent >= tabStop) return false
  cursor.takeMarker(1)
  cursor.takeIndent(1)
  return true
}

/** What the text before a line allows to begin there. */
export interface Openings {
  /** Whether the line would else continue a paragraph, which not every list may interrupt. */
  readonly interrupts: boolean
  /** Whether an item that only Pandoc knows may: none interrupts text outside of lists. */
  readonly pandocItem: boolean
  /** Whether a definition may: it follows its term. */
  readonly definition: boolean
}

/** Takes the marker that opens a container at the cursor, if one does that `openings` allow. */
export function openContainer(
  text: string,
  cursor: LineCursor,
  parent: Container | undefined,
  openings: Openings,
): Container | undefined {
  if (cursor.indent >= tabStop) return undefined
  if (cursor.code === leftBracket) return openFootnote(text, cursor, parent)
  if (takeQuoteMarker(cursor)) {
    return { kind: 'quote', width: 0, content: 'filled', label: '', parent }
  }
  const length = itemMarkerLength(text, cursor, openings.interrupts)
  if (length > 0) return cursor.isThematicBreak ? undefined : openItem(cursor, parent, length)
  return openPandocItem(text, cursor, parent, openings)
}

function openPandocItem(
  text: string,
  cursor: LineCursor,
  parent: Container | undefined,
  { pandocItem, definition }: Openings,
): Container | undefined {
  const { textOffset, end } = cursor
  const itemEnd = pandocItem ? pandocMarkerEnd(text, textOffset, end) : -1
  if (itemEnd !== -1) {
    const item = openFilled('item', cursor, parent, itemEnd - textOffset)
    return isExample(text, textOffset) ? { ...item, width: tabStop } : item
  }
  const definitionEnd = definition ? definitionMarkerEnd(text, textOffset, end) : -1
  return definitionEnd === -1 ? undefined : openFilled('definition', cursor, parent, 1)
}

/** What belongs to an example is indented by one tab stop, however long its label is. */
function isExample(text: string, start: number): boolean {
  const code = text.charCodeAt(start)
  return code === atSign || text.charCodeAt(start + 1) === atSign
}

/** Pandoc lets an item go on behind a blank line, also where nothing stood behind its marker. */
function openFilled(
  kind: 'item' | 'definition',
  cursor: LineCursor,
  parent: Container | undefined,
  length: number,
): Container {
  return { ...openItem(cursor, parent, length), kind, content: 'filled' }
}

/** Takes the `length` characters of a list marker and the whitespace that belongs to it. */
function openItem(cursor: LineCursor, parent: Container | undefined, length: number): Container {
  const width = cursor.indent + length
  cursor.takeMarker(length)
  const isEmpty = cursor.isBlank
  const padding = isEmpty || cursor.indent > tabStop ? 1 : cursor.indent
  cursor.takeIndent(padding)
  const content = isEmpty ? 'started' : 'filled'
  return { kind: 'item', width: width + padding, content, label: '', parent }
}

/** The length of the list marker at the cursor, without its space; 0 where there is none. */
function itemMarkerLength(text: string, cursor: LineCursor, interrupts: boolean): number {
  const start = cursor.textOffset
  const end = isDigit(cursor.code)
    ? ordinalEnd(text, start, cursor.end, interrupts)
    : bulletEnd(cursor.code, start)
  if (end === -1 || (end < cursor.end && !isSpace(text.charCodeAt(end)))) return 0
  return interrupts && skipSpaces(text, end, cursor.end) === cursor.end ? 0 : end - start
}

function bulletEnd(code: number, start: number): number {
  return code === hyphen || code === plusSign || code === asterisk ? start + 1 : -1
}

/** Only a list that begins with 1 may interrupt a paragraph. */
function ordinalEnd(text: string, start: number, end: number, interrupts: boolean): number {
  let at = start
  while (at < end && isDigit(text.charCodeAt(at))) at += 1
  const delimiter = at < end ? text.charCodeAt(at) : NaN
  if (delimiter !== fullStop && delimiter !== rightParenthesis) return -1
  if (interrupts && text.slice(start, at) !== '1') return -1
  return at - start > longestOrdinal ? -1 : at + 1
}

/** Takes `[^label]:` and the whitespace after it (GitHub Flavored Markdown, Pandoc manual "Footnotes"). */
function openFootnote(
  text: string,
  cursor: LineCursor,
  parent: Container | undefined,
): Container | undefined {
  const end = footnoteMarkerEnd(text, cursor.textOffset, cursor.end)
  if (end === -1) return undefined
  const label = normaliseLabel(text.slice(cursor.textOffset + 2, end - 2))
  cursor.takeMarker(end - cursor.textOffset)
  cursor.takeWhitespace()
  return { kind: 'footnote', width: tabStop, content: 'filled', label, parent }
}

/** The offset behind the `]:` of a footnote definition that begins at `start`, or -1. */
function footnoteMarkerEnd(text: string, start: number, end: number): number {
  const labelEnd = footnoteLabelEnd(text, start, end)
  return labelEnd !== -1 && labelEnd < end && text.charCodeAt(labelEnd) === colon
    ? labelEnd + 1
    : -1
}

/** The offset behind the `]` of a `[^label]` that begins at `start`, or -1. */
export function footnoteLabelEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start + 1) !== caret) return -1
  const limit = Math.min(end, start + 2 + longestLabel + 1)
  for (let at = start + 2; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === rightBracket) return at > start + 2 ? at + 1 : -1
    if (code === leftBracket || isBlank(code)) return -1
    if (code === backslash && isBracketOrBackslash(text.charCodeAt(at + 1))) at += 1
  }
  return -1
}

function isBracketOrBackslash(code: number): boolean {
  return code === leftBracket || code === rightBracket || code === backslash
}
