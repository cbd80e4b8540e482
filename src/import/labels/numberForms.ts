import { inChinese, inRoman } from '../../core/text/numerals.ts'

/** `number`, from 0 on, as the numbers of a list are printed; beyond what a form has, in digits. */
export type NumberForm = (number: number) => string

/** `1`, `2`, `3`. */
export const inDigits: NumberForm = String

/** `a` to `z`, then `aa`, `bb`, as both Word and LibreOffice count. */
export const inLetters: NumberForm = repeating('abcdefghijklmnopqrstuvwxyz')

/** `a` to `z`, then `aa`, `ab`. */
export const inLettersByPlace: NumberForm = (number) => {
  let rest = number
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(0x61 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** `i`, `ii`, `iii`, `iv`. */
export const inLowerRoman: NumberForm = (number) =>
  number < 1 || number > 9999 ? String(number) : inRoman(number).toLowerCase()

/** `form` in capitals. */
export function inCapitals(form: NumberForm): NumberForm {
  return (number) => form(number).toUpperCase()
}

/** `一`, `二`, `十一`, `二十`. */
export const inChineseWords: NumberForm = inChinese

/** Digit by digit with these for 0 to 9: `一〇`. */
export function withDigits(digits: string): NumberForm {
  const forms = Array.from(digits)
  return (number) => Array.from(String(number), (digit) => forms[Number(digit)] ?? digit).join('')
}

/** At least so many digits: `01`, `001`. */
export function padded(length: number): NumberForm {
  return (number) => String(number).padStart(length, '0')
}

/** One sign for each number from 1 on, and digits where there is none. */
export function oneOf(signs: string): NumberForm {
  const forms = Array.from(signs)
  return (number) => forms[number - 1] ?? String(number)
}

/** One sign for each number from 1 on, doubled in the second round: letters. */
export function repeating(signs: string): NumberForm {
  const forms = Array.from(signs)
  return (number) => {
    const times = Math.ceil(number / forms.length)
    // No one counts that far; a start of two thousand million would fill the memory.
    if (number < 1 || times > 30) return String(number)
    return (forms[(number - 1) % forms.length] ?? '').repeat(times)
  }
}

/** `number` in the digits of Chinese banks: `壹`, `拾贰`. */
export function inLegalChinese(digits: string): NumberForm {
  const common = '一二三四五六七八九十百千'
  const legal = Array.from(digits)
  return (number) =>
    Array.from(inChinese(number), (sign) => legal[common.indexOf(sign)] ?? sign).join('')
}
