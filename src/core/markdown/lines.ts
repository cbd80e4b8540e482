import { skipSpaces, tab } from '../text/characters.ts'
import { ThematicBreaks } from './leaves.ts'

/** Columns from one tab stop to the next (CommonMark 0.31, section 2.2). */
export const tabStop = 4

/** A place within one line that counts columns, since a tab may be taken in part. */
export class LineCursor {
  readonly #text: string
  offset = 0
  column = 0
  end = 0
  /** The first character from here on that is neither space nor tab; `end` on a blank rest. */
  textOffset = 0
  textColumn = 0
  readonly #breaks = new ThematicBreaks()

  constructor(text: string) {
    this.#text = text
  }

  /** Goes to the beginning of the line from `start` to `end`. */
  enter(start: number, end: number): void {
    this.end = end
    this.#breaks.reset()
    this.#settle(start, 0)
  }

  /** Columns of whitespace ahead. */
  get indent(): number {
    return this.textColumn - this.column
  }

  /** Whether nothing but whitespace is ahead. */
  get isBlank(): boolean {
    return this.textOffset === this.end
  }

  /** The first character that is not whitespace; `NaN` on a blank rest. */
  get code(): number {
    return this.isBlank ? NaN : this.#text.charCodeAt(this.textOffset)
  }

  /** Whether what is ahead is a thematic break. */
  get isThematicBreak(): boolean {
    return this.#breaks.isAt(this.#text, this.textOffset, this.end)
  }

  /** Takes `columns` of the whitespace ahead. */
  takeIndent(columns: number): void {
    const target = Math.min(this.column + columns, this.textColumn)
    while (this.column < target) {
      const isTab = this.#text.charCodeAt(this.offset) === tab
      const next = isTab ? nextStop(this.column) : this.column + 1
      if (next > target) break
      this.column = next
      this.offset += 1
    }
    this.column = target
  }

  /** Takes all whitespace ahead. */
  takeWhitespace(): void {
    this.offset = this.textOffset
    this.column = this.textColumn
  }

  /** Takes all whitespace ahead and the `length` characters after it. */
  takeMarker(length: number): void {
    this.#settle(this.textOffset + length, this.textColumn + length)
  }

  #settle(offset: number, column: number): void {
    this.offset = offset
    this.column = column
    this.textOffset = skipSpaces(this.#text, offset, this.end)
    this.textColumn = column
    if (this.textOffset > offset) this.textColumn = this.#columnAt(this.textOffset)
  }

  #columnAt(offset: number): number {
    let column = this.column
    for (let at = this.offset; at < offset; at += 1) {
      column = this.#text.charCodeAt(at) === tab ? nextStop(column) : column + 1
    }
    return column
  }
}

function nextStop(column: number): number {
  return column + tabStop - (column % tabStop)
}
