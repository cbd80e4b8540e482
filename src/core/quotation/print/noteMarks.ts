import { followersIn, type Followers } from './followers.ts'
import { unchanged, withoutWords, type ChangedWording } from './withoutWords.ts'
import { noMark, type PossibleNote, type Wording } from '../wording.ts'
import type { WordNumbers } from '../wordNumbers.ts'

/**
 * `wording` without the marks of notes that `other` does not have: digits behind a word where the other one
 * goes on with the next word at once. Where a row of words ends, which `isEnd` says of the number behind it,
 * it is enough that the other one has the word without such digits. Linear in both.
 */
export function withoutNotes(
  wording: Wording,
  other: Wording,
  numbers: WordNumbers,
  isEnd: (word: number) => boolean = () => false,
): ChangedWording {
  if (wording.notes.length === 0) return unchanged(wording)
  const candidates = wording.notes.map((note) => candidateOf(note, wording, isEnd))
  const asked = candidates.flatMap(({ note, word, before }) => [note.bare, before, word])
  const follows = followersIn(
    other,
    asked.filter((one) => one !== undefined),
  )
  const isFigure = (word: number): boolean => /^\p{N}/u.test(numbers.wordOf(word))
  const marks = candidates.filter((each) => isMark(each, follows, isFigure))
  const bare = marks.flatMap(({ note }) => (note.bare === undefined ? [] : [note]))
  const gone = marks.flatMap(({ note }) => (note.bare === undefined ? [note.word] : []))
  return withoutWords(withBareWords(wording, bare), gone, (before, last) =>
    joinedMarks(wording.marks[before] ?? noMark, wording.marks[last] ?? noMark, numbers),
  )
}

/** What may be the mark of a note, and the words before and behind it. */
interface Candidate {
  readonly note: PossibleNote
  /** The word that it is, with its mark if it has one at its end. */
  readonly word: number
  readonly before: number | undefined
  readonly behind: number | undefined
}

function candidateOf(
  note: PossibleNote,
  { words }: Wording,
  isEnd: (word: number) => boolean,
): Candidate {
  const at = note.word
  return {
    note,
    word: words[at] ?? 0,
    before: isEnd(at) ? undefined : words[at - 1],
    behind: isEnd(at + 1) ? undefined : words[at + 1],
  }
}

function isMark(
  { note, word, before, behind }: Candidate,
  follows: Followers,
  isFigure: (word: number) => boolean,
): boolean {
  const last = note.bare ?? before
  if (last === undefined) return false
  // Where the words end, `Sec.3` is told from a note by the figures that stand behind `Sec.` elsewhere.
  const endsWith = (one: number): boolean =>
    follows.isThere(one) && !Array.from(follows.behind(one)).some(isFigure)
  if (note.bare !== undefined && follows.isThere(word)) return false
  if (behind === undefined) return endsWith(last)
  if (!follows.has(last, behind)) return false
  return note.bare !== undefined || !(follows.has(last, word) && follows.has(word, behind))
}

function withBareWords(wording: Wording, notes: readonly PossibleNote[]): Wording {
  if (notes.length === 0) return wording
  const words = [...wording.words]
  for (const { word, bare } of notes) words[word] = bare ?? words[word] ?? 0
  return { ...wording, words }
}

/** The punctuation on both sides of a mark, as one. */
export function joinedMarks(one: number, other: number, numbers: WordNumbers): number {
  if (one === noMark || one === other) return other
  return other === noMark ? one : numbers.of(numbers.wordOf(one) + numbers.wordOf(other))
}
