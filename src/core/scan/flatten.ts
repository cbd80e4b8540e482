import { sliceSpan, type Span } from '../text/span.ts'

const objectReplacement = '\uFFFC'

/**
 * The text of a block's `lines` (starts and ends in turn) at the length that it has in `source`: what
 * stands between two lines becomes a line feed and spaces. Offset i of it is offset `lines[0] + i`.
 */
export function flatten(source: string, lines: readonly number[]): string {
  const start = lines[0] ?? 0
  const end = lines.at(-1) ?? start
  if (lines.length === 2 || isContiguous(lines)) return source.slice(start, end)
  const parts: string[] = []
  for (let at = 0; at < lines.length; at += 2) {
    const from = lines[at] ?? 0
    const before = lines[at - 1]
    if (before !== undefined) parts.push('\n', ' '.repeat(from - before - 1))
    parts.push(source.slice(from, lines[at + 1]))
  }
  return parts.join('')
}

/** Whether only single characters, the line endings, stand between the lines. */
function isContiguous(lines: readonly number[]): boolean {
  for (let at = 2; at < lines.length; at += 2) {
    if ((lines[at] ?? 0) - (lines[at - 1] ?? 0) !== 1) return false
  }
  return true
}

/** `text` with every character in one of the `ranges` (ascending) replaced by U+FFFC; line feeds stay. */
export function hide(text: string, ranges: readonly Span[]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let read = 0
  for (const range of ranges) {
    parts.push(text.slice(read, range.start))
    parts.push(
      sliceSpan(text, range).replace(/[^\n]/gu, (hidden) =>
        objectReplacement.repeat(hidden.length),
      ),
    )
    read = range.end
  }
  parts.push(text.slice(read))
  return parts.join('')
}
