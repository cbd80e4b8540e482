import type { PassageShape } from '../passageShape.ts'
import { isNegation } from '../weightyWords.ts'
import { noMark, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/** Words of a passage that a sign of omission stands for, from `from` to `to`, between words that are quoted. */
export interface OmittedWords {
  readonly wording: Wording
  readonly shape: PassageShape
  readonly numbers: WordNumbers
  readonly from: number
  readonly to: number
}

/** So many words at each end of what is left out are looked at. */
export const mostLookedAt = 60

/** Verbs that stand before another one, or before what is said of their subject. */
export const auxiliaries = new Set(
  'shall should must may might can could will would do does did is are was were be'.split(' '),
)
const adverbs = new Set(
  'be been have also yet ever always however therefore nevertheless further thus then either otherwise'.split(
    ' ',
  ),
)

/** Whether a word may stand between a negation or a modal verb and its verb. */
export function isSkipped(each: string): boolean {
  return adverbs.has(each) || (each.length > 4 && each.endsWith('ly'))
}

/** Whether the word there takes back what is said. */
export function isNegationAt(omitted: OmittedWords, at: number): boolean {
  return isNegation(word(omitted, at), word(omitted, at + 1), word(omitted, at - 1))
}

/** Whether nothing but commas parts the words that are quoted, and not too many words. */
export function isOneClause(omitted: OmittedWords): boolean {
  const { from, to } = omitted
  return to - from <= 2 * mostLookedAt && firstClause(omitted, to - from) > to
}

/** The word behind the clause that goes on from what is quoted before; further off where `most` words end none. */
export function firstClause(omitted: OmittedWords, most = mostLookedAt): number {
  const { from, to } = omitted
  const last = Math.min(to, from + most)
  let at = from
  while (at <= last && !endsClause(omitted, at - 1)) at += 1
  return at
}

/** The first word of the clause that goes on in what is quoted behind. */
export function lastClause(omitted: OmittedWords): number {
  const { from, to } = omitted
  const first = Math.max(from, to - mostLookedAt)
  let at = to
  while (at > first && !endsClause(omitted, at - 1)) at -= 1
  return at
}

/** Whether a clause ends behind the word there: by a semicolon, a colon or the end of its sentence. */
export function endsClause(omitted: OmittedWords, at: number): boolean {
  const { sentences } = omitted.shape
  return sentences[at] !== sentences[at + 1] || /[;:]/u.test(markBehind(omitted, at))
}

/** The marks behind the word there; the empty string where it has none. */
export function markBehind({ wording, numbers }: OmittedWords, at: number): string {
  const mark = wording.marks[at] ?? noMark
  return mark === noMark ? '' : numbers.wordOf(mark)
}

/** Whether there are marks behind the word there. */
export function hasMark({ wording }: OmittedWords, at: number): boolean {
  return (wording.marks[at] ?? noMark) !== noMark
}

/** The word there in small letters; the empty string where the passage has none. */
export function word({ wording, numbers }: OmittedWords, at: number): string {
  const number = wording.words[at]
  return number === undefined ? '' : numbers.wordOf(number).toLowerCase()
}
