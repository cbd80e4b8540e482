import { widthAt } from '../text/characters.ts'

const letterOrDigit = /^[\p{L}\p{N}]/u

/**
 * Whether a letter or digit of any script begins at `offset`: Unicode categories L and N, which is
 * what Pandoc's `isAlphaNum` accepts (combining marks are neither). `false` outside of `text`.
 */
export function letterOrDigitAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code < 128) return isAsciiLetterOrDigit(code)
  return letterOrDigit.test(text.slice(offset, offset + 2))
}

/** Whether a letter or digit of any script ends at `offset`. `false` at the start of `text`. */
export function letterOrDigitBefore(text: string, offset: number): boolean {
  return offset > 0 && letterOrDigitAt(text, offset - widthBefore(text, offset))
}

/** Whether `code` is one of A–Z, a–z, 0–9. `false` for `NaN`. */
export function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** The UTF-16 length of the character that ends at `offset`: 2 for a surrogate pair, else 1. */
function widthBefore(text: string, offset: number): 1 | 2 {
  return widthAt(text, offset - 2)
}

/** Whether the character at `offset` is escaped: an odd number of backslashes stands before it. */
export function isEscaped(text: string, offset: number): boolean {
  let start = offset
  while (start > 0 && text.charCodeAt(start - 1) === 92) start -= 1
  return (offset - start) % 2 === 1
}

/** Whether a space, tab or line end stands at `offset`, or `text` ends there. */
export function isBlankAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return Number.isNaN(code) || code === 32 || (code >= 9 && code <= 13)
}

/** Whether nothing but spaces, tabs and line ends stands between two offsets. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset += 1) if (!isBlankAt(text, offset)) return false
  return true
}
