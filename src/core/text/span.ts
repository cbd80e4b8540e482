import type { Text } from './text.ts'

/** A half-open slice of a text, in UTF-16 code units: what `String#slice` takes. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether `offset` touches `span`; a caret right after the last character counts. */
export function spanTouches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}

/** `span` of a text before which `by` characters were added. */
export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The text that `span` covers in `text`. */
export function sliceSpan(text: Pick<Text, 'slice'>, span: Span): string {
  return text.slice(span.start, span.end)
}

/** The index of the first of `items` that `isBehind` is true of, as it is of all behind it; their number where it is of none. */
export function firstIndex<T>(items: readonly T[], isBehind: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item === undefined || isBehind(item)) high = middle
    else low = middle + 1
  }
  return low
}
