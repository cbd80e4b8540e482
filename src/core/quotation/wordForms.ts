import { widthAt } from '../text/characters.ts'
import { isDash, sortAt } from './characterSorts.ts'
import {
  isFigure,
  isGroupSpace,
  isRaising,
  partsThousands,
  raising,
  thousands,
} from './print/figures.ts'

/** Where the word ends that begins at `start`. */
export function endOfWord(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isWithinWord(text, start, at, end)) at += widthAt(text, at)
  return Math.min(at, end)
}

function isWithinWord(text: string, start: number, at: number, end: number): boolean {
  const sort = sortAt(text, at)
  if (sort === 'letter' || sort === 'invisible') return true
  if (at + 1 >= end) return false
  const joint = text.charAt(at)
  if (raising.has(joint)) return isRaising(text, at)
  if (isGroupSpace(joint)) return partsThousands(text, start, at)
  if (apostrophes.includes(joint)) return sortAt(text, at + 1) === 'letter'
  return decimalMarks.includes(joint) && isFigure(text, at - 1) && isFigure(text, at + 1)
}

const apostrophes = "'’ʼ＇‘‛`´′"
const decimalMarks = '.,．'

const plain = /^[\w$%&#@+<=>|~]*$/
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const otherApostrophes = /[’ʼ＇‘‛`´′]/g

/** A word as it is compared: its case is kept, for a capital may matter. */
export function plainWord(word: string): string {
  if (plain.test(word)) return word
  if (thousands.test(word)) return word.replace(/[^\d.]/gu, '')
  const kept = word
    .replace(invisible, '')
    .replace(/[(^)]/gu, '')
    .replace(otherApostrophes, "'")
    .normalize('NFKC')
  return kept === '' ? word : kept
}

/** Punctuation as it is compared: `-` for any dash. */
export function plainMark(character: string): string {
  return usualMarks.get(character) ?? readMark(character)
}

function readMark(character: string): string {
  if (isDash(character)) return '-'
  if (character === '⋯') return '...'
  return character.normalize('NFKC').replace('。', '.')
}

/** The marks that texts are full of. */
const usualMarks: ReadonlyMap<string, string> = new Map(
  Array.from('-‐‑–—.,:;!?()[]{}/…、。，：；！？（）【】', (mark) => [mark, readMark(mark)]),
)
