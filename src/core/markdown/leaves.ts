import {
  asterisk,
  equalsSign,
  graveAccent,
  hyphen,
  isSpace,
  leftBrace,
  numberSign,
  skipRun,
  skipSpaces,
  tilde,
  underscore,
} from '../text/characters.ts'

/** What opened a block of code, and what alone can close it. */
export interface Fence {
  readonly marker: number
  readonly length: number
}

/**
 * Recognises thematic breaks on one line (CommonMark 0.31, section 4.1), and remembers where the last
 * attempt failed: `- - - - x` asks at each marker, and must not read to the end each time.
 */
export class ThematicBreaks {
  #marker = 0
  #failedAt = -1

  /** Forgets the line before. */
  reset(): void {
    this.#failedAt = -1
  }

  /** Whether the rest of the line from `start`, its first character that is not blank, is a break. */
  isAt(text: string, start: number, end: number): boolean {
    const marker = text.charCodeAt(start)
    if (marker !== asterisk && marker !== hyphen && marker !== underscore) return false
    if (marker === this.#marker && start <= this.#failedAt) return false
    const stop = skipMarkersAndSpaces(text, start, end, marker)
    if (stop === end && countAtMost(text, start, end, marker, 3) === 3) return true
    this.#marker = marker
    this.#failedAt = stop
    return false
  }
}

function skipMarkersAndSpaces(text: string, start: number, end: number, marker: number): number {
  let at = start
  while (at < end && (text.charCodeAt(at) === marker || isSpace(text.charCodeAt(at)))) at += 1
  return at
}

function countAtMost(
  text: string,
  start: number,
  end: number,
  marker: number,
  most: number,
): number {
  let count = 0
  for (let at = start; at < end && count < most; at += 1) {
    if (text.charCodeAt(at) === marker) count += 1
  }
  return count
}

/** Whether the thematic break from `start` rules the columns of a table (Pandoc manual, "Extension: simple_tables"). */
export function rulesColumns(text: string, start: number, end: number): boolean {
  const gap = skipRun(text, start, end, hyphen)
  const next = skipSpaces(text, gap, end)
  return gap - start > 1 && next > gap && skipRun(text, next, end, hyphen) - next > 1
}

/** Whether the line from `start` is an ATX heading: one to six `#`, then whitespace or nothing (section 4.2). */
export function isAtxHeading(text: string, start: number, end: number): boolean {
  const after = skipRun(text, start, end, numberSign)
  return after - start <= 6 && (after === end || isSpace(text.charCodeAt(after)))
}

/** Whether the line from `start` can underline a Setext heading (section 4.3). */
export function isSetextUnderline(text: string, start: number, end: number): boolean {
  const marker = text.charCodeAt(start)
  if (marker !== equalsSign && marker !== hyphen) return false
  return skipSpaces(text, skipRun(text, start, end, marker), end) === end
}

/**
 * The fence of code that the line from `start` opens (section 4.5). Behind backticks, the header of a
 * chunk may hold more of them (Pandoc, knitr): `{r, fig.cap="by `plan`"}`.
 */
export function openFence(text: string, start: number, end: number): Fence | undefined {
  const marker = text.charCodeAt(start)
  const after = skipRun(text, start, end, marker)
  const length = after - start
  if (length < 3) return undefined
  const isOpen =
    marker === tilde || !holdsRun(text, after, end, marker, forbiddenRun(text, after, end, length))
  return isOpen ? { marker, length } : undefined
}

/** How many backticks in a row the info string from `start` may not hold. */
function forbiddenRun(text: string, start: number, end: number, length: number): number {
  return text.charCodeAt(skipSpaces(text, start, end)) === leftBrace ? length : 1
}

/** Whether `code` can begin a fence. */
export function isFenceMarker(code: number): boolean {
  return code === graveAccent || code === tilde
}

function holdsRun(text: string, start: number, end: number, code: number, length: number): boolean {
  let at = start
  while (at < end) {
    const after = skipRun(text, at, end, code)
    if (after - at >= length) return true
    at = after + 1
  }
  return false
}

/** Whether the line from `start` closes `fence`. */
export function closesFence(fence: Fence, text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== fence.marker) return false
  return closingFenceLength(text, start, end) >= fence.length
}

/** The length of the fence that stands alone on the line from `start`; 0 where none does. */
export function closingFenceLength(text: string, start: number, end: number): number {
  const marker = text.charCodeAt(start)
  if (!isFenceMarker(marker)) return 0
  const after = skipRun(text, start, end, marker)
  return after - start >= 3 && skipSpaces(text, after, end) === end ? after - start : 0
}

const opensDivision = /^:{3,}[ \t]*(?:\{.*\}|[^\s{:][^\s{]*)(?:[ \t]+:+)?[ \t]*$/
const closesDivision = /^:{3,}[ \t]*$/

/** Whether the line from `start` opens or closes a division (Pandoc manual, "Extension: fenced_divs"). */
export function isDivisionFence(text: string, start: number, end: number): boolean {
  if (!text.startsWith(':::', start)) return false
  const line = text.slice(start, end)
  return opensDivision.test(line) || closesDivision.test(line)
}

/** Whether the line from `start` closes a division, which it does behind text too. */
export function isDivisionEnd(text: string, start: number, end: number): boolean {
  return text.startsWith(':::', start) && closesDivision.test(text.slice(start, end))
}
