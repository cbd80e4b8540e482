import { changesSense } from './signs/brackets.ts'
import { isOtherSense } from './signs/opposites.ts'
import { hiddenBy, type Hidden, type ShapedPassage } from './signs/omissions.ts'
import type { WordingLink } from './quotedWording.ts'
import type { Stretch } from './runs.ts'
import { isNegation, bindingOf, type Binding } from './weightyWords.ts'

/** So many words of a passage may be replaced by what stands in brackets. */
export const mostReplaced = 12

/**
 * Why a sign of whoever quotes may not stand for words of a passage: an omission for what it hides,
 * brackets because they change the sense; `words` where it stands for none at all, or for too many.
 */
export type Trespass = Hidden | 'sense' | 'words'

/** Why `link` may not stand for the words `omitted` of `passage`; `undefined` where it may. */
export function trespassOf(
  link: WordingLink,
  passage: ShapedPassage,
  omitted: Stretch,
): Trespass | undefined {
  if (link.sort === 'omission') return hiddenBy(link, omitted, passage)
  const count = omitted.to - omitted.from
  if (count > (link.sort === 'adjacent' ? 0 : mostReplaced)) return 'words'
  const { wording, numbers } = passage
  const wordsOf = (list: readonly number[]): readonly string[] =>
    list.map((number) => numbers.wordOf(number))
  const isOther = changesSense(wordsOf(link.says), {
    words: wordsOf(wording.words.slice(omitted.from, omitted.to)),
    ...sentenceBefore(passage, omitted.from),
  })
  return isOther ? 'sense' : undefined
}

/** Before what brackets at the beginning of a quotation say, a negation in the passage may stand so far off. */
const nearBefore = 3

/**
 * The words of `passage` right before its word `first` whose sense is changed by brackets that a quotation
 * begins with: none, or as many as they have. `undefined` where it is not certain that they change any.
 */
export function changedBefore(
  opening: WordingLink,
  passage: ShapedPassage,
  first: number,
): Stretch | undefined {
  const { wording, shape, numbers } = passage
  const start = Math.max(0, shape.firstWords[shape.sentences[first] ?? 0] ?? 0, first - nearBefore)
  const before = wording.words.slice(start, first).map((word) => numbers.wordOf(word).toLowerCase())
  const isNear = before.some((word, at) => isNegation(word, before[at + 1], before[at - 1]))
  const none = { from: first, to: first }
  if (!isNear && trespassOf(opening, passage, none) !== undefined) return none
  const said = opening.says.map((word) => numbers.wordOf(word).toLowerCase())
  const count = said.length
  if (count > before.length || !isOtherSense(said, before.slice(-count))) return undefined
  return { from: first - count, to: first }
}

/** So far back the beginning of a sentence is looked for, in words. */
const farthestBeginning = 60

/** What of the sentence of the word `at` stands before it. */
function sentenceBefore(
  { wording, shape, numbers }: ShapedPassage,
  at: number,
): { readonly isWhole: boolean; readonly bindings: ReadonlySet<Binding> } {
  const sentence = shape.sentences[at]
  const start = Math.max(shape.firstWords[sentence ?? 0] ?? 0, at - farthestBeginning)
  const words = wording.words.slice(start, at + 1).map((number) => numbers.wordOf(number))
  const bindings = words.flatMap((word, place) => [
    ...[bindingOf(word), bindingOf((words[place - 1] ?? '') + word)].flatMap((one) => one ?? []),
  ])
  const isWhole = /^[\p{Lu}\p{Lo}]/u.test(words[0] ?? '') && at - start < farthestBeginning
  return { isWhole, bindings: new Set(bindings) }
}
