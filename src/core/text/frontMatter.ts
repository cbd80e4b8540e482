import { isLineBreak, skipSpaces } from './characters.ts'
import { LineReader, linesWithin, type Line } from './lines.ts'
import { sliceSpan, type Span } from './span.ts'
import type { Text } from './text.ts'

/** Where the YAML front matter of a text stands. */
export interface FrontMatterPlace {
  /** Of the lines between the fences, with their line breaks; of all lines while nothing closes it. */
  readonly content: Span
  /** The end of the closing fence, before its line break; `undefined` while nothing closes it. */
  readonly end: number | undefined
}

/** In what the front matter of one sort of file differs from that of another. */
export interface FrontMatterRule {
  /** So far behind the opening fence the closing one is looked for, in UTF-16 units. */
  readonly longest: number
  /** Whether its first line may be blank. */
  readonly mayBeginBlank: boolean
}

/** As in Pandoc ("yaml_metadata_block"), hyphens before a blank line are a rule and open nothing. */
export const ofReports: FrontMatterRule = { longest: 200_000, mayBeginBlank: false }

/** A corpus file can begin with nothing else, so its first line decides. */
export const ofCorpusFiles: FrontMatterRule = { longest: Infinity, mayBeginBlank: true }

/** Where `text` begins: behind a byte order mark. */
export function textStart(text: Text): number {
  return text.charAt(0) === '\uFEFF' ? 1 : 0
}

/**
 * The YAML front matter that begins at `start`, if any does: from a line of three hyphens to the next
 * one of three hyphens or dots, each with blanks behind it or none. Without the latter it is open.
 */
export function findFrontMatter(
  text: string,
  start: number,
  { longest, mayBeginBlank }: FrontMatterRule,
): FrontMatterPlace | undefined {
  if (!text.startsWith('---', start)) return undefined
  const lines = new LineReader(text, start)
  if (!lines.advance() || !opensFrontMatter(text, lines)) return undefined
  const content = lines.next
  if (!mayBeginBlank && beginsBlank(text, content)) return undefined
  while (lines.next - content < longest && lines.advance()) {
    if (closesFrontMatter(text, lines)) {
      return { content: { start: content, end: lines.start }, end: lines.end }
    }
  }
  return { content: { start: content, end: lines.next }, end: undefined }
}

/** Whether `line` of `text` opens front matter, if what follows is some. */
export function opensFrontMatter(text: string, line: Span): boolean {
  return isFence(text, line, '---')
}

/** Whether `line` of `text` closes front matter. */
export function closesFrontMatter(text: string, line: Span): boolean {
  return isFence(text, line, '---') || isFence(text, line, '...')
}

function isFence(text: string, line: Span, marks: '---' | '...'): boolean {
  return (
    text.startsWith(marks, line.start) &&
    skipSpaces(text, line.start + marks.length, line.end) === line.end
  )
}

function beginsBlank(text: string, offset: number): boolean {
  return isLineBreak(text.charCodeAt(skipSpaces(text, offset, text.length)))
}

/**
 * The end of the front matter that the report `text` begins with, behind a byte order mark or not; -1
 * where there is none. Mostly reads its first lines, and never much more than front matter may have.
 */
export function frontMatterEnd(text: Text): number {
  const head = text.slice(0, 4096)
  const place = findFrontMatter(head, textStart(head), ofReports)
  if (place === undefined || head.length === text.length) return place?.end ?? -1
  if (place.end !== undefined && place.end < head.length) return place.end
  const most = text.slice(0, 2 * ofReports.longest)
  return findFrontMatter(most, textStart(most), ofReports)?.end ?? -1
}

/** The YAML front matter of a text. */
export interface FrontMatter {
  /** Of the lines between the fences, with their line breaks. */
  readonly span: Span
  /** Top-level entries in order. */
  readonly fields: readonly FrontMatterField[]
}

/** One top-level entry: `name: value` with the lines that belong to it. */
export interface FrontMatterField {
  readonly name: string
  /** After the colon, up to the end of the field's last line, without its line break. */
  readonly valueSpan: Span
}

/** The front matter of the report `source`, if it has any that is closed. */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const place = findFrontMatter(source, textStart(source), ofReports)
  if (place?.end === undefined) return undefined
  return { span: place.content, fields: readFields(source, place.content) }
}

/**
 * The entries of the front matter that `content` covers in `source`. Read line by line, without YAML: an
 * entry begins in the first column and goes on over all lines that are indented, blank, comments, or
 * items of a list (`- …`) in the first column.
 */
export function readFields(source: string, content: Span): readonly FrontMatterField[] {
  const lines = linesWithin(source, content)
  const starts = lines.flatMap((line, index) => {
    const name = fieldName(sliceSpan(source, line))
    return name === undefined ? [] : [{ index, line, ...name }]
  })
  return starts.map(({ index, line, name, length }, place) => {
    const last = lastOwnLine(source, lines.slice(index, starts[place + 1]?.index)) ?? line
    return { name, valueSpan: { start: line.start + length, end: last.end } }
  })
}

/** The last line that is not blank and no comment in the first column: those belong to no field. */
function lastOwnLine(source: string, lines: readonly Line[]): Line | undefined {
  return lines.findLast((line) => /^(?!#)\s*\S/.test(sliceSpan(source, line)))
}

const nameAtStart = /^(?:"([^"\\]*)"|'([^']*)'|([^\s#&*!|>'"%@`,[\]{}?:-][^\s:#]*))[ \t]*:(?=\s|$)/

function fieldName(line: string): { readonly name: string; readonly length: number } | undefined {
  const match = nameAtStart.exec(line)
  if (match === null) return undefined
  return { name: match[1] ?? match[2] ?? match[3] ?? '', length: match[0].length }
}

/** The word that the first field `name` holds, in quotation marks or not; `undefined` where none does. */
export function wordOfField(
  source: string,
  fields: readonly FrontMatterField[],
  name: string,
): string | undefined {
  const field = fields.find((one) => one.name === name)
  return field && /^\s*["']?([A-Za-z\d-]+)/u.exec(sliceSpan(source, field.valueSpan))?.[1]
}
