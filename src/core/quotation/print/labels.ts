import { runStart } from '../../text/characters.ts'
import type { Span } from '../../text/span.ts'
import { chineseNumerals, numberOf, sameLabel } from '../../text/numerals.ts'
import type { PrintedLabel } from '../passageIndex.ts'
import { joinedMarks } from './noteMarks.ts'
import { unchanged, withoutWords, type ChangedWording } from './withoutWords.ts'
import { noMark, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/** What a quotation may have before its words, or between two parts of what it quotes. */
export interface PossibleLabel {
  /** Its words, as half-open numbers of words. */
  readonly from: number
  readonly to: number
  /** Its last number: `a` of `Article 5(1)(a)`. */
  readonly label: string
  /** What it says it is: `article`. */
  readonly kind?: string
  /** Its numbers before the last one, the nearest first. */
  readonly above: readonly string[]
}

/** What labels call what they label, and which of these a document may call another. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^art|^[条條]/iu, 'article'],
  [/^sec|^[§节節]/iu, 'section'],
  [/^ch\b|^chap|^章/iu, 'chapter'],
  [/^(?:annex|附件|附录|附錄)/iu, 'annex'],
  [/^pillar/iu, 'pillar'],
  [/^recital/iu, 'recital'],
  [/^para|^款/iu, 'paragraph'],
  [/^point|^item|^[项項]/iu, 'point'],
  [/^part|^[编編]/iu, 'part'],
  [/^title/iu, 'title'],
  [/^(?:goal|target)/iu, 'goal'],
  [/^(?:recommendation|action|measure)/iu, 'action'],
]
/** Kinds that texts, and those who quote them, call by one another's names. */
const loose = new Set(['paragraph', 'point', 'item', 'subparagraph', 'clause', 'action', 'goal'])

/** `3`, `3a`, `3.4.1` */
const figure = '\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?'
const word =
  'articles?|art\\.?|sections?|sec\\.?|§|chapter|chap\\.?|annex|pillar|recital|paragraph|para\\.?|point|item|part|title|goal|target|recommendation|action|measure'
const forms = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?<kind>${word})\\s{0,3}[(（]?(?<number>${figure}|[ivxlc]{1,6}|[a-z])(?![\\p{L}\\p{N}])(?<more>(?:\\s?\\([\\p{L}\\p{N}]{1,5}\\)){0,3})`,
    `第\\s?(?<counted>[${chineseNumerals}]{1,6}|\\d{1,3})\\s?(?<sort>[编編章节節条條款项項])`,
    `[(（](?<inside>${figure}|[a-z]{1,5}|[${chineseNumerals}]{1,4})[)）]`,
    `(?<![\\p{L}\\p{N}.,])(?<marked>${figure}|[ivx]{1,5}|[a-z]|(?<!\\p{Script=Han})[${chineseNumerals}]{1,3})(?=[.)．、）])`,
    `^\\s{0,9}(?<bare>${figure})(?=[\\s\\u3000])`,
    `(?<circled>[①-⑳])`,
  ].join('|'),
  'giu',
)

/** So many labels of a quotation are looked at. */
const mostLabels = 200

/** What may be labels in the quotation `text`, of which `wording` is the wording, in order. */
export function possibleLabels(text: string, { starts, ends }: Wording): readonly PossibleLabel[] {
  const labels: PossibleLabel[] = []
  let from = 0
  for (const { 0: written, index, groups = {} } of text.matchAll(forms)) {
    if (labels.length >= mostLabels) break
    const end = index + written.length
    while (from < starts.length && (starts[from] ?? 0) < index) from += 1
    let to = from
    while (to < ends.length && (ends[to] ?? 0) <= end) to += 1
    const numbers = numbersOf(groups)
    const label = numbers.at(-1)
    if (label === undefined || to === from) continue
    const called = groups['kind'] ?? groups['sort']
    const kind = kinds.find(([pattern]) => called !== undefined && pattern.test(called))?.[1]
    labels.push({ from, to, label, ...(kind && { kind }), above: numbers.slice(0, -1).reverse() })
    from = to
  }
  return labels
}

function numbersOf(groups: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { number, more, counted, inside, marked, bare, circled } = groups
  const own = number ?? counted ?? inside ?? marked ?? bare ?? circled
  const behind = Array.from(more?.matchAll(/[\p{L}\p{N}]+/gu) ?? [], ([one]) => one)
  return own === undefined ? [] : [own, ...behind]
}

/** A passage as it is compared, and the labels that are printed in it. */
export interface LabelledPassage {
  readonly wording: Wording
  readonly labels: readonly PrintedLabel[]
}

/** A word of a quotation before which a label stands. */
export interface LabelledWord {
  readonly word: number
  /** Of the label in the quotation. */
  readonly span: Span
  /** The words of the passage before which that label is printed. */
  readonly places: ReadonlySet<number>
}

/** A quotation without labels. */
export interface WithoutLabels extends ChangedWording {
  /** The words that labels stood before, in order. */
  readonly labelled: readonly LabelledWord[]
}

/**
 * `quoted` without the words of `possible` labels that the passage prints before the word that follows them, or
 * behind the one before them. `isEnd` says of a number whether no word of the same row stands there. Whether
 * the words that follow stand behind that very label is to be asked once they are found. A label of another
 * part stays, and so do all if nothing else is quoted.
 */
export function withoutLabels(
  quoted: Wording,
  possible: readonly PossibleLabel[],
  passage: LabelledPassage,
  numbers: WordNumbers,
  isEnd: (word: number) => boolean,
): WithoutLabels {
  const printed = labelsByWords(passage, numbers)
  const dropped: number[] = []
  const labelled: LabelledWord[] = []
  /** Behind each label that is dropped, by where it begins, the word that follows. */
  const followers = new Map<number, number>()
  for (const label of possible.toReversed()) {
    const next = isEnd(label.to) ? label.to : (followers.get(label.to) ?? label.to)
    const before = isEnd(label.from) ? '' : foldedWord(quoted, label.from - 1, numbers)
    const behind = isEnd(next) ? '' : foldedWord(quoted, next, numbers)
    const beside = behind === '' ? [''] : [`>${behind}`, ...(before === '' ? [] : [`<${before}`])]
    const number = numberIn(label.label)
    const places = beside
      .flatMap((words) => printed.get(number + words) ?? [])
      .filter((one) => isSame(label, one.label))
    if (places.length === 0) continue
    for (let at = label.from; at < label.to; at += 1) dropped.push(at)
    if (behind !== '') {
      const span = { start: quoted.starts[label.from] ?? 0, end: quoted.ends[label.to - 1] ?? 0 }
      labelled.push({ word: next, span, places: new Set(places.map(({ word: place }) => place)) })
    }
    followers.set(label.from, next)
  }
  if (dropped.length === 0 || dropped.length === quoted.words.length) {
    return { ...unchanged(quoted), labelled: [] }
  }
  const inOrder = dropped.toSorted((one, other) => one - other)
  const { wording, moved } = withoutWords(quoted, inOrder, (before, last) =>
    joinedMarks(
      markWithout(withoutOpening, quoted.marks[before] ?? noMark, numbers),
      markWithout(withoutClosing, quoted.marks[last] ?? noMark, numbers),
      numbers,
    ),
  )
  return { wording, moved, labelled: labelled.reverse() }
}

/** A label of a passage, and the word that it is printed before. */
interface PlacedLabel {
  readonly label: PrintedLabel
  readonly word: number
}

/** Labels by their numbers alone, with the word that follows them, and with the one before them. */
function labelsByWords(
  { wording, labels }: LabelledPassage,
  numbers: WordNumbers,
): ReadonlyMap<string, readonly PlacedLabel[]> {
  const found = new Map<string, PlacedLabel[]>()
  const add = (key: string, placed: PlacedLabel): void => {
    const known = found.get(key)
    if (known === undefined) found.set(key, [placed])
    else known.push(placed)
  }
  let at = 0
  for (const label of labels) {
    while (at < wording.starts.length && (wording.starts[at] ?? 0) < label.offset) at += 1
    const number = numberIn(label.label)
    const placed = { label, word: at }
    add(number, placed)
    add(`${number}>${foldedWord(wording, at, numbers)}`, placed)
    add(`${number}<${foldedWord(wording, at - 1, numbers)}`, placed)
  }
  return found
}

function isSame(possible: PossibleLabel, printed: PrintedLabel): boolean {
  const isWithin = possible.above.every((one, at) => sameLabel(one, printed.above[at] ?? ''))
  return isWithin && (possible.above.length > 0 || isSameKind(possible.kind, printed.kind))
}

function isSameKind(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true
  return loose.has(one) && loose.has(other)
}

/** A label as it is looked up: the same for `3`, `III`, `三`. */
function numberIn(label: string): string {
  return String(numberOf(label) ?? label.normalize('NFKC').toLowerCase())
}

function foldedWord({ words }: Wording, at: number, numbers: WordNumbers): string {
  const number = words[at]
  return number === undefined ? '' : numbers.wordOf(number).toLowerCase()
}

function markWithout(
  without: (mark: string) => string,
  mark: number,
  numbers: WordNumbers,
): number {
  if (mark === noMark) return noMark
  const left = without(numbers.wordOf(mark))
  return left === '' ? noMark : numbers.of(left)
}

/** A mark without the brackets that open at its end, and the hyphen before them. */
function withoutOpening(mark: string): string {
  const start = runStart(mark, /[([{]/u)
  return start === mark.length ? mark : mark.slice(0, start).replace(/-$/u, '')
}

/** A mark without what closes a label at its beginning. */
function withoutClosing(mark: string): string {
  return mark.replace(/^[)\].、:,-]+/u, '')
}
