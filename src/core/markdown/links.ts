import {
  apostrophe,
  backslash,
  greaterThan,
  isBlank,
  isControl,
  isLineBreak,
  leftBracket,
  leftParenthesis,
  lessThan,
  quotationMark,
  rightBracket,
  rightParenthesis,
  skipBlanks,
  space,
} from '../text/characters.ts'

/** CommonMark 0.31, section 6.3: a label has at most 999 characters between its brackets. */
export const longestLabel = 999

/** How deep parentheses may nest in the destination of a link; a definition knows no limit. */
const deepestParentheses = 32

/** A label as it is compared: case folded, whitespace collapsed (CommonMark 0.31, section 6.3 "matches"). */
export function normaliseLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** The offset behind the `]` of the label whose `[` stands at `start`; -1 where there is no label. */
export function scanLabel(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestLabel + 2)
  let isEmpty = true
  for (let at = start + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === rightBracket) return isEmpty ? -1 : at + 1
    if (code === leftBracket) return -1
    if (!isBlank(code)) isEmpty = false
    if (code === backslash && isEscapedIn(text.charCodeAt(at + 1), leftBracket, rightBracket))
      at += 1
  }
  return -1
}

/** The offset behind the link destination at `start`, `<…>` or bare (section 6.3); -1 where there is none. */
export function scanDestination(text: string, start: number, deepest: number): number {
  return text.charCodeAt(start) === lessThan
    ? scanEnclosed(text, start)
    : scanBare(text, start, deepest)
}

function scanEnclosed(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === greaterThan) return at + 1
    if (code === lessThan || isLineBreak(code)) return -1
    if (code === backslash && isEscapedIn(text.charCodeAt(at + 1), lessThan, greaterThan)) at += 1
  }
  return -1
}

function scanBare(text: string, start: number, deepest: number): number {
  let depth = 0
  let at = start
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === space || isControl(code)) break
    if (code === rightParenthesis && depth === 0) break
    if (code === rightParenthesis) depth -= 1
    if (code === leftParenthesis) depth += 1
    if (depth > deepest) return -1
    if (
      code === backslash &&
      isEscapedIn(text.charCodeAt(at + 1), leftParenthesis, rightParenthesis)
    )
      at += 1
  }
  return depth > 0 || at === start || !endsDestination(text, at) ? -1 : at
}

function endsDestination(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return at === text.length || isBlank(code) || code === rightParenthesis
}

/** The offset behind the title at `start`, in quotes or parentheses (section 6.3); -1 where there is none. */
export function scanTitle(text: string, start: number): number {
  const opening = text.charCodeAt(start)
  if (opening !== quotationMark && opening !== apostrophe && opening !== leftParenthesis) return -1
  const closing = opening === leftParenthesis ? rightParenthesis : opening
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === closing) return at + 1
    if (code === backslash && isEscapedIn(text.charCodeAt(at + 1), closing, closing)) at += 1
  }
  return -1
}

function isEscapedIn(code: number, one: number, other: number): boolean {
  return code === backslash || code === one || code === other
}

/**
 * Finds what stands behind the text of inline links in one text. Linear in that text for any number
 * of questions from left to right: a title in parentheses that nothing closes is searched only once.
 */
export class ResourceScanner {
  readonly #text: string
  /** From where on nothing closes a title in parentheses. */
  #unclosedFrom = Infinity

  constructor(text: string) {
    this.#text = text
  }

  /**
   * The offset behind `(destination "title")`, whose parenthesis stands at `start`, right behind the
   * `]` of a link's text (section 6.3); -1 where there is none.
   */
  scan(start: number): number {
    const text = this.#text
    if (text.charCodeAt(start) !== leftParenthesis) return -1
    const inner = skipBlanks(text, start + 1, text.length)
    if (text.charCodeAt(inner) === rightParenthesis) return inner + 1
    const destinationEnd = scanDestination(text, inner, deepestParentheses)
    return destinationEnd === -1 ? -1 : this.#scanRest(destinationEnd)
  }

  #scanRest(destinationEnd: number): number {
    const text = this.#text
    const title = skipBlanks(text, destinationEnd, text.length)
    const titleEnd = title > destinationEnd ? this.#scanTitle(title) : -1
    const last = titleEnd === -1 ? title : skipBlanks(text, titleEnd, text.length)
    return text.charCodeAt(last) === rightParenthesis ? last + 1 : -1
  }

  #scanTitle(start: number): number {
    const text = this.#text
    const isInParentheses = text.charCodeAt(start) === leftParenthesis
    if (isInParentheses && start >= this.#unclosedFrom) return -1
    const end = scanTitle(text, start)
    if (isInParentheses && end === -1) this.#unclosedFrom = start
    return end
  }
}
