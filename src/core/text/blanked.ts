import type { Span } from './span.ts'

/**
 * `text`, which begins at `base`, at the same length, with `filler` (one UTF-16 unit) for all that the
 * spans of `parts` cover; these are in order and do not overlap.
 */
export function blanked(
  text: string,
  base: number,
  parts: readonly { readonly span: Span }[],
  filler = ' ',
): string {
  let kept = ''
  let read = 0
  for (const { span } of parts) {
    kept += text.slice(read, span.start - base) + filler.repeat(span.end - span.start)
    read = span.end - base
  }
  return kept + text.slice(read)
}
