import { isDigit } from '../../text/characters.ts'

/** A figure whose thousands are parted, with decimals or without. */
export const thousands = /^\d{1,3}(?:[, \u00A0\u2009\u202F]\d{3})+(?:\.\d{1,9})?$/u

/** Whether the character may part the thousands of a figure. */
export function isGroupSpace(joint: string): boolean {
  return joint === ' ' || joint === '\u00A0' || joint === '\u2009' || joint === '\u202F'
}

/** Whether a space parts the thousands of the figure from `start` on: `35 000 000` is 35,000,000. */
export function partsThousands(text: string, start: number, at: number): boolean {
  if (!isFigure(text, at + 1) || at - start > longestFigure) return false
  return (
    /^\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})*$/u.test(text.slice(start, at)) &&
    /^\d{3}(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 6))
  )
}

const longestFigure = 24

/** What raises digits: `10^25` or `10(^25)` is what is printed as 10²⁵, and is read as 1025. */
export const raising: ReadonlySet<string> = new Set('(^)')

/** Whether the mark at `at` raises the digits behind a figure, or ends what does. */
export function isRaising(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at)
  const behind = text.slice(at + 1, at + 3)
  switch (text.charAt(at)) {
    case '^':
      return /\d\(?$/u.test(before) && /^\d/u.test(behind)
    case '(':
      return /\d$/u.test(before) && /^\^\d/u.test(behind)
    default:
      return /\d?\(\^\d{1,3}$/u.test(before)
  }
}

/** Whether a decimal digit stands there, full-width or not. */
export function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isDigit(code) || (code >= 0xff10 && code <= 0xff19)
}
