import type { Span } from './span.ts'

/**
 * `text`, which begins at `base`, at the same length, with `filler` (one UTF-16 unit) for all that the
 * spans of `parts` cover; these are in order of where they begin.
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
    const start = Math.max(read, span.start - base)
    const end = Math.max(start, span.end - base)
    kept += text.slice(read, start) + filler.repeat(end - start)
    read = end
  }
  return kept + text.slice(read)
}
