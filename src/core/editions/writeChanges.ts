import {
  fillTemplate,
  inWords,
  sentence,
  type FillTemplate,
  type Sentence,
} from '../corpus/sentence.ts'
import { escapeMarkdown } from '../text/escapeMarkdown.ts'
import { visibleJson } from '../text/controls/visibleControls.ts'
import type { EditionChange, EditionPart, WordPiece } from './edition.ts'

/** How the changes between two editions are written; what became of a part in the words of `t`, in English unless told otherwise. */
export type WriteChanges = (changes: readonly EditionChange[], t?: FillTemplate) => string

/** Text for a terminal: what was deleted in `[-…-]`, what was inserted in `{+…+}`, as `git diff --word-diff` writes it. */
export const changesText: WriteChanges = (changes, t) =>
  changes
    .map((change) => [titleOf(change, t), ...linesOf(change, plainMarks)].join('\n'))
    .join('\n\n') + lastLineEnd(changes)

/** Markdown: what was deleted and inserted in the elements of HTML that say so, whatever marks stand around. */
export const changesMarkdown: WriteChanges = (changes, t) =>
  changes
    .flatMap((change) => [
      `## ${escapeMarkdown(titleOf(change, t))}`,
      ...linesOf(change, markdownMarks),
    ])
    .join('\n\n') + lastLineEnd(changes)

function lastLineEnd({ length }: readonly unknown[]): string {
  return length === 0 ? '' : '\n'
}

/** A list of objects, each with its kind, its label in both editions, and headings and texts piece by piece. */
export const changesJson: WriteChanges = (changes) => `${visibleJson(changes.map(asData), 2)}\n`

function asData(change: EditionChange): unknown {
  const { kind } = change
  if (kind === 'inserted') return { kind, to: change.after }
  if (kind === 'deleted') return { kind, from: change.before }
  const { before, after, heading, text } = change
  return { kind, from: before.label, to: after.label, heading, text }
}

/** `changed 5.1.a`, `moved 20 → 21`. */
function titleOf(change: EditionChange, t: FillTemplate = fillTemplate): string {
  return inWords(titled(change.kind, labelsOf(change)), t).trim()
}

function labelsOf(change: EditionChange): string {
  if (change.kind === 'inserted') return change.after.label
  if (change.kind === 'deleted') return change.before.label
  const { before, after } = change
  return before.label === after.label ? after.label : `${before.label} → ${after.label}`
}

function titled(kind: EditionChange['kind'], labels: string): Sentence {
  switch (kind) {
    case 'inserted':
      return sentence`inserted ${labels}`
    case 'deleted':
      return sentence`deleted ${labels}`
    case 'moved':
      return sentence`moved ${labels}`
    case 'changed':
      return sentence`changed ${labels}`
  }
}

type Marks = (piece: WordPiece) => string

function linesOf(change: EditionChange, marks: Marks): readonly string[] {
  if (change.kind === 'inserted') return partLines(change.after, 'inserted', marks)
  if (change.kind === 'deleted') return partLines(change.before, 'deleted', marks)
  return [change.heading, change.text].flatMap((pieces) => line(pieces, marks))
}

function partLines(
  { heading, text }: EditionPart,
  kind: WordPiece['kind'],
  marks: Marks,
): readonly string[] {
  return [heading, text].flatMap((one) => line([{ kind, text: one }], marks))
}

/** `pieces` in a line; none where there are no words. */
function line(pieces: readonly WordPiece[], marks: Marks): readonly string[] {
  const written = pieces.map((piece) => (piece.text.trim() === '' ? piece.text : marks(piece)))
  const text = written.join('').trim()
  return text === '' ? [] : [text]
}

/** `text` with what `write` makes of its words, and the white space around them as it is. */
function around(text: string, write: (words: string) => string): string {
  const words = text.trim()
  const at = text.indexOf(words)
  return text.slice(0, at) + write(words) + text.slice(at + words.length)
}

const plainMarks: Marks = ({ kind, text }) => {
  if (kind === 'same') return text
  const [open, close] = kind === 'inserted' ? ['{+', '+}'] : ['[-', '-]']
  return around(text, (words) => open + words + close)
}

const markdownMarks: Marks = ({ kind, text }) => {
  if (kind === 'same') return around(text, escapeMarkdown)
  const tag = kind === 'inserted' ? 'ins' : 'del'
  return around(text, (words) => `<${tag}>${escapeMarkdown(words)}</${tag}>`)
}
