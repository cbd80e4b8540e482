import type { Run, Sought } from './runs.ts'
import type { Wording } from './wording.ts'

/** The most words that an insertion in brackets may stand for. */
const longestReplaced = 12

/** Words of a passage, as half-open numbers of words. */
export interface WordSpan {
  readonly from: number
  readonly to: number
}

/** How much may still be compared; what goes beyond is given up. */
export interface Effort {
  left: number
}

/**
 * Where all runs of the quotation stand in the passage, one behind the other as their links allow; the
 * first such place. `undefined` where they do not, or where looking took too long: `effort` is then used
 * up.
 */
export function findRuns(sought: Sought, passage: Wording, effort: Effort): WordSpan | undefined {
  const [first, ...rest] = sought.runs
  if (first === undefined) return undefined
  for (let at = 0; at + length(first) <= passage.words.length; at += 1) {
    if (!standsAt(sought, first, passage, at, effort)) continue
    const end = endOfRest(sought, rest, passage, at + length(first), effort)
    if (end !== undefined) return { from: at, to: end }
  }
  return undefined
}

/** Where the last of `runs` ends, the first of which follows what ended at `at`. */
function endOfRest(
  sought: Sought,
  runs: readonly Run[],
  passage: Wording,
  at: number,
  effort: Effort,
): number | undefined {
  const [run, ...rest] = runs
  if (run === undefined) return at
  const farthest = Math.min(
    passage.words.length - length(run),
    run.link?.sort === 'omission'
      ? Infinity
      : at + (run.link?.sort === 'insertion' ? longestReplaced : 0),
  )
  for (let start = at; start <= farthest; start += 1) {
    if (!standsAt(sought, run, passage, start, effort)) continue
    const end = endOfRest(sought, rest, passage, start + length(run), effort)
    if (end !== undefined) return end
  }
  return undefined
}

function length({ from, to }: Run): number {
  return to - from
}

/** Word for word, and mark for mark but the last, for a sentence may end otherwise. */
function standsAt(
  { wording, otherWords }: Sought,
  { from, to }: Run,
  passage: Wording,
  at: number,
  effort: Effort,
): boolean {
  for (let index = from; index < to; index += 1) {
    effort.left -= 1
    if (effort.left < 0) return false
    const word = passage.words[at + index - from]
    const isSame = word === wording.words[index] || (index === from && word === otherWords[index])
    if (!isSame) return false
    if (index < to - 1 && passage.marks[at + index - from] !== wording.marks[index]) return false
  }
  return true
}
