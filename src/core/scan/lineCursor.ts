import { carriageReturn, isBlank, lineFeed, tab } from './characters.ts'

/** Columns between two tab stops (CommonMark 2.2). */
const tabStop = 4

/**
 * A place within one line of a text. Columns count from 0 and a tab reaches to the next stop; it can
 * be entered in part, as when a list marker takes one of its columns. All else is UTF-16 offsets.
 */
export class LineCursor {
  readonly text: string
  /** Offset of the next character. */
  offset = 0
  /** Column of the next character, or within the tab at `offset`. */
  column = 0
  /** Offset of the line's ending, or of the end of the text. */
  end = 0
  /** Offset of the line after this one; the length of the text after the last. */
  next = 0
  /** Offset of the first character that is no space or tab, at or after `offset`. */
  content = 0
  /** Columns of white space between the cursor and `content`. */
  indent = 0
  /** Offset of the next carriage return at or after the line's start. */
  #return = -1

  constructor(text: string) {
    this.text = text
  }

  /** Goes to the line that begins at `start`. Lines are visited in order. */
  startLine(start: number): void {
    this.offset = start
    this.column = 0
    this.#findEnd(start)
    this.#look()
  }

  get isBlank(): boolean {
    return this.content >= this.end
  }

  /** The code of the first character that is no space or tab; `NaN` on a blank line. */
  get first(): number {
    return this.isBlank ? Number.NaN : this.text.charCodeAt(this.content)
  }

  /** Goes over white space to the content. */
  toContent(): void {
    this.column += this.indent
    this.offset = this.content
    this.indent = 0
  }

  /** Goes to `offset`, between which and the cursor no tab stands. */
  to(offset: number): void {
    this.column += offset - this.offset
    this.offset = offset
    this.#look()
  }

  /** Goes over at most `columns` columns of white space. */
  skipColumns(columns: number): void {
    const goal = this.column + Math.min(columns, this.indent)
    while (this.column < goal) {
      const stop = this.column + this.#widthHere()
      if (stop <= goal) this.offset += 1
      this.column = Math.min(stop, goal)
    }
    this.#look()
  }

  #widthHere(): number {
    return this.text.charCodeAt(this.offset) === tab ? tabStop - (this.column % tabStop) : 1
  }

  #findEnd(start: number): void {
    const { text } = this
    const feed = text.indexOf('\n', start)
    this.end = feed === -1 ? text.length : feed
    this.next = feed === -1 ? text.length : feed + 1
    if (this.#return < start) this.#return = nextReturn(text, start)
    if (this.#return < this.end) {
      this.end = this.#return
      this.next = this.end + (text.charCodeAt(this.end + 1) === lineFeed ? 2 : 1)
    }
  }

  #look(): void {
    let at = this.offset
    let { column } = this
    for (; at < this.end; at += 1) {
      const code = this.text.charCodeAt(at)
      if (code === tab) column += tabStop - (column % tabStop)
      else if (isBlank(code)) column += 1
      else break
    }
    this.content = at
    this.indent = column - this.column
  }
}

function nextReturn(text: string, start: number): number {
  const found = text.indexOf(String.fromCharCode(carriageReturn), start)
  return found === -1 ? text.length : found
}
