import { backslash, dollarSign, graveAccent, lessThan, skipRun } from '../../text/characters.ts'
import { MarkerRuns } from '../markerRuns.ts'

/** What goes on behind the end of a line, whatever the next line begins with. */
export type OpenInline = 'maths' | 'comment'

const closings: Readonly<Record<OpenInline, string>> = { maths: '$$', comment: '-->' }

/**
 * Follows display maths and comments over the lines of a paragraph: `$$` opens maths and the next one
 * closes it, whatever stands on its lines or beside it (Pandoc manual, "Extension: tex_math_dollars").
 * Linear in the text for any number of lines from its beginning to its end.
 */
export class OpenInlines {
  readonly #text: string
  /** The first `$$`, `<!--` and `-->` from the last line asked about on. */
  readonly #next: Record<'$$' | '<!--' | '-->', number> = { $$: -1, '<!--': -1, '-->': -1 }

  constructor(text: string) {
    this.#text = text
  }

  /** What is open behind the line from `start` to `end`, before which `open` is. */
  openBehind(start: number, end: number, open: OpenInline | undefined): OpenInline | undefined {
    const isTold = this.#isWithin('$$', start, end) || this.#isWithin('<!--', start, end)
    if (!isTold && !(open === 'comment' && this.#isWithin('-->', start, end))) return open
    return openAfter(this.#text.slice(start, end), open)
  }

  /** Whether a comment ends behind `offset`. */
  hasCommentEnd(offset: number): boolean {
    return this.#isWithin('-->', offset, this.#text.length)
  }

  #isWithin(mark: '$$' | '<!--' | '-->', start: number, end: number): boolean {
    if (this.#next[mark] < start) this.#next[mark] = positionOf(this.#text, mark, start)
    return this.#next[mark] < end
  }
}

function positionOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from)
  return at === -1 ? Infinity : at
}

function openAfter(line: string, before: OpenInline | undefined): OpenInline | undefined {
  const runs = new MarkerRuns(line, graveAccent)
  let open = before
  let at = 0
  while (at < line.length) {
    if (open === undefined) {
      open = openedAt(line, at)
      at = open === undefined ? behindMark(line, at, runs) : at + (open === 'maths' ? 3 : 2)
    } else {
      const close = line.indexOf(closings[open], at)
      if (close === -1) return open
      at = close + closings[open].length
      open = undefined
    }
  }
  return open
}

function openedAt(line: string, at: number): OpenInline | undefined {
  const code = line.charCodeAt(at)
  if (code === dollarSign && line.charCodeAt(at + 1) === dollarSign) return 'maths'
  return code === lessThan && line.startsWith('<!--', at) ? 'comment' : undefined
}

/** Behind what stands at `at` in prose: an escaped character, code, or any other character. */
function behindMark(line: string, at: number, runs: MarkerRuns): number {
  const code = line.charCodeAt(at)
  if (code === backslash) return at + 2
  if (code !== graveAccent) return at + 1
  const end = skipRun(line, at, line.length, graveAccent)
  const close = runs.next(end - at, end)
  return close === -1 ? end : close + end - at
}
