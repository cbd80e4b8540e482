import { refersReader } from '../text/sentencePlace.ts'
import type { Span } from '../text/span.ts'
import type { Report } from './report.ts'

/** Full-width brackets around a place where a citation comes in, and what the citation puts in place of them. */
export interface WideBrackets {
  /** From the opening bracket to the closing one, if that stands right behind. */
  readonly span: Span
  /** What stands in brackets of Pandoc's before the citation. */
  readonly opening: string
}

/** Whether `part` of a group waits for its citation: it holds nothing, or what refers the reader. */
export function waitsForCitation(part: string): boolean {
  return part.trim() === '' || refersReader(part)
}

/** So far from a place its brackets are looked for, in UTF-16 units. */
const farthestBracket = 400

/**
 * The full-width brackets that `replaced` stands in as a part of a group: `［|］`, `【参见|】`,
 * `［@a；|］`. Brackets that hold a note of the author's are none, nor are those in which more follows.
 */
export function wideBracketsAround(
  { source }: Report,
  { start, end }: Span,
): WideBrackets | undefined {
  const before = source.slice(Math.max(0, start - farthestBracket), start)
  const inner = /[［【]([^［］【】[\]\n\r]*)$/u.exec(before)?.[1]
  if (inner === undefined || !isOpenPart(inner)) return undefined
  const after = source.slice(end, end + farthestBracket)
  const [behind = ''] = /^[^［］【】[\]\n\r]*[］】]?/u.exec(after) ?? []
  const isClosed = /[］】]$/u.test(behind)
  if (isClosed && behind.length > 1) return undefined
  const span = { start: start - inner.length - 1, end: isClosed ? end + 1 : end }
  return { span, opening: `[${inner.replaceAll(/；\s*/gu, '; ').replace(/(?<=\S)$/u, ' ')}` }
}

function isOpenPart(inner: string): boolean {
  const parts = inner.split(/[;；]/u)
  const isGroup = parts.slice(0, -1).every((part) => part.includes('@'))
  return isGroup && waitsForCitation(parts.at(-1) ?? '')
}
