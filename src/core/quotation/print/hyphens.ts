import { followersIn } from './followers.ts'
import { noMark, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'
import { unchanged, withoutWords, type ChangedWording } from './withoutWords.ts'

/**
 * `wording` with each word that a hyphen parted at the end of a line as `other` has it: in one piece
 * where the other has that, and otherwise with its hyphen (`risk-based`). A word with a hyphen within a
 * line is treated alike: whoever copied it may have joined the lines. Where the other has both, that
 * counts which the words beside it have. `moved` says where the words of `wording` went.
 */
export function mendHyphens(
  wording: Wording,
  other: Wording,
  numbers: WordNumbers,
): ChangedWording {
  const candidates = [...wording.hyphenated, ...wording.compounds]
  if (candidates.length === 0) return unchanged(wording)
  const whole = new Set(other.words)
  const parted = joinedWords(other, other.hyphenated, numbers)
  const compound = joinedWords(other, other.compounds, numbers)
  const isAmbiguous = (word: number): boolean => whole.has(word) && compound.has(word)
  const wholes = new Map(candidates.map((word) => [word, joined(wording, word, numbers)]))
  const asked = candidates.filter((word) => isAmbiguous(wholes.get(word) ?? 0))
  const follows = followersIn(other, [
    ...asked.map((word) => wholes.get(word) ?? 0),
    ...asked.map((word) => wording.words[word - 1] ?? 0),
  ])
  const isWhole = (word: number): boolean => {
    const one = wholes.get(word) ?? 0
    if (!isAmbiguous(one)) return whole.has(one)
    const [before = 0, behind = 0] = [wording.words[word - 1], wording.words[word + 2]]
    const begins = follows.has(before, one) || other.words[0] === one
    return begins && (follows.has(one, behind) || follows.has(one, 0))
  }
  return withJoined(wording, wholes, [
    ...wording.hyphenated.filter((word) => isWhole(word) || parted.has(wholes.get(word) ?? 0)),
    ...wording.compounds.filter(isWhole),
  ])
}

/** The number of a word and the one behind it, written as one. */
function joined({ words }: Wording, word: number, numbers: WordNumbers): number {
  return numbers.of(numbers.wordOf(words[word] ?? 0) + numbers.wordOf(words[word + 1] ?? 0))
}

function joinedWords(
  wording: Wording,
  firsts: readonly number[],
  numbers: WordNumbers,
): ReadonlySet<number> {
  return new Set(firsts.map((word) => joined(wording, word, numbers)))
}

/** `wording` with the words `firsts` joined to the next ones; one that is joined itself takes no other. */
function withJoined(
  wording: Wording,
  wholes: ReadonlyMap<number, number>,
  firsts: readonly number[],
): ChangedWording {
  if (firsts.length === 0) return unchanged(wording)
  const seconds = new Set<number>()
  for (const word of firsts.toSorted((one, other) => one - other)) {
    if (!seconds.has(word)) seconds.add(word + 1)
  }
  const words = [...wording.words]
  const ends = [...wording.ends]
  for (const second of seconds) {
    words[second - 1] = wholes.get(second - 1) ?? 0
    ends[second - 1] = wording.ends[second] ?? 0
  }
  const whole = { ...wording, words, ends, hyphenated: [] }
  return withoutWords(whole, [...seconds], (_, last) => wording.marks[last] ?? noMark)
}
