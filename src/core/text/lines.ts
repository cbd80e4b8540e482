import { isLineBreak } from './characters.ts'
import { sliceSpan, type Span } from './span.ts'

/** A line of a text, without its line break. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Behind the line break. */
  readonly next: number
}

/** The line break that `source` uses first; `\n` when it has only one line. */
export function lineEndOf(source: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(source)?.[0]
  return found === '\r\n' || found === '\r' ? found : '\n'
}

/** The lines of `source` within `span`, which begins where a line does. */
export function linesWithin(source: string, span: Span): readonly Line[] {
  const base = span.start
  const reader = new LineReader(sliceSpan(source, span), 0)
  const lines: Line[] = []
  while (reader.advance()) {
    lines.push({ start: base + reader.start, end: base + reader.end, next: base + reader.next })
  }
  return lines
}

/** Where the line of `source` that `offset` stands on begins. */
export function lineStartAt(source: string, offset: number): number {
  let start = offset
  while (start > 0 && !isLineBreak(source.charCodeAt(start - 1))) start -= 1
  return start
}

/** Walks the lines of a text; a line ends at `\n`, `\r\n` or `\r` (CommonMark 0.31, section 2.1). */
export class LineReader {
  /** Where the current line begins. */
  start: number
  /** Where the current line ends, before its line break. */
  end = 0
  /** Where the next line begins; the length of the text where there is none. */
  next: number
  readonly #text: string
  /** The first line feed from the current line on; the length of the text where there is none. */
  #lineFeed = -1
  /** The first carriage return, likewise. */
  #carriageReturn = -1

  /** Reads from `offset`, where a line must begin. */
  constructor(text: string, offset: number) {
    this.#text = text
    this.start = offset
    this.next = offset
  }

  /** Another one that reads the lines behind the current one. */
  ahead(): LineReader {
    const ahead = new LineReader(this.#text, this.next)
    ahead.#lineFeed = this.#lineFeed
    ahead.#carriageReturn = this.#carriageReturn
    return ahead
  }

  /** Goes to the next line, if there is one. The text after a last line break is a line only if not empty. */
  advance(): boolean {
    const text = this.#text
    if (this.next >= text.length) return false
    this.start = this.next
    if (this.#lineFeed < this.start) this.#lineFeed = indexOrEnd(text, '\n', this.start)
    if (this.#carriageReturn < this.start) this.#carriageReturn = indexOrEnd(text, '\r', this.start)
    this.end = Math.min(this.#lineFeed, this.#carriageReturn)
    const behind = this.#lineFeed === this.end + 1 ? this.end + 2 : this.end + 1
    this.next = Math.min(behind, text.length)
    return true
  }
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from)
  return index === -1 ? text.length : index
}
