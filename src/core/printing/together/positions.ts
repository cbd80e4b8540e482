import type { Position } from '../formats/format.ts'

/** A citation of one work, as a report makes them one after another. */
export interface WorkMention {
  readonly id: string
  /** `author`: what a narrative citation has in the sentence; `suppressed`: without it. */
  readonly mode: 'whole' | 'author' | 'suppressed'
  /** What Pandoc takes for the locator. */
  readonly locator?: string
}

/** Where a work is cited, and how it was before. */
export interface CitedBefore {
  readonly position: Position
  /** Of the note in which it was cited first. */
  readonly firstNote: number
}

interface Last {
  readonly group: number
  readonly at: number
  readonly isAlone: boolean
  readonly locator: string | undefined
  readonly note: number
}

/** The position of each of `groups` of mentions, whose notes have the numbers `notes`. */
export function positionsOf(
  groups: readonly (readonly WorkMention[])[],
  notes: readonly number[],
): readonly (readonly CitedBefore[])[] {
  const lastOf = new Map<string, Last>()
  const firstNotes = new Map<string, number>()
  const inNote = new Map<number, string>()
  return groups.map((mentions, group) => {
    const note = notes[group] ?? group + 1
    const start = mentions[0]?.mode === 'author' ? 0 : 1
    const isOne = isAlone(mentions)
    return mentions.map((mention, index) => {
      const { id, mode, locator } = mention
      const last = lastOf.get(id)
      const here: Last = { group, at: start + index, isAlone: isOne, locator, note }
      const placed = {
        position: last === undefined ? 'first' : positionBehind(last, here, inNote.get(last.note)),
        firstNote: firstNotes.get(id) ?? note,
      } as const
      if (last === undefined) firstNotes.set(id, note)
      inNote.set(note, (inNote.get(note) ?? id) === id ? id : several)
      if (mode !== 'author') lastOf.set(id, here)
      return placed
    })
  })
}

/** Stands for the works of a note that cites more than one. */
const several = ''

function isAlone([first, second, ...more]: readonly WorkMention[]): boolean {
  if (second === undefined) return true
  const isOne = first?.id === second.id && first.mode === 'author' && second.mode === 'suppressed'
  return isOne && more.length === 0
}

function positionBehind(last: Last, here: Last, inLastNote: string | undefined): Position {
  const goesOn = here.group === last.group && here.at === last.at + 1
  const isNext = here.group === last.group + 1 && here.note - last.note <= 1 && here.at === 1
  const wasAlone = last.isAlone && inLastNote !== several
  if (!goesOn && !(isNext && wasAlone)) return 'subsequent'
  if (here.locator === undefined) return last.locator === undefined ? 'ibid' : 'subsequent'
  return here.locator === last.locator ? 'ibid' : 'ibid with locator'
}
