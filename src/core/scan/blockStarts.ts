import {
  asterisk,
  backtick,
  closeParenthesis,
  dollar,
  equals,
  fullStop,
  greaterThan,
  hash,
  hyphen,
  isBlank,
  isDigit,
  isWhite,
  lessThan,
  plus,
  skipBlanks,
  tilde,
  underscore,
} from './characters.ts'
import type { LineCursor } from './lineCursor.ts'

/** An opened fence: a closing one has at least as many of the same marks. */
export interface Fence {
  readonly mark: number
  readonly length: number
}

/** A list marker, `width` characters wide, with what matters to interrupting a paragraph. */
export interface ListMarker {
  readonly width: number
  /** An ordered list that does not begin with 1 cannot interrupt a paragraph (CommonMark 5.3). */
  readonly canInterrupt: boolean
}

/** The number of `mark`s from `offset`. */
function runLength(text: string, offset: number, mark: number): number {
  let end = offset
  while (text.charCodeAt(end) === mark) end += 1
  return end - offset
}

function isBlankFrom({ text, end }: LineCursor, offset: number): boolean {
  return skipBlanks(text, offset) >= end
}

/** The level of the ATX heading that begins at the content of the line (CommonMark 4.2); 0 for none. */
export function atxLevel({ text, content, end }: LineCursor): number {
  const level = runLength(text, content, hash)
  const after = content + level
  return level <= 6 && (after >= end || isBlank(text.charCodeAt(after))) ? level : 0
}

/** Whether the content of the line is a setext heading's underline (CommonMark 4.3). */
export function isSetextUnderline(cursor: LineCursor): boolean {
  const mark = cursor.first
  if (mark !== equals && mark !== hyphen) return false
  return isBlankFrom(cursor, cursor.content + runLength(cursor.text, cursor.content, mark))
}

/** Whether the content of the line is a thematic break (CommonMark 4.1). */
export function isThematicBreak({ text, content, end, first: mark }: LineCursor): boolean {
  if (mark !== asterisk && mark !== hyphen && mark !== underscore) return false
  let count = 0
  for (let at = content; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === mark) count += 1
    else if (!isBlank(code)) return false
  }
  return count >= 3
}

/** The fence of code that opens at the content of the line (CommonMark 4.5). */
export function openingCodeFence({
  text,
  content,
  end,
  first: mark,
}: LineCursor): Fence | undefined {
  if (mark !== backtick && mark !== tilde) return undefined
  const length = runLength(text, content, mark)
  if (length < 3) return undefined
  const info = text.slice(content + length, end)
  return mark === backtick && info.includes('`') ? undefined : { mark, length }
}

/** The fence of display mathematics that opens at the content of the line: `$$` (micromark's math extension). */
export function openingMathFence({
  text,
  content,
  end,
  first: mark,
}: LineCursor): Fence | undefined {
  if (mark !== dollar) return undefined
  const length = runLength(text, content, mark)
  if (length < 2 || text.slice(content + length, end).includes('$')) return undefined
  return { mark, length }
}

/** Whether the content of the line closes `fence`. */
export function closesFence(cursor: LineCursor, { mark, length }: Fence): boolean {
  if (cursor.indent >= 4) return false
  const run = runLength(cursor.text, cursor.content, mark)
  return run >= length && isBlankFrom(cursor, cursor.content + run)
}

/** Whether the content of the line begins a block quotation. */
export function isQuoteMarker(cursor: LineCursor): boolean {
  return cursor.first === greaterThan
}

/** The list marker at the content of the line (CommonMark 5.2). */
export function listMarker({ text, content, first }: LineCursor): ListMarker | undefined {
  if (first === asterisk || first === plus || first === hyphen) {
    return isWhite(text.charCodeAt(content + 1)) ? { width: 1, canInterrupt: true } : undefined
  }
  if (!isDigit(first)) return undefined
  let at = content
  while (isDigit(text.charCodeAt(at)) && at - content < 9) at += 1
  const delimiter = text.charCodeAt(at)
  if (delimiter !== fullStop && delimiter !== closeParenthesis) return undefined
  if (!isWhite(text.charCodeAt(at + 1))) return undefined
  return { width: at + 1 - content, canInterrupt: Number(text.slice(content, at)) === 1 }
}

/** The seven ways to begin an HTML block, with how each ends (CommonMark 4.6). */
const htmlStarts: readonly { readonly opens: RegExp; readonly closes?: RegExp }[] = [
  {
    opens: /^<(?:script|pre|style|textarea)(?:[ \t>]|$)/iu,
    closes: /<\/(?:script|pre|style|textarea)>/iu,
  },
  { opens: /^<!--/u, closes: /-->/u },
  { opens: /^<\?/u, closes: /\?>/u },
  { opens: /^<![a-z]/iu, closes: />/u },
  { opens: /^<!\[CDATA\[/u, closes: /\]\]>/u },
  {
    opens:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t]|\/?>|$)/iu,
  },
]

/** An HTML block: what ends it, when not a blank line, and whether text between its tags is prose. */
export interface HtmlStart {
  readonly closes?: RegExp
  readonly holdsProse: boolean
  readonly canInterrupt: boolean
}

/** The HTML block that begins at the content of the line. `isTag` says whether a complete tag stands alone there. */
export function htmlStart(
  cursor: LineCursor,
  isLoneTag: (line: string) => boolean,
): HtmlStart | undefined {
  if (cursor.first !== lessThan) return undefined
  const line = cursor.text.slice(cursor.content, cursor.end)
  const start = htmlStarts.find(({ opens }) => opens.test(line))
  if (start?.closes !== undefined)
    return { closes: start.closes, holdsProse: false, canInterrupt: true }
  if (start !== undefined) return { holdsProse: true, canInterrupt: true }
  return isLoneTag(line) ? { holdsProse: true, canInterrupt: false } : undefined
}
