const romanDigits: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
  ['D', 500],
  ['M', 1000],
])
/** The Chinese characters of which numbers are written, as a class of a regular expression has them. */
export const chineseNumerals = '零〇一二两兩三四五六七八九十百千'
const chineseDigits = '零一二三四五六七八九'
const chineseUnits: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

const chineseLabel = new RegExp(`^[${chineseNumerals}]{1,9}$`)

/**
 * The number that a label stands for: `3`, `３`, `III`, `iii`, `三`, `二十三`; `undefined` for a label
 * that is no number (`a`, `2a`) or a Roman numeral that is not written the usual way (`IIII`).
 */
export function numberOf(label: string): number | undefined {
  const plain = label.normalize('NFKC')
  if (/^\d{1,6}$/.test(plain)) return Number(plain)
  if (/^[ivxlcdm]{1,15}$/i.test(plain)) return romanNumber(plain.toUpperCase())
  return chineseLabel.test(plain) ? chineseNumber(plain) : undefined
}

/** Whether two labels name the same thing: the same letters in any case, or the same number. */
export function sameLabel(one: string, other: string): boolean {
  if (one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()) return true
  const number = numberOf(one)
  return number !== undefined && number === numberOf(other)
}

/** `number` in Chinese words, from 1 to 9999 (`二十三`, `一千零一`); in digits beyond. */
export function inChinese(number: number): string {
  if (number < 1 || number > 9999 || !Number.isInteger(number)) return String(number)
  const digits = Array.from(String(number))
  const words = digits.map((digit, at) => {
    const unit = unitsByPlace[digits.length - 1 - at] ?? ''
    return digit === '0' ? '零' : chineseDigits.charAt(Number(digit)) + unit
  })
  return words.join('').replaceAll(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** What stands behind a digit, from the last one on. */
const unitsByPlace = ['', '十', '百', '千']

function romanNumber(roman: string): number | undefined {
  let sum = 0
  let right = 0
  for (const digit of Array.from(roman).reverse()) {
    const value = romanDigits.get(digit) ?? 0
    sum += value < right ? -value : value
    right = Math.max(right, value)
  }
  return inRoman(sum) === roman ? sum : undefined
}

const romanSteps: readonly (readonly [number, string])[] = [
  ...[[1000, 'M'] as const, [900, 'CM'] as const, [500, 'D'] as const, [400, 'CD'] as const],
  ...[[100, 'C'] as const, [90, 'XC'] as const, [50, 'L'] as const, [40, 'XL'] as const],
  ...[
    [10, 'X'] as const,
    [9, 'IX'] as const,
    [5, 'V'] as const,
    [4, 'IV'] as const,
    [1, 'I'] as const,
  ],
]

/** `number` in Roman digits, from 1 on: `XIV`. */
export function inRoman(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, digits] of romanSteps) {
    while (rest >= value) {
      roman += digits
      rest -= value
    }
  }
  return roman
}

function chineseNumber(written: string): number | undefined {
  const words = written.replaceAll('〇', '零').replaceAll(/[两兩]/g, '二')
  return /[十百千]/.test(words) ? sumOf(words) : digitByDigit(words)
}

/** `一〇五` is 105. */
function digitByDigit(words: string): number | undefined {
  const digits = Array.from(words, (word) => chineseDigits.indexOf(word)).join('')
  return Number(digits) === 0 ? undefined : Number(digits)
}

/** `一百零五` is 105. */
function sumOf(words: string): number | undefined {
  let sum = 0
  let digit: number | undefined
  for (const word of words) {
    const unit = chineseUnits.get(word)
    if (unit === undefined) digit = chineseDigits.indexOf(word)
    else {
      sum += (digit ?? 1) * unit
      digit = undefined
    }
  }
  const number = sum + (digit ?? 0)
  return number === 0 ? undefined : number
}
