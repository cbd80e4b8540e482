import { chineseNumerals, numberOf } from '../../../core/text/numerals.ts'
import { countedNumber, goesOn, insertedBehindDigits, letters, steps } from './countedNumber.ts'

/** What a paragraph begins with, to count it: `(a)`, `(ii)`, `(1A)`, `（一）`, `b)`, `c.`, `2.`, `①`. */
export interface Enumerator {
  readonly label: string
  /** What it may be read as: `i` is a letter and a Roman number. */
  readonly readings: readonly Reading[]
  /** What stands behind it. */
  readonly rest: string
}

/** One way to count, and the number in it. */
export interface Reading {
  /** How it is written, and what it counts in; lists of two styles are never one list. */
  readonly style: `${Form} ${Count}`
  /** What was put between two others has one between theirs: 1.001 for `1A` and for `aa` behind `a`. */
  readonly number: number
  /** Whether it is a number only behind the one before it, so that `(EU)` is none. */
  readonly isDependent?: boolean
}

type Form =
  | 'in brackets'
  | 'before a bracket'
  | 'before a stop'
  | 'in a circle'
  | 'before a space'
  | 'before a pause'
  | 'before a dash'
  | 'before a degree'
  | 'behind a sign'
  | 'behind a word'
type Count =
  | 'digit'
  | 'lower letter'
  | 'upper letter'
  | 'lower Roman'
  | 'upper Roman'
  | 'lower double letter'
  | 'upper double letter'
  | 'Chinese'
  | 'Hangul'
  | 'iroha'
  | 'gojuon'
  | 'Cyrillic'
  | 'Greek'

const inBrackets = [
  '[\\da-z]{1,5}|[\\dA-Z]{1,5}|[０-９]{1,3}',
  `\\d{1,3}${insertedBehindDigits}`,
  '[a-z]{1,2}[.-]\\d{1,2}|[A-Z][.-]\\d{1,2}',
  `[${chineseNumerals}]{1,4}`,
].join('|')

const forms: readonly (readonly [Form, RegExp])[] = [
  ['in brackets', new RegExp(`^[(（](${inBrackets})[)）](?!\\s*[,)])\\s*`, 'u')],
  ['before a bracket', /^(\d{1,3}(?:[a-z]{1,2}|[A-Z]{1,2})?|[a-z]{1,4}|[A-Z])[)）]\s*/u],
  [
    'before a stop',
    /^(\d{1,3}[a-zA-Z]?)(?:\.\s+(?=[\p{L}“‘"'《(（])|\.\s?—\s?(?=\()|[.．、]\s*(?=[\p{Script=Han}“《]))/u,
  ],
  ['before a stop', /^([a-z]|[ivx]{2,5})\.\s+(?=[\p{L}“‘"'(])/u],
  ['in a circle', /^([\u2460-\u2473])\s*/u],
]

/** The enumerator that `text` begins with; `undefined` where it begins with none. */
export function readEnumerator(text: string): Enumerator | undefined {
  for (const [form, pattern] of forms) {
    const [whole, printed = ''] = pattern.exec(text) ?? []
    const label = printed.replace(' ', '')
    const readings = readingsOf(label.normalize('NFKC'), form)
    if (whole !== undefined && readings.length > 0) {
      return { label, readings, rest: text.slice(whole.length) }
    }
  }
  return undefined
}

/** Whether it counts in the way of laws, `(a)`: what else counts may be a word of a sentence, `a. m.`. */
export function isInBrackets({ readings }: Enumerator): boolean {
  return readings.some(({ style }) => style.startsWith('in brackets'))
}

/** Whether it is a number, in digits or in Chinese. */
export function isNumber({ readings }: Enumerator): boolean {
  return readings.some(({ style }) => style.endsWith('digit') || style.endsWith('Chinese'))
}

/** The reading that goes on where `before` stopped. */
export function follows(
  readings: readonly Reading[],
  before: Reading | undefined,
): Reading | undefined {
  return readings.find(
    ({ style, number }) => style === before?.style && goesOn(before.number, number),
  )
}

/** The reading that goes on behind `before`, whether or not it leaves some out. */
export function followsWithGap(
  readings: readonly Reading[],
  before: Reading | undefined,
): Reading | undefined {
  return readings.find(
    ({ style, number, isDependent }) =>
      style === before?.style && number > before.number && isDependent !== true,
  )
}

/** The reading that begins a list: 1, or what was put before it. */
export function beginning(readings: readonly Reading[]): Reading | undefined {
  return readings.findLast(({ number, isDependent }) => number <= 1 && isDependent !== true)
}

function readingsOf(label: string, form: Form): readonly Reading[] {
  const reading = (count: Count, number: number | undefined, isDependent = false): Reading[] =>
    number === undefined
      ? []
      : [{ style: `${form} ${count}`, number, ...(isDependent && { isDependent }) }]
  if (/\d/u.test(label)) {
    return /^\d|^[A-Z]1$/u.test(label)
      ? reading('digit', countedNumber(label))
      : reading(/^[a-z]/u.test(label) ? 'lower letter' : 'upper letter', behindLetters(label), true)
  }
  const number = numberOf(label)
  if (/^\p{Script=Han}+$/u.test(label)) return reading('Chinese', number)
  const isLower = label === label.toLowerCase()
  const roman = /^[ivxlc]+$/iu.test(label) ? number : undefined
  const letter: Count = isLower ? 'lower letter' : 'upper letter'
  const double = repeatedLetter(label, 2)
  return [
    ...reading(letter, letterNumber(label)),
    ...insertedLetters(label).flatMap((inserted) => reading(letter, inserted, true)),
    ...reading(isLower ? 'lower double letter' : 'upper double letter', double),
    ...reading(isLower ? 'lower Roman' : 'upper Roman', roman),
  ]
}

/** 1 for `a`, 26 for `z`, 27 for `aa`; of other words nothing; one before 1 for `za`. */
function letterNumber(label: string): number | undefined {
  if (label.toLowerCase() === 'za') return 1 / steps
  const repeated = repeatedLetter(label, label.length)
  return repeated === undefined ? undefined : (label.length - 1) * 26 + repeated
}

/** The number of a letter that stands `times` times. */
function repeatedLetter(label: string, times: number): number | undefined {
  const first = label.charAt(0)
  return label !== '' && label === first.repeat(times) ? letters(first) : undefined
}

/** Of two letters: the second between what the first counts and the next, before `a` behind `z`, and behind `z`. */
function insertedLetters(label: string): readonly number[] {
  if (label.length !== 2) return []
  const [first, second] = [letters(label.charAt(0)), letters(label.charAt(1))]
  const beforeAll = first === 26 ? [second / steps] : []
  return [first + second / steps, ...beforeAll, ...(first === second ? [] : [letters(label)])]
}

/** `a.1`, `c-1`: between `a` and `b`. */
function behindLetters(label: string): number | undefined {
  const [, before = '', digits = ''] = /^([a-z]{1,2}|[A-Z])[.-](\d{1,2})$/u.exec(label) ?? []
  return before === '' ? undefined : letters(before) + Number(digits) / steps
}
