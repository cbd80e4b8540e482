import { backslash, dollarSign, graveAccent, skipRun } from '../text/characters.ts'
import { MarkerRuns } from './markerRuns.ts'

/**
 * Follows display maths over the lines of a paragraph: `$$` opens it and the next one closes it,
 * whatever stands on its lines or beside it, but a blank line (Pandoc, "Extension: tex_math_dollars").
 * Linear in the text for any number of lines from its beginning to its end.
 */
export class DisplayMaths {
  readonly #text: string
  /** The first `$$` from the last line asked about on. */
  #next = -1

  constructor(text: string) {
    this.#text = text
  }

  /** Whether maths is open behind the line from `start` to `end`, where it is or not before it. */
  isOpenBehind(start: number, end: number, isOpen: boolean): boolean {
    if (this.#next < start) this.#next = positionOf(this.#text, '$$', start)
    if (this.#next >= end) return isOpen
    return isOpenAfter(this.#text.slice(start, end), isOpen)
  }
}

function positionOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from)
  return at === -1 ? Infinity : at
}

function isOpenAfter(line: string, wasOpen: boolean): boolean {
  const runs = new MarkerRuns(line, graveAccent)
  let isOpen = wasOpen
  let at = 0
  while (at < line.length) {
    const close = isOpen ? line.indexOf('$$', at) : -1
    if (isOpen && close === -1) return true
    if (isOpen) isOpen = false
    else if (line.startsWith('$$', at)) isOpen = true
    at = isOpen || close === -1 ? behindMark(line, at, runs) : close + 2
  }
  return isOpen
}

/** Behind what stands at `at` in prose: two dollars, an escaped character, code, or any other character. */
function behindMark(line: string, at: number, runs: MarkerRuns): number {
  const code = line.charCodeAt(at)
  if (code === dollarSign && line.charCodeAt(at + 1) === dollarSign) return at + 3
  if (code === backslash) return at + 2
  if (code !== graveAccent) return at + 1
  const end = skipRun(line, at, line.length, graveAccent)
  const close = runs.next(end - at, end)
  return close === -1 ? end : close + end - at
}
