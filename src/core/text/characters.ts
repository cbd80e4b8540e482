/** Code units that Markdown's syntax is made of; `U` names are Unicode's own. */
export const tab = 0x09
export const lineFeed = 0x0a
export const carriageReturn = 0x0d
export const space = 0x20
export const exclamationMark = 0x21
export const quotationMark = 0x22
export const numberSign = 0x23
export const dollarSign = 0x24
export const percentSign = 0x25
export const apostrophe = 0x27
export const leftParenthesis = 0x28
export const rightParenthesis = 0x29
export const asterisk = 0x2a
export const plusSign = 0x2b
export const hyphen = 0x2d
export const fullStop = 0x2e
export const slash = 0x2f
export const colon = 0x3a
export const lessThan = 0x3c
export const equalsSign = 0x3d
export const greaterThan = 0x3e
export const questionMark = 0x3f
export const atSign = 0x40
export const leftBracket = 0x5b
export const backslash = 0x5c
export const rightBracket = 0x5d
export const caret = 0x5e
export const underscore = 0x5f
export const graveAccent = 0x60
export const leftBrace = 0x7b
export const verticalBar = 0x7c
export const rightBrace = 0x7d
export const tilde = 0x7e

/** Space or tab. */
export function isSpace(code: number): boolean {
  return code === space || code === tab
}

/** Line feed or carriage return. */
export function isLineBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn
}

/** What CommonMark calls whitespace within a line of text, and what ends that line. */
export function isBlank(code: number): boolean {
  return isSpace(code) || isLineBreak(code)
}

/** An ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

/** An ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** An ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

/**
 * An ASCII control character, DEL among them. U+0000 is none, since it stands for U+FFFD (CommonMark
 * 0.31, section 2.3); nor is `NaN`, which stands for the end of a text.
 */
export function isControl(code: number): boolean {
  return (code > 0 && code < 0x20) || code === 0x7f
}

/** The first offset from `offset` on, at most `end`, whose character is not `code`. */
export function skipRun(text: string, offset: number, end: number, code: number): number {
  let at = offset
  while (at < end && text.charCodeAt(at) === code) at += 1
  return at
}

/** The first offset from `offset` on, at most `end`, that is neither space nor tab. */
export function skipSpaces(text: string, offset: number, end: number): number {
  let at = offset
  while (at < end && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** The first offset from `offset` on, at most `end`, that is neither space, tab nor line break. */
export function skipBlanks(text: string, offset: number, end: number): number {
  let at = offset
  while (at < end && isBlank(text.charCodeAt(at))) at += 1
  return at
}

/**
 * Where the run of characters that `one` fits begins that ends at `end` of `text`: `end` where there is none.
 * `one` fits one UTF-16 unit. Linear in the run, as a pattern that is tried from each place on is not.
 */
export function runStart(text: string, one: RegExp, end = text.length): number {
  let at = end
  while (at > 0 && one.test(text.charAt(at - 1))) at -= 1
  return at
}

/** How many UTF-16 units the character of `text` at `at` takes: one for a lone surrogate. */
export function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Whether all characters of `text` are of ASCII. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}
