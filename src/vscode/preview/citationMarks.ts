import type Token from 'markdown-it/lib/token.mjs'

/** A stretch of a text that stands for something else in the preview. */
export interface Marked {
  /** In the report, in UTF-16 units. */
  readonly start: number
  /** As written. */
  readonly text: string
}

/** What stands at a place of a text, and where it ends there. */
export interface FoundMark<M extends Marked> {
  readonly mark: M
  readonly end: number
  /** Among all. */
  readonly index: number
}

/**
 * Finds citations where markdown-it reads them. It knows lines, not offsets, and takes from lines what
 * only holds blocks together; so each is looked for by its text, in order, from the line on in which the
 * text that is read begins.
 */
export class CitationMarks<M extends Marked> {
  readonly #marked: readonly M[]
  /** Of each text that is read, which are the first and the last that may stand in it. */
  readonly #within: WeakMap<object, Range>
  #range: Range = { first: 0, end: 0 }

  /** `tokens` are the blocks of `source`, whose inline text is still to be read. */
  constructor(marked: readonly M[], source: string, tokens: readonly Token[]) {
    this.#marked = marked
    this.#within = rangesOf(marked, source, tokens)
  }

  /** What is read from now on is read into `into`; a note within a text belongs to the lines of that. */
  enter(into: object): void {
    this.#range = this.#within.get(into) ?? this.#range
  }

  /** What stands at `offset` of `text`. */
  at(text: string, offset: number): FoundMark<M> | undefined {
    const { first, end } = this.#range
    for (let index = first; index < end; index += 1) {
      const mark = this.#marked[index]
      const markEnd = mark && endOf(mark.text, text, offset)
      if (mark !== undefined && markEnd !== undefined) return { mark, end: markEnd, index }
    }
    return undefined
  }

  /** Goes on behind what was found. */
  take({ index }: FoundMark<M>): void {
    this.#range.first = index + 1
  }
}

/** Of what is marked, the first that was not met yet, and where those end that may be. */
interface Range {
  first: number
  readonly end: number
}

/** Of each inline text of `tokens` what is marked in its lines; the cells of a row share theirs. */
function rangesOf(
  marked: readonly Marked[],
  source: string,
  tokens: readonly Token[],
): WeakMap<object, Range> {
  const ranges = new WeakMap<object, Range>()
  const lines = linesOf(marked, source)
  let range: Range = { first: 0, end: 0 }
  for (const { type, map, children } of tokens) {
    if (map !== null && (type === 'inline' || type === 'tr_open')) {
      range = rangeIn(map, lines, range.end)
    }
    if (children !== null) ranges.set(children, range)
  }
  return ranges
}

/** Those whose lines lie in `map`, of those from `from` on. */
function rangeIn([start, end]: [number, number], lines: readonly number[], from: number): Range {
  let first = from
  while ((lines[first] ?? Infinity) < start) first += 1
  let last = first
  while ((lines[last] ?? Infinity) < end) last += 1
  return { first, end: last }
}

/** In which line of `source` each begins, counted from 0. */
function linesOf(marked: readonly Marked[], source: string): readonly number[] {
  const lines = new LineCounter(source)
  return marked.map(({ start }) => lines.lineAt(start))
}

/** Counts lines, for offsets that grow. */
class LineCounter {
  readonly #source: string
  #line = 0
  #next: number

  constructor(source: string) {
    this.#source = source
    this.#next = lineAfter(source, 0)
  }

  lineAt(offset: number): number {
    while (this.#next <= offset) {
      this.#line += 1
      this.#next = lineAfter(this.#source, this.#next)
    }
    return this.#line
  }
}

/** Where the line after the one that holds `offset` begins; `Infinity` in the last one. */
function lineAfter(source: string, offset: number): number {
  const feed = source.indexOf('\n', offset)
  return feed === -1 ? Infinity : feed + 1
}

/**
 * Where `sought` ends in `text` if it stands at `offset`, whatever begins its later lines in the source; in a
 * cell of a table bars have lost their backslashes.
 */
function endOf(sought: string, text: string, offset: number): number | undefined {
  const inCell = sought.replaceAll('\\|', '|')
  for (const one of [sought, inCell]) if (text.startsWith(one, offset)) return offset + one.length
  const [first = '', ...others] = sought.split(/\r\n?|\n/u)
  if (others.length === 0 || !text.startsWith(first, offset)) return undefined
  let end = offset + first.length
  for (const line of others) {
    const gap = /^[ \t]*\n[ \t]*/u.exec(text.slice(end))?.[0].length ?? 0
    const words = line.replace(/^[\s>]*/u, '')
    if (gap === 0 || !text.startsWith(words, end + gap)) return undefined
    end += gap + words.length
  }
  return end
}
