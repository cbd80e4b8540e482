import type { Span } from '../text/span.ts'
import { keyEndAt } from './keySyntax.ts'

/** `@key` where Pandoc reads no citation. */
export interface UnreadKey {
  readonly key: string
  /** With its marker. */
  readonly span: Span
}

/** All that has the form of `@key` in `text`, whatever stands before it; `base` is where `text` begins in the report. */
export function markedKeysIn(text: string, base: number): readonly UnreadKey[] {
  return [...text.matchAll(/@/g)].flatMap(({ index }) => keyAt(text, base, index))
}

function keyAt(text: string, base: number, at: number): readonly UnreadKey[] {
  const end = keyEndAt(text, at + 1)
  const span = { start: base + at, end: base + end }
  return end > at + 1 ? [{ key: text.slice(at + 1, end), span }] : []
}

/** The keys of `mask` right behind an ASCII letter or digit, which `parseCitations` takes for e-mail addresses. */
export function keysLikeAddresses(mask: string, base: number): readonly UnreadKey[] {
  return [...mask.matchAll(/(?<=[a-z\d])@/gi)].flatMap(({ index }) => keyAt(mask, base, index))
}

/** The marker of a numbered example, behind those of other containers (manual, "Extension: example_lists"). */
const exampleMarker =
  /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*\(?@[\p{L}\p{N}_-]*[\p{L}\p{N}_][.)](?=\s|$)/u

/** The key that numbers the example that the block of `text` begins: `(@key) Text`. */
export function exampleIn(text: string, base: number): UnreadKey | undefined {
  const marker = exampleMarker.exec(text)?.[0]
  if (marker === undefined) return undefined
  const [label] = markedKeysIn(marker, base)
  return label
}
