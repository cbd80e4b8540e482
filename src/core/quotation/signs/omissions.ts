import { hidesCondition } from './conditions.ts'
import { hidesNegation, hidesForce } from './hiddenWords.ts'
import type { PassageShape } from '../passageShape.ts'
import type { WordingLink } from '../quotedWording.ts'
import type { Stretch } from '../runs.ts'
import { isNegation, leastWeight } from '../weightyWords.ts'
import { noMark, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/**
 * What a sign of omission hides that it may not stand for:
 *
 * - `negation`, `condition`, `strength`: a word that changes what the words around it say
 * - `sentences`: more than a sentence
 * - `provisions`: the end of one provision, so that another one seems to go on with it
 */
export type Hidden = 'negation' | 'condition' | 'strength' | 'sentences' | 'provisions'

/** A passage as signs of omission are judged in it. */
export interface ShapedPassage {
  readonly wording: Wording
  readonly shape: PassageShape
  /** The key of each of its parts. */
  readonly keys: readonly string[]
  readonly numbers: WordNumbers
}

/** An omission of no more words than these with a negation among them leaves out little else. */
const fewOmitted = 3
/** Of a sentence or a provision so much may be left out beside what else is: less than five words. */
const littleWeight = 1.25 * leastWeight

/**
 * What the omission `link` hides where it stands for the words `omitted` of a passage; `undefined` for an
 * ordinary one. It may leave out any part of one sentence, or one whole sentence, or the end of one and the
 * beginning of the next up to as many words as the longer one has. Of a list, which is one sentence, any
 * points may be left out, but half of one is no beginning of half of another. The rule of more than a
 * sentence follows the general method of *The Chicago Manual of Style* (17th edition, 13.50–13.58), which
 * has words before and behind three points be those of one train of thought.
 */
export function hiddenBy(
  link: WordingLink,
  { from, to }: Stretch,
  passage: ShapedPassage,
): Hidden | undefined {
  if (from >= to || from === 0) return undefined
  const { wording, numbers, shape } = passage
  const isTold = (shape.tellingBefore[to] ?? 0) > (shape.tellingBefore[from] ?? 0)
  const isFew = isTold && to - from <= fewOmitted && shape.sentences[to - 1] === shape.sentences[to]
  if (isFew && hasNegation(wording, numbers, { from, to })) return 'negation'
  if (!link.opensPart && !entersList(passage, { from, to })) {
    if (joinsProvisions(passage, { from, to })) return 'provisions'
    if (isMoreThanSentence(passage, { from, to })) return 'sentences'
  }
  if (!isTold) return undefined
  const omitted = { wording, shape, numbers, from, to }
  if (hidesNegation(omitted)) return 'negation'
  if (hidesCondition(omitted)) return 'condition'
  return hidesForce(omitted) ? 'strength' : undefined
}

function hasNegation(wording: Wording, numbers: WordNumbers, { from, to }: Stretch): boolean {
  const words = wording.words.slice(from, to).map((word) => numbers.wordOf(word))
  return words.some((word, at) => isNegation(word, words[at + 1], words[at - 1]))
}

/** Whether a sentence is left out and more than a little beside it, or as many words of two as the longer one has. */
function isMoreThanSentence(passage: ShapedPassage, { from, to }: Stretch): boolean {
  const { sentences, wholeBefore, firstWords } = passage.shape
  const [first, last] = [sentences[from - 1] ?? 0, sentences[to] ?? 0]
  if (first === last) return false
  const bound = (sentence: number): number => firstWords[sentence] ?? 0
  const end = bound(first + 1)
  const start = bound(last)
  const ends = weigh(passage, from, end) + weigh(passage, start, to)
  const whole = (wholeBefore[last] ?? 0) - (wholeBefore[first + 1] ?? 0)
  if (whole > 0) return whole > 1 || ends >= littleWeight
  const longer = Math.max(weigh(passage, bound(first), end), weigh(passage, start, bound(last + 1)))
  return ends > longer
}

/** Whether words of two provisions are joined, of which one ends in what is left out or the other begins there. */
function joinsProvisions(passage: ShapedPassage, { from, to }: Stretch): boolean {
  const { parts, sentences } = passage.shape
  const [before, behind] = [parts[from - 1] ?? -1, parts[to] ?? -1]
  if (before === -1 || behind === -1) return false
  if (passage.keys[before] === passage.keys[behind]) return false
  const isCut = weigh(passage, from, endOfPart(passage, from)) >= littleWeight / 2
  const isBegun = weigh(passage, startOfPart(passage, to), to) >= littleWeight / 2
  if (sentences[from - 1] !== sentences[to]) return isCut || isBegun
  return isCut && isBegun && !isBelow(passage, before, behind)
}

/** Whether the words before are the beginning of a list, and those behind that of a point of it. */
function entersList(passage: ShapedPassage, { from, to }: Stretch): boolean {
  const { wording, numbers, shape } = passage
  const [before, behind] = [shape.parts[from - 1] ?? -1, shape.parts[to] ?? -1]
  const isColon = numbers.wordOf(wording.marks[from - 1] ?? noMark).endsWith(':')
  return isColon && before !== behind && isBelow(passage, before, behind)
}

/** The first word from `at` on that is of another part than the one before `at`. */
function endOfPart({ shape: { parts } }: ShapedPassage, at: number): number {
  const part = parts[at - 1]
  let end = at
  while (end < parts.length && end - at < farthest && parts[end] === part) end += 1
  return end
}

/** The first word of the part that the word `at` is of. */
function startOfPart({ shape: { parts } }: ShapedPassage, at: number): number {
  let start = at
  while (start > 0 && at - start < farthest && parts[start - 1] === parts[at]) start -= 1
  return start
}

/** So far the bound of a part is looked for: what is farther off is more than a little. */
const farthest = 12

/** Whether one of two parts stands below the other. */
function isBelow({ keys }: ShapedPassage, one: number, other: number): boolean {
  const [first, second] = [keys[one], keys[other]]
  if (first === undefined || second === undefined) return false
  return second.startsWith(`${first}.`) || first.startsWith(`${second}.`)
}

function weigh({ shape }: ShapedPassage, from: number, to: number): number {
  return from >= to ? 0 : (shape.weightBefore[to] ?? 0) - (shape.weightBefore[from] ?? 0)
}
