import { align, costOfAligning, type Alignment } from './alignment.ts'
import { misplacedLabels } from './alterations.ts'
import type { Candidate, Comparison } from './comparison.ts'
import { nearestWords } from './nearestWords.ts'
import type { ReadPassage } from './passageIndex.ts'
import { mayBe } from './verbatim.ts'
import { leastWeight, weightOf } from './weightyWords.ts'
import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** How a quotation may be read as altered words of a passage. */
export interface Likeness extends Candidate {
  readonly alignment: Alignment
}

/** A longer quotation, in words, may be verified, but what is altered in it is not looked for. */
const mostAligned = 1500
/** A quotation is mostly like a passage if no more edits are needed, for each of its words. */
const mostEdits = 0.4
/**
 * It also is if a share of its words agree, and so many of them in a row: four Latin words or six
 * Chinese characters, six Latin words or nine.
 */
const rowsOfLikeness = [
  { share: 0.4, row: leastWeight },
  { share: 0.3, row: 1.5 * leastWeight },
]

/**
 * How the quotation is like a passage: without labels, where that prints these before some of the words;
 * `undefined` where comparing them would cost too much. A label before other words counts as an edit.
 */
export function likenessOf(comparison: Comparison, passage: ReadPassage): Likeness | undefined {
  if (comparison.quoted.wording.words.length > mostAligned) return undefined
  const candidate = comparison.withoutLabels(passage)
  if (candidate === undefined) return undefined
  const { sought, read } = candidate
  const columns = nearestWords(sought, read.wording)
  if (!comparison.affords(costOfAligning(sought, columns.length))) return undefined
  const alignment = align(sought, read.wording, columns)
  const edits = alignment.edits + misplacedLabels(sought, alignment).length
  return { ...candidate, alignment: { ...alignment, edits } }
}

/** Whether it takes few edits, or a good part of the words are those of the passage, and in a row. */
export function isMostlyLike({ sought, read, alignment }: Likeness, numbers: WordNumbers): boolean {
  const { words } = sought.wording
  if (alignment.edits <= mostEdits * words.length) return true
  const agrees = words.map((_, at) =>
    mayBe(sought, at, read.wording.words[alignment.partners[at] ?? -1]),
  )
  const share = agrees.filter(Boolean).length / words.length
  const row = longestRow(sought.wording, agrees, numbers)
  return rowsOfLikeness.some((least) => share >= least.share && row >= least.row)
}

/** The weight of the longest row of words that agree. */
function longestRow(wording: Wording, agrees: readonly boolean[], numbers: WordNumbers): number {
  let longest = 0
  let row = 0
  wording.words.forEach((_, at) => {
    row = agrees[at] === true ? row + weightOf(wording, numbers, at, at + 1) : 0
    longest = Math.max(longest, row)
  })
  return longest
}
