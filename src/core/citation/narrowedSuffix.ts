import type { Span } from '../text/span.ts'

/** A suffix of a citation in which no two characters of white space stand side by side. */
interface Narrowed {
  readonly text: string
  /** Where `span` of `text` stands in the suffix as it was. */
  readonly spanIn: (span: Span) => Span
}

/** `suffix` with the first of each run of white space alone: `p.      99`, once `p.&nbsp;99`, as `p. 99`. */
export function narrowed(suffix: string): Narrowed {
  if (!/\s\s/.test(suffix)) return { text: suffix, spanIn: (span) => span }
  const kept = [...suffix.matchAll(/\S|(?<!\s)\s/g)].map(({ index }) => index)
  return {
    text: kept.map((at) => suffix.charAt(at)).join(''),
    spanIn: ({ start, end }) => ({
      start: kept[start] ?? suffix.length,
      end: (kept[end - 1] ?? -1) + 1,
    }),
  }
}
