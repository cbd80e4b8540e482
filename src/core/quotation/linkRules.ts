import type { WordingLink } from './quotedWording.ts'
import { isNegation, isWeighty } from './weightyWords.ts'
import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** So many words of a passage may be replaced by what stands in brackets. */
export const mostReplaced = 12
/** An omission that leaves out no more than these and a negation among them hides the negation. */
const fewOmitted = 3

/**
 * Whether `link` may stand for the words of `passage` from `from` to `to`: an omission for any, unless
 * it does nothing but hide a `not`; words in brackets for a few, but figures, negations and modal verbs
 * must be said in them again.
 */
export function mayStandFor(
  link: WordingLink,
  passage: Wording,
  numbers: WordNumbers,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const count = to - from
  if (link.sort === 'adjacent') return count === 0
  if (count > (link.sort === 'omission' ? fewOmitted : mostReplaced)) {
    return link.sort === 'omission'
  }
  const words = passage.words.slice(from, to)
  if (link.sort === 'omission') return !words.some((word) => isNegation(numbers.wordOf(word)))
  return words.every((word) => link.says.includes(word) || !isWeighty(numbers.wordOf(word)))
}
