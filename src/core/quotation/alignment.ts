import type { Sought } from './runs.ts'
import { mayBe } from './verbatim.ts'
import type { Wording } from './wording.ts'

/** Which word of a passage each word of a quotation corresponds to. */
export interface Alignment {
  /** For each quoted word the number of a word of the passage, rising; -1 for a word that was added. */
  readonly partners: readonly number[]
  /** How many words were added or replaced, and a quarter for each that was left out: the least. */
  readonly edits: number
}

/** What a quoted word costs that is not in the passage, be it added or in place of another. */
const costOfOther = 4
/**
 * What a word left out without a sign costs: less, or the words before three left out would rather be
 * read as three others.
 */
const costOfLeftOut = 1

/** A step through the table, back towards its beginning. */
const pair = 1
const added = 2
const leftOut = 3
const omitted = 4
const opened = 5

/** How many cells the table for aligning a quotation with so many words has. */
export function costOfAligning(sought: Sought, columns: number): number {
  return (rowsOf(sought).length + 1) * (columns + 1)
}

/**
 * The cheapest way to read a quotation as a stretch of `passage`. Words before and behind the stretch
 * and words at a sign of omission cost nothing. Of the passage only the words `columns` are looked at.
 */
export function align(sought: Sought, passage: Wording, columns: readonly number[]): Alignment {
  const rows = rowsOf(sought)
  const width = columns.length + 1
  const steps = new Uint8Array((rows.length + 1) * width)
  let costs = new Int32Array(width)
  rows.forEach((word, row) => {
    const here = steps.subarray((row + 1) * width, (row + 2) * width)
    const next = new Int32Array(width)
    if (word === gap) fillGap(costs, next, here)
    else {
      fillWord(costs, next, here, (column) =>
        mayBe(sought, word, passage.words[columns[column] ?? -1]),
      )
    }
    costs = next
  })
  const last = steps.subarray(rows.length * width)
  const end = bestEnd(costs, last)
  return { partners: partnersOf(rows, columns, steps, end), edits: (costs[end] ?? 0) / costOfOther }
}

/** A row of the table where words of the passage are skipped for nothing. */
const gap = -1

/** The words of the quotation, with the gaps between them. */
function rowsOf({ runs }: Sought): readonly number[] {
  return runs.flatMap(({ from, to, link }) => [
    ...(link === undefined || link.sort === 'adjacent' ? [] : [gap]),
    ...Array.from({ length: to - from }, (_, at) => from + at),
  ])
}

function fillGap(above: Int32Array, next: Int32Array, steps: Uint8Array): void {
  let least = Infinity
  for (let at = 0; at < above.length; at += 1) {
    const cost = above[at] ?? 0
    steps[at] = cost <= least ? opened : omitted
    least = Math.min(least, cost)
    next[at] = least
  }
}

function fillWord(
  above: Int32Array,
  next: Int32Array,
  steps: Uint8Array,
  isSame: (column: number) => boolean,
): void {
  let left = (above[0] ?? 0) + costOfOther
  let corner = above[0] ?? 0
  next[0] = left
  steps[0] = added
  for (let at = 1; at < above.length; at += 1) {
    const over = above[at] ?? 0
    let cost = corner + (isSame(at - 1) ? 0 : costOfOther)
    let step = pair
    if (over + costOfOther < cost) {
      cost = over + costOfOther
      step = added
    }
    if (left + costOfLeftOut < cost) {
      cost = left + costOfLeftOut
      step = leftOut
    }
    next[at] = cost
    steps[at] = step
    left = cost
    corner = over
  }
}

/** Where the cheapest reading ends; of several the first that ends with a pair of words. */
function bestEnd(costs: Int32Array, steps: Uint8Array): number {
  const least = costs.reduce((one, other) => Math.min(one, other))
  const paired = costs.findIndex((cost, at) => cost === least && steps[at] === pair)
  return paired === -1 ? costs.indexOf(least) : paired
}

function partnersOf(
  rows: readonly number[],
  columns: readonly number[],
  steps: Uint8Array,
  end: number,
): readonly number[] {
  const partners: number[] = []
  let row = rows.length
  let column = end
  while (row > 0) {
    const step = steps[row * (columns.length + 1) + column]
    if (step === pair) partners.push(columns[column - 1] ?? -1)
    if (step === added) partners.push(-1)
    if (step === pair || step === leftOut || step === omitted) column -= 1
    if (step !== leftOut && step !== omitted) row -= 1
  }
  return partners.reverse()
}
