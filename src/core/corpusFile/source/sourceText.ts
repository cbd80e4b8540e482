import type { Span } from '../../text/span.ts'
import type { SourcePlace } from '../../corpus/provision.ts'

/** The decoded text of a corpus file, without its BOM, that offsets and places count in. */
export interface SourceText {
  readonly name: string
  readonly text: string
  /** The offset at which each line begins, rising; the first is 0. */
  readonly lineStarts: readonly number[]
}

/** `text` ready for {@link placeOf}, without the BOM that it may begin with. */
export function sourceText(name: string, text: string): SourceText {
  const withoutMark = text.startsWith('\uFEFF') ? text.slice(1) : text
  return { name, text: withoutMark, lineStarts: lineStartsOf(withoutMark) }
}

/** Where `span` stands: the line and column (1-based, UTF-16 units) are those of its start. */
export function placeOf(source: SourceText, span: Span): SourcePlace {
  const line = lineAt(source, span.start)
  const column = span.start - (source.lineStarts[line] ?? 0) + 1
  return { file: source.name, line: line + 1, column, span: { start: span.start, end: span.end } }
}

/** The 0-based line that `offset` stands on: the last that begins at or before it. */
export function lineAt(source: SourceText, offset: number): number {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The text of the 0-based `line`, its ending included; empty past the last line. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line]
  return start === undefined ? '' : source.text.slice(start, source.lineStarts[line + 1])
}

/** Lines end at LF, CRLF or CR (CommonMark 0.31.2, section 2.1). */
function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let offset = 0; offset < text.length; offset += 1) {
    const unit = text[offset]
    if (unit === '\n' || (unit === '\r' && text[offset + 1] !== '\n')) starts.push(offset + 1)
  }
  return starts
}
