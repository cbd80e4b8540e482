import { widthAt } from '../text/characters.ts'
import { isAsciiLetterOrDigit, letterOrDigitAt } from './lettersAndDigits.ts'

/** Pandoc's punctuation that may stand, once, between two characters of a key. */
const internalPunctuation = new Set(Array.from(':.#$%&-+?<>~/', (mark) => mark.charCodeAt(0)))

/**
 * The end of the key that begins at `start`; `start` itself when none does. The rule is Pandoc's
 * (`simpleCiteIdentifier`): a letter or digit of any script, `_` or `*` first, then letters, digits
 * and `_`, and single punctuation `:.#$%&-+?<>~/` between two of them; `:` and `/` also before `/`.
 */
export function keyEndAt(text: string, start: number): number {
  const first = text.charCodeAt(start) === 42 ? start + 1 : afterKeyCharacter(text, start)
  return first === start ? start : endOfRest(text, first, afterKeyCharacter)
}

/**
 * As {@link keyEndAt} of the rest of a key, from within it, but only as far as ASCII goes: the text
 * that someone who edits a key at `offset` means by "the rest of it", without the words of another
 * script that Pandoc would take into it.
 */
export function asciiKeyRestEnd(text: string, offset: number): number {
  return endOfRest(text, offset, afterAsciiKeyCharacter)
}

type Step = (text: string, offset: number) => number

function endOfRest(text: string, from: number, step: Step): number {
  let end = from
  for (;;) {
    const next = afterPart(text, end, step)
    if (next === end) return end
    end = next
  }
}

function afterPart(text: string, offset: number, step: Step): number {
  const next = step(text, offset)
  if (next > offset) return next
  if (!internalPunctuation.has(text.charCodeAt(offset))) return offset
  if (step(text, offset + 1) > offset + 1) return offset + 1
  return doublesWithSlash(text, offset) ? offset + 1 : offset
}

function doublesWithSlash(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return (code === 58 || code === 47) && text.charCodeAt(offset + 1) === 47
}

function afterKeyCharacter(text: string, offset: number): number {
  if (text.charCodeAt(offset) === 95) return offset + 1
  return letterOrDigitAt(text, offset) ? offset + widthAt(text, offset) : offset
}

function afterAsciiKeyCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  return code === 95 || isAsciiLetterOrDigit(code) ? offset + 1 : offset
}

/**
 * The offsets of the closing braces of the keys written `@{…}`, by the offset of the opening one.
 * Braces balance and hold no space, as Pandoc has it.
 */
export function matchKeyBraces(text: string): ReadonlyMap<number, number> {
  const closes = new Map<number, number>()
  if (!text.includes('@{')) return closes
  let open: number[] = []
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset)
    if (code === 123) open.push(offset)
    else if (code === 125) closeBrace(open, offset, closes)
    else if (open.length > 0 && isUnicodeSpace(code)) open = []
  }
  return closes
}

function isUnicodeSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
}

function closeBrace(open: number[], offset: number, closes: Map<number, number>): void {
  const start = open.pop()
  if (start !== undefined) closes.set(start, offset)
}
