import { visibleCodePoint } from './controlCharacters.ts'

/**
 * What a terminal obeys, and what makes a text read as another one: C0, DEL and C1, the separators of lines
 * and paragraphs, bidirectional controls; and halves of characters.
 */
const steering = /[\p{Cc}\p{Surrogate}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

/** `text` on one line, each control character, line ends and tabs included, shown as `⟦U+001B⟧`. */
export function visibleLine(text: string): string {
  return text.replace(steering, visibleCodePoint)
}

/** `text` with each control character shown as `⟦U+001B⟧`, but for the line feeds and tabs that set it out. */
export function visibleLines(text: string): string {
  return text.replace(steering, (character) =>
    setsOut(character) ? character : visibleCodePoint(character),
  )
}

/** `value` as JSON in which no control character stands as itself, but for line feeds between its parts. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(steering, (character) =>
    setsOut(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function setsOut(character: string): boolean {
  return character === '\n' || character === '\t'
}
