import { numberOf } from '../../core/text/numerals.ts'
import { readCellLabel, type CellLabel } from './cellLabel.ts'
import type { Table, TableRow } from './table.ts'

/**
 * Whether the numbers that cells of a table begin with count its rows: each goes on from the one
 * before (`3.1`, `3.2`; `13.4`, `13.a`), so that years and amounts are no labels, and words stand behind it. One
 * alone does where it has several levels, or begins with 1.
 */
export function areCounted({ rows }: Table, sort: 'number' | 'enumerator'): boolean {
  const labels = rows.flatMap((row) => labelOf(row, sort))
  const [first] = labels
  if (first === undefined) return false
  if (labels.length === 1)
    return first.numbers.length > 1 || /[^\da-z]|^[a-z]|^1$/iu.test(first.printed)
  /** The last of each way to count: `(a)` may stand between `(1)` and `(2)`. */
  const last = new Map([[wayOf(first), first]])
  const steps = labels.slice(1).filter((label, index) => {
    const before = sort === 'number' ? labels[index] : (last.get(wayOf(label)) ?? labels[index])
    last.set(wayOf(label), label)
    return before !== undefined && goesOn(before, label)
  })
  return steps.length * 3 >= (labels.length - 1) * 2
}

function wayOf({ numbers: [first = ''] }: CellLabel): string {
  return /^\d/u.test(first) ? 'digits' : /^\p{Script=Han}/u.test(first) ? 'Chinese' : 'letters'
}

/** The first label of this sort in a row, where words stand behind it. */
function labelOf({ cells }: TableRow, sort: CellLabel['sort']): readonly CellLabel[] {
  for (const [index, { text }] of cells.entries()) {
    const { label, rest } = readCellLabel(text) ?? {}
    if (label?.sort !== sort) continue
    const hasWords = [rest ?? '', ...cells.slice(index + 1).map((cell) => cell.text)].some(
      (words) => /\p{L}{2}|\p{Script=Han}/u.test(words),
    )
    return hasWords ? [label] : []
  }
  return []
}

/** Whether `next` is the one behind `before`: at some level the next, and above that the same. */
function goesOn({ numbers: before }: CellLabel, { numbers: next }: CellLabel): boolean {
  const differs = next.findIndex((number, level) => number !== before[level])
  if (differs === -1) return false
  const number = next[differs] ?? ''
  const behind = next.slice(differs + 1)
  return behind.every(isFirst) && (isNext(before[differs], number) || isFirst(number))
}

function isFirst(number: string): boolean {
  return ['1', 'a', 'i', 'I', '一'].includes(number)
}

/** `2`, and a letter behind it, as in `2a`. */
const lettered = /^(\d{1,3})([a-z]?)$/iu

function isNext(before: string | undefined, number: string): boolean {
  if (before === undefined) return isFirst(number)
  const [, first = '', letter = ''] = lettered.exec(before) ?? []
  const [, next = '', nextLetter = ''] = lettered.exec(number) ?? []
  if (letter !== '' || nextLetter !== '') {
    const isSame = next === first && isNextLetter(letter, nextLetter)
    return isSame || (Number(next) === Number(first) + 1 && /^a?$/iu.test(nextLetter))
  }
  const [one, other] = [numberOf(before), numberOf(number)]
  if (one !== undefined && other !== undefined && other === one + 1) return true
  return before.length === 1 && before.charCodeAt(0) + 1 === number.charCodeAt(0)
}

function isNextLetter(before: string, letter: string): boolean {
  return (
    letter !== '' &&
    letter.toLowerCase().charCodeAt(0) === (before.toLowerCase().charCodeAt(0) || 96) + 1
  )
}
