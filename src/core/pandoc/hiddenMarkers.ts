import { isBlankAt, isEscaped, letterOrDigitBefore } from './lettersAndDigits.ts'

/**
 * Pandoc's `notAfterString`: whether a marker at `offset` stands right after a letter, a digit or a
 * full stop, and is no citation. `...` hides none, nor does an escaped full stop; letters cannot be
 * escaped. What stands before `floor` does not count: a citation ends there, right after which another
 * is seen.
 */
export function isGluedAt(text: string, offset: number, floor = 0): boolean {
  if (offset <= floor) return false
  return letterOrDigitBefore(text, offset) || runBefore(text, offset, '.', floor) % 3 !== 0
}

/**
 * Whether the `@` at `at` has a hyphen that suppresses the author: `-@` does, `--@` and `---@` are
 * dashes (Pandoc's `smart`) before a plain `@`. `floor` is as for {@link isGluedAt}.
 */
export function hasSuppressingHyphen(text: string, at: number, floor = 0): boolean {
  const hyphens = runBefore(text, at, '-', floor)
  return hyphens % 3 === 1 && (hyphens > 1 || !isGluedAt(text, at - 1, floor))
}

/**
 * Whether Pandoc may see no citation at `offset`, as far as the characters before it tell: it is glued,
 * or stands after what can be the end of emphasis.
 */
export function mayHideCitation(text: string, offset: number): boolean {
  return isGluedAt(text, offset) || mayEndEmphasis(text, offset)
}

/** The length of the run of `mark`, none of it escaped, that ends at `offset`. */
function runBefore(text: string, offset: number, mark: string, floor: number): number {
  let start = offset
  while (start > floor && text[start - 1] === mark) start -= 1
  return start < offset && isEscaped(text, start) ? offset - start - 1 : offset - start
}

/** One to three `*` or `_` after something else than a space. */
function mayEndEmphasis(text: string, offset: number): boolean {
  let start = offset
  while (start > 0 && (text[start - 1] === '*' || text[start - 1] === '_')) start -= 1
  const length = offset - (isEscaped(text, start) ? start + 1 : start)
  return length > 0 && length <= 3 && start > 0 && !isBlankAt(text, start - 1)
}
