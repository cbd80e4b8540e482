import { LineReader } from './lines.ts'
import { skipSpaces } from './characters.ts'

/**
 * The end of the YAML front matter that begins at `start`, before its last line break; -1 where there
 * is none. A line of three hyphens opens and closes it (remark-frontmatter); unclosed, it is none.
 */
export function frontMatterEnd(text: string, start: number): number {
  if (!text.startsWith('---', start)) return -1
  const lines = new LineReader(text, start)
  if (!lines.advance() || !isFence(text, lines)) return -1
  while (lines.advance()) if (isFence(text, lines)) return lines.end
  return -1
}

function isFence(text: string, line: LineReader): boolean {
  return (
    text.startsWith('---', line.start) && skipSpaces(text, line.start + 3, line.end) === line.end
  )
}
