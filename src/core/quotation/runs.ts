import type { WordingLink, QuotedWording } from './quotedWording.ts'
import type { WordNumbers } from './wordNumbers.ts'
import { mendHyphens } from './print/hyphens.ts'
import { withoutLabels, type LabelledPassage, type LabelledWord } from './print/labels.ts'
import { withoutNotes } from './print/noteMarks.ts'
import { unchanged } from './print/withoutWords.ts'
import type { Wording } from './wording.ts'

/** Words of a passage that stand together, as half-open numbers of words. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A quotation made ready to be compared with one passage. */
export interface Sought {
  readonly wording: Wording
  /** What each word may be besides itself: with another first letter, where a run begins. */
  readonly otherWords: readonly number[]
  /** The runs of words that stand together, in order; never empty ones. */
  readonly runs: readonly Run[]
  /** The words that a label stood before, which the passage must print in the same place. */
  readonly labelled: readonly LabelledWord[]
}

/** Words that stand together, as half-open numbers of words. */
export interface Run {
  readonly from: number
  readonly to: number
  /** What parts it from the run before; absent for the first. */
  readonly link?: WordingLink
}

/**
 * The quotation as it is compared with a passage: words that a hyphen parts as `read` has them, what is read
 * there, and without the marks of notes that it does not have. With the passage as it is compared itself
 * labels that are printed before its words are left out as well.
 */
export function soughtIn(
  quoted: QuotedWording,
  read: Wording,
  numbers: WordNumbers,
  passage?: LabelledPassage,
): Sought {
  const starts = new Set(quoted.links.map(({ before }) => before))
  const isEnd = (word: number): boolean =>
    word <= 0 || word >= quoted.wording.words.length || starts.has(word)
  const own =
    passage === undefined
      ? { ...unchanged(quoted.wording), labelled: [] }
      : withoutLabels(quoted.wording, quoted.labels, passage, numbers, isEnd)
  const ends = new Set([...starts].map((word) => own.moved(word)))
  const isBareEnd = (word: number): boolean => word >= own.wording.words.length || ends.has(word)
  const bare = withoutNotes(own.wording, read, numbers, isBareEnd)
  const mended = mendHyphens(bare.wording, read, numbers)
  const moved = (word: number): number => mended.moved(bare.moved(own.moved(word)))
  const labelled = own.labelled.map((label) => ({ ...label, word: moved(label.word) }))
  const links = movedLinks(quoted.links, moved, mended.wording)
  return { ...wordsSought(mended.wording, links, numbers), labelled }
}

/** The links where their words are now; of several in one place an omission counts. */
function movedLinks(
  links: readonly WordingLink[],
  moved: (word: number) => number,
  { words }: Wording,
): readonly WordingLink[] {
  const found = new Map<number, WordingLink>()
  for (const link of links) {
    const before = moved(link.before)
    const other = found.get(before)
    if (before === 0 || before >= words.length || other?.sort === 'omission') continue
    found.set(before, { ...link, before })
  }
  return [...found.values()]
}

function wordsSought(
  wording: Wording,
  links: readonly WordingLink[],
  numbers: WordNumbers,
): Omit<Sought, 'labelled'> {
  const runs = [{ from: 0 }, ...links.map((link) => ({ from: link.before, link }))].map(
    (run, index) => ({ ...run, to: links[index]?.before ?? wording.words.length }),
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
