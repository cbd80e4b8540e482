import { mostReplaced } from './linkRules.ts'
import type { WordingLink } from './quotedWording.ts'
import type { Run, Sought, Stretch } from './runs.ts'
import type { Wording } from './wording.ts'

/** Whether a sign of whoever quotes may stand for these words of the passage. */
export type MayStandFor = (link: WordingLink, omitted: Stretch) => boolean

/** What looking for a quotation in a passage costs at most, in words that are compared or looked at behind a sign. */
export function costOfPlacing({ runs, labelled }: Sought, { words }: Wording): number {
  return (2 * runs.length + 4 * (runs.length - 1) + labelled.length) * words.length
}

/** A place of a run, with where the first run and the one before it stand then. */
interface Placed extends Stretch {
  readonly start: number
  readonly before: Placed | undefined
}

/**
 * Where each run of a quotation stands in `passage`, word by word and in order, if they do and each sign
 * between them may stand for what is left out there. Of several readings it is the one that leaves least out.
 */
export function placeVerbatim(
  sought: Sought,
  passage: Wording,
  mayStandFor: MayStandFor,
): readonly Stretch[] | undefined {
  let reached: readonly Placed[] = []
  for (const run of sought.runs) {
    const { link } = run
    const found = occurrences(sought, run, passage)
    reached =
      link === undefined
        ? found.map(({ from, to }) => ({ from, to, start: from, before: undefined }))
        : linked(reached, found, link, mayStandFor)
    if (reached.length === 0) return undefined
  }
  const last = reached.reduce((one, other) =>
    other.to - other.start < one.to - one.start ? other : one,
  )
  return stretchesUpTo(last)
}

/** The places of the runs up to `last`, in order. */
function stretchesUpTo(last: Placed): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let at: Placed | undefined = last; at !== undefined; at = at.before) {
    stretches.push({ from: at.from, to: at.to })
  }
  return stretches.reverse()
}

/** The occurrences of a run that `link` joins to something reached: an omission to the nearest. */
function linked(
  reached: readonly Placed[],
  found: readonly Stretch[],
  link: WordingLink,
  mayStandFor: MayStandFor,
): readonly Placed[] {
  const byEnd = new Map(reached.map((each) => [each.to, each]))
  const fits = (before: Placed | undefined, at: number): before is Placed =>
    before !== undefined && before.to <= at && mayStandFor(link, { from: before.to, to: at })
  const nearest = (at: number): Placed | undefined => {
    for (let end = at; end >= Math.max(0, at - mostReplaced); end -= 1) {
      const before = byEnd.get(end)
      if (fits(before, at)) return before
    }
    return undefined
  }
  let next = 0
  return found.flatMap(({ from, to }) => {
    while ((reached[next]?.to ?? Infinity) <= from) next += 1
    const last = reached[next - 1]
    const isJoined = link.sort === 'omission' && fits(last, from)
    const before = isJoined ? last : nearest(from)
    return before === undefined ? [] : [{ from, to, start: before.start, before }]
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
