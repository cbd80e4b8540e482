import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'

/** What a paragraph begins with, to count it: `(a)`, `(ii)`, `（一）`, `b)`, `c.`, `2.`, `①`. */
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
  readonly number: number
}

type Form = 'in brackets' | 'before a bracket' | 'before a stop' | 'in a circle'
type Count = 'digit' | 'lower letter' | 'upper letter' | 'lower Roman' | 'upper Roman' | 'Chinese'

const forms: readonly (readonly [Form, RegExp])[] = [
  [
    'in brackets',
    new RegExp(
      `^[(（]([\\da-z]{1,5}|[\\dA-Z]{1,5}|[${chineseNumerals}]{1,4})[)）](?!\\s*[,)])\\s*`,
      'u',
    ),
  ],
  ['before a bracket', /^(\d{1,3}|[a-z]{1,4}|[A-Z])[)）]\s*/u],
  ['before a stop', /^(\d{1,3})(?:\.\s+(?=[\p{L}“‘"'《(（])|[.．、]\s*(?=[\p{Script=Han}“《]))/u],
  ['before a stop', /^([a-z]|[ivx]{2,5})\.\s+(?=[\p{L}“‘"'(])/u],
  ['in a circle', /^([\u2460-\u2473])\s*/u],
]

/** The enumerator that `text` begins with; `undefined` where it begins with none. */
export function readEnumerator(text: string): Enumerator | undefined {
  for (const [form, pattern] of forms) {
    const [whole, label = ''] = pattern.exec(text) ?? []
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
    ({ style, number }) => style === before?.style && number === before.number + 1,
  )
}

function readingsOf(label: string, form: Form): readonly Reading[] {
  const reading = (count: Count, number: number | undefined): readonly Reading[] =>
    number === undefined ? [] : [{ style: `${form} ${count}`, number }]
  if (/^\d+$/u.test(label)) return reading('digit', Number(label))
  const number = numberOf(label)
  if (/^\p{Script=Han}+$/u.test(label)) return reading('Chinese', number)
  const isLower = label === label.toLowerCase()
  const roman = /^[ivxlc]+$/iu.test(label) ? number : undefined
  return [
    ...reading(isLower ? 'lower letter' : 'upper letter', letterNumber(label.toLowerCase())),
    ...reading(isLower ? 'lower Roman' : 'upper Roman', roman),
  ]
}

/** 1 for `a`, 26 for `z`, 27 for `aa`; of other words nothing. */
function letterNumber(label: string): number | undefined {
  const first = label.charAt(0)
  if (label === '' || label !== first.repeat(label.length)) return undefined
  return (label.length - 1) * 26 + (first.charCodeAt(0) - 96)
}
