import type { PossibleNote, Wording } from '../wording.ts'

/** A wording of which words were taken out or put together, and where the others went. */
export interface ChangedWording {
  readonly wording: Wording
  /** The number that the word has now, or that of the next one where it is gone. */
  readonly moved: (word: number) => number
}

/** The wording as it is. */
export function unchanged(wording: Wording): ChangedWording {
  return { wording, moved: (word) => word }
}

/**
 * `wording` without the words `dropped`, in rising order. `markOf` says which punctuation then stands behind a
 * word before some of them, of which the last one is given.
 */
export function withoutWords(
  wording: Wording,
  dropped: readonly number[],
  markOf: (before: number, last: number) => number,
): ChangedWording {
  if (dropped.length === 0) return unchanged(wording)
  const isDropped = new Set(dropped)
  const newNumbers = new Int32Array(wording.words.length + 1)
  const kept: number[] = []
  const marks: number[] = []
  for (const [word, mark] of wording.marks.entries()) {
    newNumbers[word] = kept.length
    if (!isDropped.has(word)) {
      kept.push(word)
      marks.push(mark)
    } else if (!isDropped.has(word + 1) && kept.length > 0) {
      marks[marks.length - 1] = markOf(kept.at(-1) ?? 0, word)
    }
  }
  newNumbers[wording.words.length] = kept.length
  const moved = (word: number): number => newNumbers[word] ?? word
  const stay = (words: readonly number[]): readonly number[] =>
    words.filter((word) => !isDropped.has(word) && !isDropped.has(word + 1)).map(moved)
  const notes = wording.notes.filter(({ word }) => !isDropped.has(word))
  return {
    wording: {
      words: kept.map((word) => wording.words[word] ?? 0),
      starts: kept.map((word) => wording.starts[word] ?? 0),
      ends: kept.map((word) => wording.ends[word] ?? 0),
      marks,
      hyphenated: stay(wording.hyphenated),
      compounds: stay(wording.compounds),
      breaks: stay(wording.breaks),
      capitals: wording.capitals.filter((word) => !isDropped.has(word)).map(moved),
      notes: notes.map((note): PossibleNote => ({ ...note, word: moved(note.word) })),
    },
    moved,
  }
}
