/** Runs of control characters, line ends among them. */
export const control = /[\p{Cc}\u2028\u2029]+/gu

/** Bidirectional controls: invisible, and able to make a text read as another one. */
export const bidiControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Halves of characters. */
export const loneSurrogate = /\p{Surrogate}/gu

/** `⟦U+202E⟧`, for a character that would not be seen. */
export function visibleCodePoint(character: string): string {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `⟦U+${hexadecimal}⟧`
}
