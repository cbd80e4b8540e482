import type { Span } from './span.ts'
import type { Text } from './text.ts'

/** The replacement of `span` by `text`. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** `source` after `edits`, which must not overlap; their offsets are all in `source`. */
export function applyEdits(source: Text, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((one, other) => one.span.start - other.span.start)
  let result = ''
  let read = 0
  for (const { span, text } of inOrder) {
    result += source.slice(read, span.start) + text
    read = span.end
  }
  return result + source.slice(read)
}
