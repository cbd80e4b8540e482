import type { Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/**
 * `wording` with each word that a hyphen parted at the end of a line as `other` has it: in one piece
 * where the other has that, and otherwise with its hyphen (`risk-based`). `moved` says where the words
 * of `wording` went.
 */
export function mendHyphens(
  wording: Wording,
  other: Wording,
  numbers: WordNumbers,
): { readonly wording: Wording; readonly moved: (word: number) => number } {
  if (wording.hyphenated.length === 0) return { wording, moved: (word) => word }
  const known = new Set([
    ...other.words,
    ...other.hyphenated.map((word) => joined(other, word, numbers)),
  ])
  const parted = wording.hyphenated.filter((word) => known.has(joined(wording, word, numbers)))
  return {
    wording: withoutHyphens(wording, parted, numbers),
    moved: (word) => word - parted.filter((each) => each < word).length,
  }
}

/** The number of a word and the one behind it, written as one. */
function joined({ words }: Wording, word: number, numbers: WordNumbers): number {
  return numbers.of(numbers.wordOf(words[word] ?? 0) + numbers.wordOf(words[word + 1] ?? 0))
}

function withoutHyphens(
  wording: Wording,
  parted: readonly number[],
  numbers: WordNumbers,
): Wording {
  const joins = new Set(parted)
  const seconds = new Set(parted.map((word) => word + 1))
  const firsts = [...wording.words.keys()].filter((word) => !seconds.has(word))
  const last = (word: number): number => (joins.has(word) ? word + 1 : word)
  const of = (values: readonly number[], word: number): number => values[word] ?? 0
  return {
    words: firsts.map((word) =>
      joins.has(word) ? joined(wording, word, numbers) : of(wording.words, word),
    ),
    starts: firsts.map((word) => of(wording.starts, word)),
    ends: firsts.map((word) => of(wording.ends, last(word))),
    marks: firsts.map((word) => of(wording.marks, last(word))),
    hyphenated: [],
  }
}
