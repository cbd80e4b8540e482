import type { Span } from '../text/span.ts'
import { parseCitations } from './syntax.ts'

/** The brackets right behind a key that Pandoc reads as part of its narrative citation: `@key [p. 3]`. */
export interface BracketsBehind {
  /** From the end of the key to the first character within the brackets that is no space. */
  readonly opening: Span
  /** Behind the bracket that closes them. */
  readonly end: number
  /** What to write instead of the opening within the brackets of a group: `[@key, p. 3]`. */
  readonly joint: ', ' | '; ' | ''
}

/**
 * The brackets behind the key that ends at `keyEnd`, whether or not Pandoc sees that key; `undefined`
 * where none belong to it. `mask` and `base` are as for `parseCitations`, `keyEnd` counts in the report.
 */
export function bracketsBehind(
  mask: string,
  base: number,
  keyEnd: number,
): BracketsBehind | undefined {
  const rest = mask.slice(keyEnd - base)
  const opening = /^\s*\[\s*/.exec(rest)?.[0]
  if (opening === undefined) return undefined
  const [group] = parseCitations(`@k${rest}`, keyEnd - 2)
  if (group === undefined || group.span.end === keyEnd) return undefined
  const [first, second] = group.citations
  const joint = first.suffixSpan !== undefined ? ', ' : second === undefined ? '' : '; '
  return { opening: { start: keyEnd, end: keyEnd + opening.length }, end: group.span.end, joint }
}
