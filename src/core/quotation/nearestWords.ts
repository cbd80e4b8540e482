import { costOfAligning } from './alignment.ts'
import type { Run, Sought } from './runs.ts'
import type { Wording } from './wording.ts'

/** A table of at most so many cells is made for a whole passage. */
const smallTable = 1_000_000

/**
 * The words of `passage`, in order, that a quotation is aligned with: all of a passage of the usual
 * length, and of a very long one, for each run, those around the stretch that has most of its words.
 */
export function nearestWords(sought: Sought, passage: Wording): readonly number[] {
  const all = passage.words.length
  if (costOfAligning(sought, all) <= smallTable) return Array.from({ length: all }, (_, at) => at)
  const isNear = new Uint8Array(all)
  for (const run of sought.runs) {
    const start = richestStart(sought.wording, run, passage)
    const length = run.to - run.from
    const slack = 8 + Math.floor(length / 4)
    isNear.fill(1, Math.max(0, start - slack), start + length + slack)
  }
  const near: number[] = []
  for (let at = isNear.indexOf(1); at !== -1; at = isNear.indexOf(1, at + 1)) near.push(at)
  return near
}

/** The number of no word. */
const noWord = -1

/** Where the stretch as long as the run begins that has most of its words, in whatever order. */
function richestStart({ words }: Wording, { from, to }: Run, passage: Wording): number {
  const wanted = new Map<number, number>()
  for (const word of words.slice(from, to)) wanted.set(word, (wanted.get(word) ?? 0) + 1)
  const length = to - from
  let shared = 0
  let best = { start: 0, shared: 0 }
  passage.words.forEach((word, at) => {
    const gone = passage.words[at - length] ?? noWord
    const left = wanted.get(gone)
    if (left !== undefined) {
      wanted.set(gone, left + 1)
      if (left >= 0) shared -= 1
    }
    const open = wanted.get(word)
    if (open === undefined) return
    wanted.set(word, open - 1)
    if (open > 0) shared += 1
    if (shared > best.shared) best = { start: Math.max(0, at - length + 1), shared }
  })
  return best.start
}
