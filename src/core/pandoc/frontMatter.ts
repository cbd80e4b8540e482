import { findFrontMatter } from '../markdown/frontMatter.ts'
import type { Span } from '../text/span.ts'

/** The YAML front matter of a report. */
export interface FrontMatter {
  /** Of the lines between the delimiters, with their line ends. */
  readonly span: Span
  /** Top-level entries in order. */
  readonly fields: readonly FrontMatterField[]
}

/** One top-level entry: `name: value` with the lines that belong to it. */
export interface FrontMatterField {
  readonly name: string
  /** After the colon, up to the end of the field's last line, without its line end. */
  readonly valueSpan: Span
}

/** A line of a text, without its line end. */
export interface Line {
  readonly start: number
  readonly end: number
  /** After the line end. */
  readonly next: number
}

/** The line end that `source` uses first; `\n` when it has only one line. */
export function lineEndOf(source: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(source)?.[0]
  return found === '\r\n' || found === '\r' ? found : '\n'
}

/** The lines of `source` within `span`. */
export function linesWithin(source: string, span: Span): readonly Line[] {
  const lines: Line[] = []
  for (let start = span.start; start < span.end;) {
    const line = lineAt(source, start, span.end)
    lines.push(line)
    start = line.next
  }
  return lines
}

function lineAt(source: string, start: number, limit: number): Line {
  let end = start
  while (end < limit && source[end] !== '\n' && source[end] !== '\r') end += 1
  const width = source[end] === '\r' && source[end + 1] === '\n' ? 2 : 1
  return { start, end, next: Math.min(end + width, limit) }
}

/** Where the text of `source` begins: behind a byte order mark. */
export function textStart(source: string): number {
  return source.startsWith('\uFEFF') ? 1 : 0
}

/**
 * The front matter of `source`, if it has any. Read line by line, without YAML: an entry begins in the
 * first column and goes on over all lines that are indented, blank, comments, or items of a list
 * (`- …`) in the first column.
 */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const span = findFrontMatter(source, textStart(source))?.content
  return span && { span, fields: readFields(source, linesWithin(source, span)) }
}

function readFields(source: string, lines: readonly Line[]): readonly FrontMatterField[] {
  const starts = lines.flatMap((line, index) => {
    const name = fieldName(source.slice(line.start, line.end))
    return name === undefined ? [] : [{ index, line, ...name }]
  })
  return starts.map(({ index, line, name, length }, place) => {
    const last = lastOwnLine(source, lines.slice(index, starts[place + 1]?.index)) ?? line
    return { name, valueSpan: { start: line.start + length, end: last.end } }
  })
}

/** The last line that is not blank and no comment in the first column: those belong to no field. */
function lastOwnLine(source: string, lines: readonly Line[]): Line | undefined {
  return lines.findLast(({ start, end }) => /^(?!#)\s*\S/.test(source.slice(start, end)))
}

const nameAtStart = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#&*!|>'"%@`,[\]{}?:-][^\s:#]*))[ \t]*:(?=\s|$)/

function fieldName(line: string): { readonly name: string; readonly length: number } | undefined {
  const match = nameAtStart.exec(line)
  if (match === null) return undefined
  return { name: match[1] ?? match[2] ?? match[3] ?? '', length: match[0].length }
}
