import { runStart } from '../../text/characters.ts'
import { numberOf } from '../../text/numerals.ts'

/**
 * `from` and the labels that follow it, without end: `3`, `4`; `4.9`, `4.10`; `a` … `z`, `aa`; `I`, `II`. A
 * letter alone is a letter but for `i` and `I`; several that make a Roman numeral are one.
 */
export function* labelsFrom(from: string): Generator<string, never, undefined> {
  const [, before = '', last = from] = /^(.*[.-])?([^.-]+)$/su.exec(from) ?? []
  const after = afterOne(last)
  for (let label = last; ; label = after(label)) yield before + label
}

/** What follows a label of the sort that `first` is. */
function afterOne(first: string): (label: string) => string {
  if (/\d$/u.test(first)) return nextDigits
  return isRoman(first) && numberOf(first) !== undefined ? nextRoman : nextLetters
}

function nextDigits(label: string): string {
  const start = runStart(label, /\d/u)
  return label.slice(0, start) + String(BigInt(label.slice(start)) + 1n)
}

function isRoman(label: string): boolean {
  const isOneCase = label === label.toLowerCase() || label === label.toUpperCase()
  return label.length > 1 ? isOneCase : label.toLowerCase() === 'i'
}

function nextRoman(label: string): string {
  const next = roman((numberOf(label) ?? 0) + 1)
  return label === label.toUpperCase() ? next : next.toLowerCase()
}

const romanValues = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(number: number): string {
  let left = number
  let text = ''
  for (const [value, letters] of romanValues) {
    for (; left >= value; left -= value) text += letters
  }
  return text
}

/** `b` after `a`, `aa` after `z`, `ba` after `az`. */
function nextLetters(label: string): string {
  const last = label.at(-1) ?? ''
  const stem = label.slice(0, -1)
  if (last !== 'z' && last !== 'Z') return stem + String.fromCharCode(last.charCodeAt(0) + 1)
  const first = last === 'z' ? 'a' : 'A'
  return (stem === '' ? first : nextLetters(stem)) + first
}
