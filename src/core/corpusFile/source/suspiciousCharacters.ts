import type { Span } from '../../text/span.ts'

/**
 * Characters that are not seen, or that change how others are seen: controls, soft hyphen, bidi
 * marks, overrides and isolates, zero-width characters, fillers, tags, lone surrogates,
 * noncharacters and U+FFFD, the trace of a wrong decoding. Tab and line endings are not among them.
 */
const suspicious =
  /(?![\t\n\r])[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uD800-\uDFFF\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFD-\uFFFF\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E007F}]/gu

/** A suspicious character, where it stands. */
export interface SuspiciousCharacter {
  readonly span: Span
  /** Its code point as Unicode writes it: `U+202E`. */
  readonly codePoint: string
}

/** The first `most` suspicious characters of `text`. A joiner between two emoji is none. */
export function findSuspiciousCharacters(
  text: string,
  most: number,
): readonly SuspiciousCharacter[] {
  const found: SuspiciousCharacter[] = []
  for (const match of text.matchAll(suspicious)) {
    if (found.length === most) break
    if (joinsEmoji(text, match.index, match[0])) continue
    const span = { start: match.index, end: match.index + match[0].length }
    found.push({ span, codePoint: codePointName(match[0]) })
  }
  return found
}

/** `U+202E` for the first character of `text`. */
export function codePointName(text: string): string {
  const codePoint = text.codePointAt(0) ?? 0
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** `text` with each suspicious character made visible as `⟦U+202E⟧`. */
function withVisibleCharacters(text: string): string {
  return text.replace(suspicious, (character, offset: number) =>
    joinsEmoji(text, offset, character) ? character : `⟦${codePointName(character)}⟧`,
  )
}

/** `text` as a message quotes it: on one line, short, with nothing hidden. */
export function quoted(text: string): string {
  const line = withVisibleCharacters(text.slice(0, 200)).replace(/\s+/g, ' ')
  return line.length <= 60 ? `\`${line}\`` : `\`${withoutHalf(line.slice(0, 60))}…\``
}

/** `text` without the first half of a surrogate pair that a cut has left at its end. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}

/** Whether `character` is the joiner of an emoji sequence such as 👩‍💻. */
function joinsEmoji(text: string, offset: number, character: string): boolean {
  if (character !== '\u200D') return false
  const before = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u
  const after = /^\p{Extended_Pictographic}/u
  return (
    before.test(text.slice(Math.max(0, offset - 2), offset)) &&
    after.test(text.slice(offset + 1, offset + 3))
  )
}
