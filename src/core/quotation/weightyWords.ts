import { sortAt } from './characterSorts.ts'
import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** Words that turn a sentence into its contrary. */
const negations = new Set(
  'no not never none nor neither nothing without cannot 不 无 無 非 未 没 沒 否 勿 毋'.split(' '),
)
/** A negation and the word behind it that together are none. */
const noNegation = new Set(
  [
    'not only',
    'not merely',
    'not just',
    'not least',
    'not limited',
    'without prejudice',
    'without undue',
  ].concat(
    '不断 不斷 不仅 不僅 不同 不少 不动 不動 不良 不法 不正 不当 不當 不足 不论 不論 不但 不限 无论 無論 无障 無障 无人 無人 无线 無線 未来 未來 未成 非法 非营 非營 非常 非但 否则 否則'.split(
      ' ',
    ),
  ),
)

/** Whether the word takes back what is said (`not`, `don't`, `不`), between the words `before` and `next` as well: `not only` and `不断` do not. */
export function isNegation(word: string, next = '', before = ''): boolean {
  const lower = word.toLowerCase()
  if (!negations.has(lower)) return lower.endsWith("n't")
  if (lower === 'no' && /^\p{N}/u.test(next)) return false
  const gap = /^[a-z]/u.test(lower) ? ' ' : ''
  if (noNegation.has(`${lower}${gap}${next.toLowerCase()}`)) return false
  return !(lower === 'not' && before.toLowerCase() === 'or') && !(lower === '否' && before === '是')
}

/** How strongly somebody is bound: to a duty, by advice, by leave to do something, or by a statement of what comes. */
export type Binding = 'duty' | 'advice' | 'leave' | 'future'

const bindings: ReadonlyMap<string, Binding> = new Map(
  (
    [
      ['duty', 'shall must required requires obliged 必须 必須 应当 應當 应该 應該 应 應 须 須'],
      ['advice', 'should ought recommended recommends 建议 建議'],
      ['leave', 'may might can could allowed permitted 可以 得以 可'],
      ['future', 'will would 将 將'],
    ] as const
  ).flatMap(([strength, words]) => words.split(' ').map((word) => [word, strength] as const)),
)

/** The characters of those of several characters. */
const hanBindings: ReadonlySet<string> = new Set(
  [...bindings.keys()]
    .filter((word) => /^\p{Script=Han}/u.test(word))
    .flatMap((word) => Array.from(word)),
)

/** How strongly the word binds whom it speaks of: `shall`, `可以`; most words do not. */
export function bindingOf(word: string): Binding | undefined {
  return bindings.get(word.toLowerCase())
}

const conditions = new Set(
  'unless except excepting exception exceptions only provided providing condition if where when subject save 但 除 仅 僅 只 如 倘 假 禁 严 嚴 无 無'.split(
    ' ',
  ),
)

/** Whether leaving the word out may change what is said: a negation, a modal verb, a condition, or the beginning of one. */
export function isTelling(word: string): boolean {
  const lower = word.toLowerCase()
  return isNegation(lower) || conditions.has(lower) || bindings.has(lower) || hanBindings.has(lower)
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

/** How much one word weighs, by its number. */
export function weightOfWord(number: number, numbers: WordNumbers): number {
  const sort = sortAt(numbers.wordOf(number), 0)
  return sort === 'letter' || sort === 'single' ? weightOfSort[sort] : 0
}
