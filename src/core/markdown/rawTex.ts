import {
  asterisk,
  backslash,
  isLineBreak,
  leftBracket,
  leftBrace,
  percentSign,
  rightBrace,
  skipSpaces,
  widthAt,
} from '../text/characters.ts'

/** Of these Pandoc knows that they take no arguments; of a command that it does not know it takes all there are. */
const withoutArguments: ReadonlySet<string> = new Set([
  ...['end', 'and', 'bar', 'today', 'dots', 'ldots', 'newline', 'LaTeX', 'TeX', 'S', 'P'],
  ...['tiny', 'scriptsize', 'footnotesize', 'small', 'normalsize'],
  ...['large', 'Large', 'LARGE', 'huge', 'Huge'],
])

const letter = /^\p{L}/u

/**
 * Finds the raw TeX of one text, as Pandoc reads it (manual, "Extension: raw_tex"): a command with
 * arguments, `\footnote{See @key}`, and an environment from `\begin{x}` to `\end{x}`. A command without
 * any hides nothing. Linear in the text for any number of questions from left to right.
 */
export class TexScanner {
  readonly #text: string
  #braces: ReadonlyMap<number, number> | undefined
  #ends: ReadonlyMap<string, EndsAhead> | undefined
  /** From where on no bracket closes. */
  #openFrom = Infinity

  constructor(text: string) {
    this.#text = text
  }

  /** The offset behind the raw TeX that begins with the backslash at `start`; -1 where none does. */
  end(start: number): number {
    const nameEnd = this.#nameEnd(start + 1)
    if (nameEnd === start + 1) return -1
    const name = this.#text.slice(start + 1, nameEnd)
    if (name === 'begin') return this.#environmentEnd(nameEnd)
    return withoutArguments.has(name) ? -1 : this.#argumentsEnd(nameEnd)
  }

  #nameEnd(start: number): number {
    const text = this.#text
    let at = start
    while (letter.test(text.slice(at, at + 2))) at += widthAt(text, at)
    return at
  }

  /** Arguments in brackets may stand apart, those in braces behind them may not. */
  #argumentsEnd(nameEnd: number): number {
    const text = this.#text
    const isStarred = text.charCodeAt(nameEnd) === asterisk
    let end = -1
    let at = this.#afterSpace(isStarred ? nameEnd + 1 : nameEnd)
    while (text.charCodeAt(at) === leftBracket) {
      const close = this.#bracketEnd(at)
      if (close === -1) return end
      end = close
      at = this.#afterSpace(close)
    }
    for (let close = this.#braceEnd(at); close !== -1; close = this.#braceEnd(close)) end = close
    return end
  }

  #environmentEnd(nameEnd: number): number {
    const open = skipSpaces(this.#text, nameEnd, this.#text.length)
    const close = this.#braceEnd(open)
    if (close === -1) return -1
    this.#ends ??= endsIn(this.#text)
    return this.#ends.get(this.#text.slice(open + 1, close - 1))?.next(close) ?? -1
  }

  /** Behind blanks and at most one line break. */
  #afterSpace(start: number): number {
    const text = this.#text
    const at = skipSpaces(text, start, text.length)
    if (!isLineBreak(text.charCodeAt(at))) return at
    const next = text.startsWith('\r\n', at) ? at + 2 : at + 1
    const behind = skipSpaces(text, next, text.length)
    return isLineBreak(text.charCodeAt(behind)) ? at : behind
  }

  #bracketEnd(open: number): number {
    if (open >= this.#openFrom) return -1
    const close = this.#text.indexOf(']', open)
    if (close === -1) this.#openFrom = open
    return close === -1 ? -1 : close + 1
  }

  #braceEnd(open: number): number {
    if (this.#text.charCodeAt(open) !== leftBrace) return -1
    this.#braces ??= bracesIn(this.#text)
    const close = this.#braces.get(open)
    return close === undefined ? -1 : close + 1
  }
}

/** The braces that close, by those that open; neither those escaped nor those in a comment within braces. */
function bracesIn(text: string): ReadonlyMap<number, number> {
  const closes = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === leftBrace) open.push(at)
    else if (code === percentSign && open.length > 0) at = lineEnd(text, at)
    else if (code === rightBrace) closeBrace(open, at, closes)
  }
  return closes
}

function closeBrace(open: number[], at: number, closes: Map<number, number>): void {
  const start = open.pop()
  if (start !== undefined) closes.set(start, at)
}

function lineEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at += 1
  return at
}

/** Where the environments of one name end, asked for from left to right. */
class EndsAhead {
  readonly #ends: number[] = []
  #next = 0

  add(end: number): void {
    this.#ends.push(end)
  }

  /** The first end behind `from`. */
  next(from: number): number | undefined {
    while ((this.#ends[this.#next] ?? Infinity) <= from) this.#next += 1
    return this.#ends[this.#next]
  }
}

function endsIn(text: string): ReadonlyMap<string, EndsAhead> {
  const ends = new Map<string, EndsAhead>()
  for (const { 0: whole, 1: name = '', index } of text.matchAll(/\\end[ \t]*\{([^{}\n]*)\}/g)) {
    const known = ends.get(name) ?? new EndsAhead()
    known.add(index + whole.length)
    ends.set(name, known)
  }
  return ends
}
