import { mayStandFor, mostReplaced } from './linkRules.ts'
import type { WordingLink } from './quotedWording.ts'
import type { Run, Sought } from './runs.ts'
import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** Words of a passage that stand together, as half-open numbers of words. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What looking for a quotation in a passage costs at most, in words that are compared. */
export function costOfPlacing({ runs, labelled }: Sought, { words }: Wording): number {
  return (2 * runs.length + labelled.length) * words.length
}

/** Where the runs of a quotation stand word by word and in order in `passage`, if they do. */
export function placeVerbatim(
  sought: Sought,
  passage: Wording,
  numbers: WordNumbers,
): Stretch | undefined {
  let reached: readonly Stretch[] = []
  for (const run of sought.runs) {
    const { link } = run
    const found = occurrences(sought, run, passage)
    reached = link === undefined ? found : linked(reached, found, link, passage, numbers)
    if (reached.length === 0) return undefined
  }
  return reached[0]
}

/** The occurrences of a run that `link` joins to something reached, with where that begins. */
function linked(
  reached: readonly Stretch[],
  found: readonly Stretch[],
  link: WordingLink,
  passage: Wording,
  numbers: WordNumbers,
): readonly Stretch[] {
  const byEnd = new Map(reached.map((each) => [each.to, each]))
  const [first] = reached
  const fits = (before: Stretch | undefined, at: number): before is Stretch =>
    before !== undefined &&
    before.to <= at &&
    mayStandFor(link, passage, numbers, { from: before.to, to: at })
  const nearest = (at: number): Stretch | undefined => {
    for (let end = at; end >= Math.max(0, at - mostReplaced); end -= 1) {
      const before = byEnd.get(end)
      if (fits(before, at)) return before
    }
    return undefined
  }
  return found.flatMap(({ from, to }) => {
    const before = link.sort === 'omission' && fits(first, from) ? first : nearest(from)
    return before === undefined ? [] : [{ from: before.from, to }]
  })
}

/**
 * Where a run stands in `passage`, in order, by the method of Knuth, Morris and Pratt: each word is
 * compared twice at most, however often the words repeat. The first word may have another first
 * letter, so it is compared by itself.
 */
function occurrences(sought: Sought, run: Run, passage: Wording): readonly Stretch[] {
  const found: Stretch[] = []
  const length = run.to - run.from
  const labelled = sought.labelled.filter(({ word }) => run.from <= word && word < run.to)
  const add = (from: number): void => {
    const isLabelled = labelled.every(({ word, places }) => places.has(from + word - run.from))
    if (from >= 0 && isLabelled && mayBe(sought, run.from, passage.words[from])) {
      found.push({ from, to: from + length })
    }
  }
  if (length === 1) {
    for (let at = 0; at < passage.words.length; at += 1) add(at)
    return found
  }
  const links = fallBacks(sought.wording, run)
  const count = length - 1
  let matched = 0
  for (let at = 1; at < passage.words.length; at += 1) {
    while (matched > 0 && !isSame(sought.wording, run.from + 1 + matched, passage, at)) {
      matched = links[matched - 1] ?? 0
    }
    if (isSame(sought.wording, run.from + 1 + matched, passage, at)) matched += 1
    if (matched < count) continue
    add(at - count)
    matched = links[matched - 1] ?? 0
  }
  return found
}

/** For each beginning of the run's second to last word, its longest end that is a beginning again. */
function fallBacks(wording: Wording, { from, to }: Run): readonly number[] {
  const lengths = [0]
  const first = from + 1
  let matched = 0
  for (let at = first + 1; at < to; at += 1) {
    while (matched > 0 && !isSame(wording, first + matched, wording, at)) {
      matched = lengths[matched - 1] ?? 0
    }
    if (isSame(wording, first + matched, wording, at)) matched += 1
    lengths.push(matched)
  }
  return lengths
}

/** Whether two words are the same with the same punctuation before them. */
function isSame(one: Wording, at: number, other: Wording, there: number): boolean {
  return one.words[at] === other.words[there] && one.marks[at - 1] === other.marks[there - 1]
}

/** Whether a word of the quotation may be `word`. */
export function mayBe(sought: Sought, at: number, word: number | undefined): boolean {
  return sought.wording.words[at] === word || sought.otherWords[at] === word
}
