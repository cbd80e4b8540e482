import type { PrintedGroup, PrintedRun } from './printed.ts'

/** Where in a note a group of citations stands. */
export interface PlaceInNote {
  /** Whether the note is one paragraph that it begins; a sentence goes on behind any other. */
  readonly isFirst: boolean
  /** Whether the author stands in the sentence. */
  readonly isNarrative: boolean
  /** Whether a full stop follows. */
  readonly isStopped: boolean
  /** The words before its first key, as written. */
  readonly prefix: string
}

/**
 * What a group prints that stands in a note already. Pandoc gives it no note of its own: the words of that
 * go into the sentence, in parentheses where they do not begin it (pandoc, `Text.Pandoc.Citeproc`, `deNote`).
 */
export function withinNote(
  { text, note = [] }: PrintedGroup,
  { isFirst, isNarrative, isStopped, prefix }: PlaceInNote,
): readonly PrintedRun[] {
  const words = asWritten(note, prefix)
  if (isNarrative) return [...text, { text: ', ' }, ...withoutStop(words)]
  if (isFirst) return isStopped ? withoutStop(words) : words
  return [{ text: '(' }, ...withoutStop(words), { text: ')' }]
}

/** A note begins with a capital, a sentence within one with what is written. */
function asWritten(runs: readonly PrintedRun[], prefix: string): readonly PrintedRun[] {
  const [first, ...others] = runs
  if (first === undefined) return []
  const begun = prefix.charAt(0)
  const text =
    begun.toUpperCase() === first.text.charAt(0) && begun !== ''
      ? begun + first.text.slice(1)
      : first.text.replace(/^Ibid/u, 'ibid')
  return [{ ...first, text }, ...others]
}

function withoutStop(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const last = runs.at(-1)
  if (last === undefined || !last.text.endsWith('.')) return runs
  const text = last.text.slice(0, -1)
  return [...runs.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])]
}
