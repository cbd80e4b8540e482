import {
  apostrophe,
  backslash,
  closeBracket,
  closeParenthesis,
  greaterThan,
  isBlank,
  lessThan,
  lineFeed,
  openBracket,
  openParenthesis,
  quotationMark,
  space,
} from './characters.ts'

/** Parentheses within a destination nest so deep at most, as in cmark and micromark. */
const deepestParentheses = 32
/** A link label has at most so many characters (CommonMark 4.7). */
const longestLabel = 999

/** Beginnings of titles whose end was looked for in vain, so that it is not looked for again and again. */
export class TitleEnds {
  readonly #missing = new Set<number>()

  /** The offset behind the title that opens at `start` of `text`, or -1 (CommonMark 6.3). */
  find(text: string, start: number): number {
    const opener = text.charCodeAt(start)
    if (opener === openParenthesis) return parenthesisedEnd(text, start)
    if (opener !== quotationMark && opener !== apostrophe) return -1
    if (this.#missing.has(opener)) return -1
    const end = closerFrom(text, start + 1, opener)
    if (end === -1) this.#missing.add(opener)
    return end === -1 ? -1 : end + 1
  }
}

function closerFrom(text: string, from: number, closer: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === closer) return at
  }
  return -1
}

function parenthesisedEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === openParenthesis) return -1
    else if (code === closeParenthesis) return at + 1
  }
  return -1
}

/** The offset behind the link destination at `start` of `text`; `start` when it is empty, -1 when there is none (CommonMark 6.3). */
export function destinationEnd(text: string, start: number): number {
  return text.charCodeAt(start) === lessThan ? angleEnd(text, start) : bareEnd(text, start)
}

function angleEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === greaterThan) return at + 1
    else if (code === lessThan || code === lineFeed) return -1
  }
  return -1
}

function bareEnd(text: string, start: number): number {
  let depth = 0
  let at = start
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code <= space || code === 0x7f) break
    if (code === backslash && text.charCodeAt(at + 1) > space) at += 1
    else if (code === openParenthesis) depth += 1
    else if (code === closeParenthesis && depth === 0) break
    else if (code === closeParenthesis) depth -= 1
    if (depth > deepestParentheses) return -1
  }
  return depth === 0 ? at : -1
}

/** The offset behind the label that opens at `start` of `text`, or -1: no brackets inside, not only white space (CommonMark 6.3). */
export function labelEnd(text: string, start: number): number {
  const last = Math.min(text.length, start + longestLabel + 2)
  for (let at = start + 1; at < last; at += 1) {
    const code = text.charCodeAt(at)
    if (code === backslash) at += 1
    else if (code === openBracket) return -1
    else if (code === closeBracket) return text.slice(start + 1, at).trim() === '' ? -1 : at + 1
  }
  return -1
}

/** A label as labels are matched: case-folded, runs of white space as one (CommonMark 6.3). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}

/** The offset behind white space that holds at most one line ending. */
export function skipWhite(text: string, start: number): number {
  let at = start
  while (isBlank(text.charCodeAt(at))) at += 1
  if (text.charCodeAt(at) !== lineFeed) return at
  at += 1
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}
