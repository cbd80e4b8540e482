import type { WordingLink, QuotedWording } from './quotedWording.ts'
import type { WordNumbers } from './wordNumbers.ts'
import { mendHyphens } from './hyphens.ts'
import type { Wording } from './wording.ts'

/** A quotation made ready to be compared with one passage. */
export interface Sought {
  readonly wording: Wording
  /** What each word may be besides itself: with another first letter, where a run begins. */
  readonly otherWords: readonly number[]
  /** The runs of words that stand together, in order; never empty ones. */
  readonly runs: readonly Run[]
}

/** Words that stand together, as half-open numbers of words. */
export interface Run {
  readonly from: number
  readonly to: number
  /** What parts it from the run before; absent for the first. */
  readonly link?: WordingLink
}

/** The quotation as it is compared with `passage`. */
export function soughtIn(
  { wording: read, links }: QuotedWording,
  passage: Wording,
  numbers: WordNumbers,
): Sought {
  const { wording, moved } = mendHyphens(read, passage, numbers)
  const bounds = links.map((link) => ({ link, at: moved(link.before) }))
  const runs = [{ from: 0 }, ...bounds.map(({ link, at }) => ({ from: at, link }))].map(
    (run, index) => ({ ...run, to: bounds[index]?.at ?? wording.words.length }),
  )
  const otherWords = [...wording.words]
  for (const { from } of runs) otherWords[from] = otherCase(wording.words[from] ?? 0, numbers)
  return { wording, otherWords, runs }
}

/** The word with a capital as its first letter where it has none, and without where it has one. */
function otherCase(number: number, numbers: WordNumbers): number {
  const word = numbers.wordOf(number)
  const [first = ''] = word
  const lower = first.toLowerCase()
  return numbers.of((lower === first ? first.toUpperCase() : lower) + word.slice(first.length))
}
