import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'

/** What a paragraph begins with, to count it: `(a)`, `(ii)`, `（一）`. */
export interface Enumerator {
  readonly label: string
  /** What it may be read as: `i` is a letter and a Roman number. */
  readonly readings: readonly Reading[]
  /** What stands behind it. */
  readonly rest: string
}

/** One way to count, and the number in it. */
export interface Reading {
  readonly style:
    'digit' | 'lower letter' | 'upper letter' | 'lower Roman' | 'upper Roman' | 'Chinese'
  readonly number: number
}

const bracketed = new RegExp(
  `^[(（]([\\da-z]{1,5}|[\\dA-Z]{1,5}|[${chineseNumerals}]{1,4})[)）]\\s*`,
  'u',
)

/** The enumerator that `text` begins with; `undefined` where it begins with none. */
export function readEnumerator(text: string): Enumerator | undefined {
  const [whole = '', label = ''] = bracketed.exec(text) ?? []
  const readings = readingsOf(label)
  return readings.length === 0 ? undefined : { label, readings, rest: text.slice(whole.length) }
}

function readingsOf(label: string): readonly Reading[] {
  if (/^\d+$/u.test(label)) return [{ style: 'digit', number: Number(label) }]
  const number = numberOf(label)
  if (/^\p{Script=Han}+$/u.test(label)) {
    return number === undefined ? [] : [{ style: 'Chinese', number }]
  }
  const isLower = label === label.toLowerCase()
  const letter = letterNumber(label.toLowerCase())
  const roman = /^[ivxlc]+$/iu.test(label) ? number : undefined
  return [
    ...(letter === undefined
      ? []
      : [{ style: isLower ? 'lower letter' : 'upper letter', number: letter } as const]),
    ...(roman === undefined
      ? []
      : [{ style: isLower ? 'lower Roman' : 'upper Roman', number: roman } as const]),
  ]
}

/** 1 for `a`, 26 for `z`, 27 for `aa`; of other words nothing. */
function letterNumber(label: string): number | undefined {
  const first = label.charAt(0)
  if (label === '' || label !== first.repeat(label.length)) return undefined
  return (label.length - 1) * 26 + (first.charCodeAt(0) - 96)
}
