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
import { verbatimEnvironments } from './pandocBlocks/environments.ts'

/** Of these Pandoc knows that they take no arguments; of a command that it does not know it takes all there are. */
const withoutArguments: ReadonlySet<string> = new Set([
  ...['end', 'and', 'bar', 'today', 'dots', 'ldots', 'newline', 'LaTeX', 'TeX', 'S', 'P'],
  ...['tiny', 'scriptsize', 'footnotesize', 'small', 'normalsize'],
  ...['large', 'Large', 'LARGE', 'huge', 'Huge'],
])

/** What stands in these Pandoc parses: none is raw TeX where a brace in it closes what nothing opened. */
const parsedEnvironments: ReadonlySet<string> = new Set([
  ...['quote', 'quotation', 'verse', 'abstract', 'proof', 'center', 'minipage'],
  ...['figure', 'figure*', 'table', 'letter', 'document', 'obeylines'],
])

const letter = /^\p{L}/u

/**
 * Finds the raw TeX of one text, as Pandoc reads it (manual, "Extension: raw_tex"): a command with
 * arguments, `\footnote{See @key}`, and an environment from `\begin{x}` to `\end{x}`. A command without
 * any hides nothing. Linear in the text for any number of questions from left to right.
 */
export class TexScanner {
  readonly #text: string
  #braces: Braces | undefined
  #environments: ReadonlyMap<string, Environments> | undefined
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
    this.#environments ??= environmentsIn(this.#text)
    const name = this.#text.slice(open + 1, close - 1)
    const end = this.#environments.get(name)?.end(close) ?? -1
    return parsedEnvironments.has(name) && this.#bracesOfText.strays.isBetween(close, end)
      ? -1
      : end
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
    const close = this.#bracesOfText.closes.get(open)
    return close === undefined ? -1 : close + 1
  }

  get #bracesOfText(): Braces {
    this.#braces ??= bracesIn(this.#text)
    return this.#braces
  }
}

/** The braces of a text, but for those escaped and those in a comment within braces of TeX. */
interface Braces {
  /** Those that close, by those that open. */
  readonly closes: ReadonlyMap<number, number>
  readonly strays: StrayBraces
}

function bracesIn(text: string): Braces {
  const closes = new Map<number, number>()
  const strays = new StrayBraces()
  const open: number[] = []
  const firstCommand = text.search(/\\\p{L}/u)
  let percent = -1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === leftBrace) open.push(at)
    else if (code === percentSign && (open.at(-1) ?? -1) > firstCommand) at = lineEnd(text, at)
    else if (code === percentSign) percent = at
    else if (isLineBreak(code)) percent = -1
    else if (code === rightBrace) {
      const start = open.pop()
      if (start === undefined) strays.add(at, percent)
      else closes.set(start, at)
    }
  }
  return { closes, strays }
}

function lineEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at += 1
  return at
}

/** Braces that close what nothing opened, asked for from left to right. */
class StrayBraces {
  readonly #strays: { readonly at: number; readonly percent: number }[] = []
  #next = 0

  /** Adds the one at `at`, before which on its line the last percent sign stands at `percent`. */
  add(at: number, percent: number): void {
    this.#strays.push({ at, percent })
  }

  /** Whether the first one from `start` on stands between it and `end`, in no comment that begins there. */
  isBetween(start: number, end: number): boolean {
    while ((this.#strays[this.#next]?.at ?? Infinity) < start) this.#next += 1
    const { at, percent } = this.#strays[this.#next] ?? { at: Infinity, percent: -1 }
    return at > start && at < end && percent < start
  }
}

/** The environments of one name, asked for from left to right. */
class Environments {
  readonly #open: number[] = []
  readonly #endsByBegin = new Map<number, number>()
  readonly #ends: number[] = []
  readonly #canNest: boolean
  #next = 0

  constructor(name: string) {
    this.#canNest = !verbatimEnvironments.has(name)
  }

  /** Adds one that begins before `at`; a comment that begins at `percent` may hide it. */
  begin(at: number, percent: number): void {
    const isPossible = this.#canNest || this.#open.length === 0
    if (isPossible && !this.#isHidden(percent)) this.#open.push(at)
  }

  /** Adds an end before `at`, of the last one that is open. */
  close(at: number, percent: number): void {
    if (this.#isHidden(percent)) return
    const begin = this.#open.pop()
    if (begin !== undefined) this.#endsByBegin.set(begin, at)
    this.#ends.push(at)
  }

  /** The end of the one that begins before `from`; where too few end for all to, the first behind it. */
  end(from: number): number | undefined {
    while ((this.#ends[this.#next] ?? Infinity) <= from) this.#next += 1
    return this.#endsByBegin.get(from) ?? this.#ends[this.#next]
  }

  /** A percent sign begins a comment within an environment alone. */
  #isHidden(percent: number): boolean {
    return percent >= (this.#open.at(-1) ?? Infinity)
  }
}

const tokensOfEnvironments = /\\(begin|end)[ \t]*\{([^{}\n]*)\}|\\[^\n\r]|[%\n\r]/g

function environmentsIn(text: string): ReadonlyMap<string, Environments> {
  const environments = new Map<string, Environments>()
  let percent = -1
  for (const { 0: token, 1: command, 2: name = '', index } of text.matchAll(tokensOfEnvironments)) {
    if (token === '%') percent = index
    else if (token === '\n' || token === '\r') percent = -1
    if (command === undefined) continue
    const known = environments.get(name) ?? new Environments(name)
    environments.set(name, known)
    if (command === 'end') known.close(index + token.length, percent)
    else known.begin(index + token.length, percent)
  }
  return environments
}
