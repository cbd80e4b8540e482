import type { PrintedGroup, PrintedRun } from './printed.ts'

/** Where in a note a group of citations stands. */
export interface PlaceInNote {
  /** Whether the note is one paragraph that the group begins. */
  readonly isFirst: boolean
  /** Whether the author stands in the sentence. */
  readonly isNarrative: boolean
  /** Whether a full stop follows. */
  readonly isStopped: boolean
}

/**
 * What a group prints that stands in a note already. Pandoc gives it no note of its own: the words of that
 * go into the sentence, in parentheses where they do not begin it (pandoc, `Text.Pandoc.Citeproc`, `deNote`).
 */
export function withinNote(
  { text, words = [] }: PrintedGroup,
  { isFirst, isNarrative, isStopped }: PlaceInNote,
): readonly PrintedRun[] {
  if (isNarrative) return text.length === 0 ? words : [...text, { text: ', ' }, ...words]
  if (!isFirst) return [{ text: '(' }, ...words, { text: ')' }]
  return isStopped || endsWithStop(words) ? words : [...words, { text: '.' }]
}

function endsWithStop(words: readonly PrintedRun[]): boolean {
  return words.at(-1)?.text.endsWith('.') === true
}
