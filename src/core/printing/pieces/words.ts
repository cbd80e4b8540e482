import type { Face, PrintedRun } from '../printed.ts'
import { runStart } from '../../text/characters.ts'

/** Words in their faces; none where there is nothing to say. */
export type Words = readonly PrintedRun[]

/** Marks within words, until they are {@link finished}. */
export const marks = {
  /** Around what is quoted. */
  open: '\uE000',
  close: '\uE001',
  /** Before words that get no capital letter where a note begins. */
  kept: '\uE002',
  /** Behind the words of a place; before them stands {@link beginOf} it. */
  placeEnd: '\uE003',
  /** Behind the closing mark of what a report itself quotes. */
  quoted: '\uE005',
} as const

const firstPlace = 0xe100

/** So many places of a group are told apart; those behind them are printed all the same. */
const mostPlaces = 0xf8ff - firstPlace

/** The mark before the words of a place of a group. */
export function beginOf(place: number): string {
  return String.fromCharCode(firstPlace + Math.min(place, mostPlaces))
}

/** All marks. */
export const anyMark = /[\uE000-\uF8FF]/gu

/** `text` in one face. */
export function said(text: string | undefined, face?: Face): Words {
  if (text === undefined || text === '') return []
  return [face === undefined ? { text } : { text, faces: [face] }]
}

/** `words` in `face`, whatever faces they have within. */
export function inFace(words: Words, face: Face): Words {
  return words.map((run) => ({ ...run, faces: [face, ...(run.faces ?? [])] }))
}

/** Puts `run` behind `runs`, as one with the last of them where they are set alike. */
export function addRun(runs: PrintedRun[], run: PrintedRun): void {
  const last = runs.at(-1)
  const isSame =
    last?.faces?.join() === run.faces?.join() &&
    last?.address === run.address &&
    last?.place === run.place
  if (last !== undefined && isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text }
  else runs.push(run)
}

/** An address, which leads where it says. */
export function addressed(address: string | undefined): Words {
  return address === undefined ? [] : [{ text: address, address }]
}

/** Without faces, and without the marks of quotations. */
export function textOf(words: Words): string {
  return words
    .map(({ text }) => text)
    .join('')
    .replace(anyMark, '')
}

/** `parts` that are not empty with `delimiter` between them, which goes before no punctuation. */
export function joined(delimiter: string, parts: readonly Words[]): Words {
  const full = parts.filter((part) => part.length > 0)
  return glued(
    full.flatMap((part, index) =>
      index === 0 || /^[,;.]/u.test(firstSign(part)) ? [part] : [said(delimiter), part],
    ),
  )
}

/** `words` with something around them; nothing around nothing. */
export function wrapped(before: string, words: Words, behind: string): Words {
  return words.length === 0 ? [] : glued([said(before), words, said(behind)])
}

/** Pairs of marks of which the second is dropped, and the first. */
const keepFirst = new Set([
  '!.',
  '!:',
  '?.',
  '?:',
  ':.',
  ';:',
  ';.',
  '!!',
  '??',
  '..',
  '::',
  ';;',
  ',,',
])
const keepSecond = new Set([':!', ':?', ';!', ';?', '  ', ' ,', ' .'])

/** `parts` as one, with no punctuation twice where they meet. */
export function glued(parts: readonly Words[]): Words {
  const all: PrintedRun[] = []
  for (const part of parts) glueTo(all, part)
  return all
}

function glueTo(all: PrintedRun[], part: Words): void {
  const [end, start] = [lastSign(all), firstSign(part)]
  const pair = end + start
  if (keepFirst.has(pair)) {
    glueTo(all, withoutStart(part, start))
    return
  }
  if (!keepSecond.has(pair)) {
    for (const run of part) all.push(run)
    return
  }
  const kept = withoutEnd(all, end)
  all.length = 0
  for (const run of kept) all.push(run)
  glueTo(all, part)
}

/** The sign with which `words` begin, and that with which they end; marks are none. */
function firstSign(words: Words): string {
  for (const { text } of words) {
    const [sign] = /\P{Co}/u.exec(text) ?? []
    if (sign !== undefined) return sign
  }
  return ''
}

function lastSign(words: Words): string {
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const text = words[index]?.text ?? ''
    const end = runStart(text, /\p{Co}/u)
    if (end > 0) return text.charAt(end - 1)
  }
  return ''
}

/** `words` without the sign with which they begin, however often; marks before it stay. */
function withoutStart([first, ...rest]: Words, sign: string): Words {
  if (first === undefined) return []
  const [begin = ''] = /^\p{Co}*/u.exec(first.text) ?? []
  const behind = first.text.slice(begin.length)
  if (behind === '') return [first, ...withoutStart(rest, sign)]
  return [{ ...first, text: begin + behind.slice(countOf(sign, behind)) }, ...rest]
}

function countOf(sign: string, text: string): number {
  const at = Array.from(text).findIndex((one) => one !== sign)
  return at === -1 ? text.length : at
}

/** `words` without the sign with which they end; marks behind it stay. */
function withoutEnd(words: Words, sign: string): Words {
  const last = words.at(-1)
  if (last === undefined) return []
  const at = runStart(last.text, /\p{Co}/u)
  const [before, end] = [last.text.slice(0, at), last.text.slice(at)]
  if (before === '') return [...withoutEnd(words.slice(0, -1), sign), last]
  const text = before.slice(0, before.length - sign.length) + end
  return text === '' ? words.slice(0, -1) : [...words.slice(0, -1), { ...last, text }]
}
