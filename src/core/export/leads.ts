import type { Span } from '../text/span.ts'
import { nameOfPlace, type Finding, type Findings, type ToldQuotation } from './findings.ts'

/** Words in what was written of findings that name the place of one. */
export interface LedLine {
  /** From 0. */
  readonly line: number
  /** The words, in UTF-16 units of the line. */
  readonly words: Span
  readonly to: Finding | ToldQuotation
}

/**
 * Where a text of lines for people, which begin with {@link nameOfPlace}, or what {@link writeJson} or
 * {@link writeSarif} wrote of `found` leads: each finding once, and each quotation that something is told of, in
 * the order in which they stand there.
 */
export function leadsIn(text: string, found: Findings, isText: boolean): readonly LedLine[] {
  const left = [...found.findings, ...(found.told ?? [])][Symbol.iterator]()
  let unread = found.unread.length
  let next = left.next().value
  return text.split('\n').flatMap((written, line) => {
    const words = next && (isText ? placeAt(written, next) : fileAt(written))
    if (next === undefined || words === undefined) return []
    // In the forms for programs what could not be read stands first.
    if (!isText && unread-- > 0) return []
    const to = next
    next = left.next().value
    return { line, words, to }
  })
}

function placeAt(line: string, finding: Finding | ToldQuotation): Span | undefined {
  const name = nameOfPlace(finding)
  return line.startsWith(name) ? { start: 0, end: name.length } : undefined
}

/** The value of the member of an object that names a file, on a line of its own. */
function fileAt(line: string): Span | undefined {
  const start = /^ *"(?:file|uri)": "/.exec(line)?.[0].length
  return start === undefined ? undefined : { start, end: line.lastIndexOf('"') }
}
