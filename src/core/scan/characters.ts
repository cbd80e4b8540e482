/** Character codes that Markdown's blocks and inlines are made of. */
export const tab = 0x09
export const lineFeed = 0x0a
export const carriageReturn = 0x0d
export const space = 0x20
export const exclamation = 0x21
export const quotationMark = 0x22
export const hash = 0x23
export const dollar = 0x24
export const apostrophe = 0x27
export const openParenthesis = 0x28
export const closeParenthesis = 0x29
export const asterisk = 0x2a
export const plus = 0x2b
export const hyphen = 0x2d
export const fullStop = 0x2e
export const slash = 0x2f
export const colon = 0x3a
export const lessThan = 0x3c
export const equals = 0x3d
export const greaterThan = 0x3e
export const questionMark = 0x3f
export const openBracket = 0x5b
export const backslash = 0x5c
export const closeBracket = 0x5d
export const underscore = 0x5f
export const backtick = 0x60
export const tilde = 0x7e

/** A space or a tab. */
export function isBlank(code: number): boolean {
  return code === space || code === tab
}

/** A space, a tab or a line ending; beyond the end of a text, too (`NaN`). */
export function isWhite(code: number): boolean {
  return (
    code === space ||
    code === tab ||
    code === lineFeed ||
    code === carriageReturn ||
    Number.isNaN(code)
  )
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** An ASCII punctuation character, which a backslash can escape (CommonMark 2.4). */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  )
}

/** The offset of the first character at or after `offset` that is no space or tab. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset
  while (isBlank(text.charCodeAt(at))) at += 1
  return at
}
