import type { Aside, Unread } from '../../core/official/outline.ts'
import { inLines } from '../running/block.ts'
import { fencedLines } from './drawnTables.ts'

/** A Markdown text without its notes. */
export interface WithoutNotes {
  /** As many lines as before. */
  readonly text: string
  readonly notes: readonly Aside[]
  /** That there are notes. */
  readonly unread: readonly Unread[]
}

const definition = /^ {0,3}\[\^([^\]\s^]{1,80})\]:[ \t]*/u
const mark = /\[\^([^\]\s^]{1,80})\]/gu
/** What a line begins with that does not go on with the paragraph before it. */
const beginsBlock = /^ {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||```|~~~|\[\^)/u

/** Takes the notes `[^1]: …` out of `source`, with their marks, which CommonMark does not know. Linear. */
export function withoutNotes(source: string): WithoutNotes {
  if (!source.includes('[^')) return { text: source, notes: [], unread: [] }
  const written = source.split(/\r\n|\r|\n/u)
  const lines = [...written]
  const isFenced = fencedLines(lines)
  const found = new Map<string, string[]>()
  let open: string[] | undefined
  for (const [at, line] of written.entries()) {
    const [whole, name = ''] = (isFenced[at] === true ? null : definition.exec(line)) ?? []
    const isBehindBlank = (written[at - 1] ?? '').trim() === ''
    if (whole !== undefined) {
      open = [line.slice(whole.length)]
      found.set(name, open)
    } else if (open === undefined || line.trim() === '') continue
    else if (/^(?: {4}|\t)/u.test(line) || !(isBehindBlank || beginsBlock.test(line))) {
      open.push(line)
    } else {
      open = undefined
      continue
    }
    lines[at] = ''
  }
  if (found.size === 0) return { text: source, notes: [], unread: [] }
  const text = lines.map((line, at) => (isFenced[at] === true ? line : unmarked(line, found)))
  const notes = [...found.values()].map((own) => inLines(own.join(' ')))
  const what = `notes: ${String(notes.length)}, from “${(notes[0] ?? '').slice(0, 60)}”`
  return {
    text: text.join('\n'),
    notes: notes.filter((note) => note !== '').map((note) => ({ kind: 'note', text: note })),
    unread: [{ where: 'notes', what }],
  }
}

function unmarked(line: string, found: ReadonlyMap<string, unknown>): string {
  return line.replaceAll(mark, (whole, name: string) => (found.has(name) ? '' : whole))
}
