import type { Span } from '../text/span.ts'
import type { Alignment } from './alignment.ts'
import type { LabelledWord } from './print/labels.ts'
import { trespassOf, type Trespass } from './linkRules.ts'
import type { ShapedPassage } from './signs/omissions.ts'
import type { Run, Sought, Stretch } from './runs.ts'
import { mayBe } from './verbatim.ts'
import { noMark, type Wording } from './wording.ts'

/** Words that differ; one of the spans is empty where words were added or left out. */
export interface Alteration {
  /** In the quotation. */
  readonly quoted: Span
  /** In the text of the passage. */
  readonly passage: Span
  /** Where a sign of whoever quotes stands for words that it may not stand for: why not. */
  readonly trespass?: Exclude<Trespass, 'words'>
  /** Of a sign between words of two provisions: where both stand. */
  readonly between?: readonly [before: StandingWords, behind: StandingWords]
  /** Of a sign of omission: all that stands between the words that are quoted, with its marks. */
  readonly gap?: { readonly quoted: Span; readonly passage: Span }
}

/** A passage, or a part of one, and where in the passage words stand. */
export interface StandingWords {
  readonly key: string
  readonly span?: Span
}

/** What differs between a quotation and the words of the passage that it corresponds to, in order. */
export function alterationsOf(
  sought: Sought,
  shaped: ShapedPassage,
  { partners }: Pick<Alignment, 'partners'>,
): readonly Alteration[] {
  const compared = { sought, passage: shaped.wording, partners, shaped }
  const altered = sought.runs.flatMap((run) => [
    ...atLink(compared, run),
    ...withinRun(compared, run),
  ])
  const labels = misplacedLabels(sought, { partners }).map(({ word, span }) => {
    const at = shaped.wording.starts[partners[word] ?? -1] ?? 0
    return { quoted: span, passage: { start: at, end: at } }
  })
  return [...labels, ...altered].sort((one, other) => one.quoted.start - other.quoted.start)
}

/** The labels that the passage does not print before the words that stand behind them in the quotation. */
export function misplacedLabels(
  { labelled }: Sought,
  { partners }: Pick<Alignment, 'partners'>,
): readonly LabelledWord[] {
  return labelled.filter(({ word, places }) => !places.has(partners[word] ?? -1))
}

interface Compared {
  readonly sought: Sought
  readonly passage: Wording
  readonly partners: readonly number[]
  readonly shaped: ShapedPassage
}

/** Words that a sign of omission or brackets may not stand for. */
function atLink(compared: Compared, { from, link }: Run): readonly Alteration[] {
  const { partners, passage, shaped, sought } = compared
  if (link === undefined) return []
  const before = partners.findLast((partner, word) => word < from && partner >= 0)
  const behind = partners.find((partner, word) => word >= from && partner >= 0)
  if (before === undefined || behind === undefined) return []
  const skipped = { from: before + 1, to: behind }
  const trespass = trespassOf(link, shaped, skipped)
  if (trespass === undefined) return []
  const altered = { quoted: link.span, passage: spanOf(passage, skipped) }
  if (trespass === 'words') return [altered]
  if (trespass === 'sense') return [{ ...altered, trespass }]
  const keyOf = (word: number): string => shaped.keys[shaped.shape.parts[word] ?? -1] ?? ''
  const between = [{ key: keyOf(before) }, { key: keyOf(behind) }] as const
  if (trespass === 'provisions') return [{ ...altered, trespass, between }]
  const gap = {
    quoted: gapBetween(sought.wording, from - 1, from),
    passage: gapBetween(passage, before, behind),
  }
  const isExact = partners[from - 1] === before && partners[from] === behind
  return [{ ...altered, trespass, ...(isExact && { gap }) }]
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

function gapBetween({ starts, ends }: Wording, before: number, behind: number): Span {
  return { start: ends[before] ?? 0, end: starts[behind] ?? 0 }
}

/** What stands between a word and the next; nothing, right behind the word, where it is only space. */
function gapBehind({ starts, ends, marks }: Wording, word: number): Span {
  const start = ends[word] ?? 0
  return { start, end: marks[word] === noMark ? start : (starts[word + 1] ?? start) }
}
