import type { Span } from '../text/span.ts'
import type { Alignment } from './alignment.ts'
import type { LabelledWord } from './print/labels.ts'
import { mayStandFor } from './linkRules.ts'
import type { Run, Sought } from './runs.ts'
import { mayBe, type Stretch } from './verbatim.ts'
import { noMark, type Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/** Words that differ; one of the spans is empty where words were added or left out. */
export interface Alteration {
  /** In the quotation. */
  readonly quoted: Span
  /** In the text of the passage. */
  readonly passage: Span
}

/** What differs between a quotation and the words of the passage that it corresponds to, in order. */
export function alterationsOf(
  sought: Sought,
  passage: Wording,
  alignment: Alignment,
  numbers: WordNumbers,
): readonly Alteration[] {
  const compared = { sought, passage, partners: alignment.partners, numbers }
  const altered = sought.runs.flatMap((run) => [
    ...atLink(compared, run),
    ...withinRun(compared, run),
  ])
  const labels = misplacedLabels(sought, alignment).map(({ word, span }) => {
    const at = passage.starts[alignment.partners[word] ?? -1] ?? 0
    return { quoted: span, passage: { start: at, end: at } }
  })
  return [...labels, ...altered].sort((one, other) => one.quoted.start - other.quoted.start)
}

/** The labels that the passage does not print before the words that stand behind them in the quotation. */
export function misplacedLabels(
  { labelled }: Sought,
  { partners }: Alignment,
): readonly LabelledWord[] {
  return labelled.filter(({ word, places }) => !places.has(partners[word] ?? -1))
}

interface Compared {
  readonly sought: Sought
  readonly passage: Wording
  readonly partners: readonly number[]
  readonly numbers: WordNumbers
}

/** Words that a sign of omission or brackets may not stand for. */
function atLink(compared: Compared, { from, link }: Run): readonly Alteration[] {
  const { partners, passage, numbers } = compared
  if (link === undefined) return []
  const before = partners.findLast((partner, word) => word < from && partner >= 0)
  const behind = partners.find((partner, word) => word >= from && partner >= 0)
  if (before === undefined || behind === undefined) return []
  const skipped = { from: before + 1, to: behind }
  if (mayStandFor(link, passage, numbers, skipped)) return []
  return [{ quoted: link.span, passage: spanOf(passage, skipped) }]
}

/** Words that do not agree, as half-open numbers of words. */
interface Difference {
  readonly quoted: Stretch
  readonly passage: Stretch
}

/** What differs from one word that agrees to the next, throughout a run. */
function withinRun(compared: Compared, run: Run): readonly Alteration[] {
  const { sought, passage, partners } = compared
  const words = Array.from({ length: run.to - run.from }, (_, at) => run.from + at)
  const kept = words.filter((word) => mayBe(sought, word, passage.words[partners[word] ?? -1]))
  const bounds = [undefined, ...kept]
  return bounds.flatMap((before, index) => {
    const difference = differenceBetween(compared, run, before, kept[index])
    const isDifferent = !isEmpty(difference.quoted) || !isEmpty(difference.passage)
    if (isDifferent) return [alteration(compared, difference)]
    return before !== undefined && kept[index] !== undefined ? otherMark(compared, before) : []
  })
}

/** What stands between two words that agree, of which either may be absent at the ends of a run. */
function differenceBetween(
  { partners }: Compared,
  run: Run,
  before: number | undefined,
  behind: number | undefined,
): Difference {
  const quoted = { from: before === undefined ? run.from : before + 1, to: behind ?? run.to }
  const paired = partners.slice(quoted.from, quoted.to).filter((partner) => partner >= 0)
  const first = before === undefined ? paired[0] : (partners[before] ?? 0) + 1
  const last = behind === undefined ? paired.at(-1) : (partners[behind] ?? 0) - 1
  const from = first ?? (last ?? -1) + 1
  return { quoted, passage: { from, to: last === undefined ? from : last + 1 } }
}

function alteration({ sought, passage }: Compared, difference: Difference): Alteration {
  return {
    quoted: spanOf(sought.wording, difference.quoted),
    passage: spanOf(passage, difference.passage),
  }
}

/** Other punctuation between a word and the next, where no sign of omission stands. */
function otherMark({ sought, passage, partners }: Compared, word: number): readonly Alteration[] {
  const partner = partners[word] ?? 0
  if (sought.wording.marks[word] === passage.marks[partner]) return []
  return [{ quoted: gapBehind(sought.wording, word), passage: gapBehind(passage, partner) }]
}

function isEmpty({ from, to }: Stretch): boolean {
  return from >= to
}

/** The span of words of a wording; of no words, the end of the word before. */
export function spanOf({ starts, ends }: Wording, { from, to }: Stretch): Span {
  if (from < to) return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 }
  const at = ends[from - 1] ?? starts[from] ?? 0
  return { start: at, end: at }
}

/** What stands between a word and the next; nothing, right behind the word, where it is only space. */
function gapBehind({ starts, ends, marks }: Wording, word: number): Span {
  const start = ends[word] ?? 0
  return { start, end: marks[word] === noMark ? start : (starts[word + 1] ?? start) }
}
