import { sortAt } from './characterSorts.ts'
import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** Words that turn a sentence into its contrary. */
const negations = new Set(
  'no not never none nor neither nothing without cannot 不 无 無 非 未 没 沒 否 勿 毋'.split(' '),
)
/** Words that say whether something is a duty. */
const modals = new Set('shall must may should will can could would might 必 须 須 应 應'.split(' '))

/** Whether the word takes back what is said: `not`, `don't`, `不`. */
export function isNegation(word: string): boolean {
  const lower = word.toLowerCase()
  return negations.has(lower) || lower.endsWith("n't")
}

/** Whether a sentence without the word says something else: a negation, a figure, a `shall`. */
export function isWeighty(word: string): boolean {
  return isNegation(word) || modals.has(word.toLowerCase()) || /\p{N}/u.test(word)
}

/** So many words are weighed as one: four Latin words are as long as six Chinese characters. */
const weightOfSort = { letter: 3, single: 2 } as const

/** The least weight of a wording that can be judged: four words, or six Chinese characters. */
export const leastWeight = 12

/** How much the words from `from` to `to` weigh together; symbols weigh nothing. */
export function weightOf(
  { words }: Wording,
  numbers: WordNumbers,
  from = 0,
  to = words.length,
): number {
  return words.slice(from, to).reduce((sum, number) => sum + weightOfWord(number, numbers), 0)
}

function weightOfWord(number: number, numbers: WordNumbers): number {
  const sort = sortAt(numbers.wordOf(number), 0)
  return sort === 'letter' || sort === 'single' ? weightOfSort[sort] : 0
}
