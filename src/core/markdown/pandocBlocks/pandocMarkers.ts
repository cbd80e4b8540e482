import { colon, isDigit, isSpace, skipSpaces, space, tilde } from '../../text/characters.ts'

/** What may stand at the beginning of a marker that {@link pandocMarkerEnd} knows. */
const beginning = /[(#@a-z]/i

/**
 * `(a)`, `a.`, `A)`, `iv)`, `(1)`, `#.`, `(@)`, `(@label)` and their kin. The parenthesis, the digits,
 * the letters, the full stop or parenthesis at the end.
 */
const marker =
  /^(\()?(?:\d{1,9}|#|@[\p{L}\p{N}]*(?:[-_][\p{L}\p{N}]+)*|([a-z]{1,15}|[A-Z]{1,15}))([.)])/u

/** No marker is longer, but that of an example, whose label is no longer than that. */
const longestMarker = 17
const longestExample = 200

const roman = /^m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i

/**
 * The offset behind the marker of a list item that only Pandoc knows (manual, "Extension: fancy_lists",
 * "Extension: example_lists") and that begins at `start`; -1 where there is none.
 */
export function pandocMarkerEnd(text: string, start: number, end: number): number {
  if (!beginning.test(text.charAt(start))) return -1
  const isExample = text.startsWith('@', start + Number(text.charAt(start) === '('))
  const longest = isExample ? longestExample : longestMarker
  const head = text.slice(start, Math.min(end, start + longest))
  const [found = '', open, letters, close] = marker.exec(head) ?? []
  if (found === '' || (open !== undefined && close !== ')')) return -1
  const after = start + found.length
  if (after < end && !isSpace(text.charCodeAt(after))) return -1
  return letters === undefined || numbers(text, letters, close, after, end) ? after : -1
}

/** Whether `letters` before `after` number an item: one of them, or several that are a Roman numeral. */
function numbers(
  text: string,
  letters: string,
  close: string | undefined,
  after: number,
  end: number,
): boolean {
  if (letters.length > 1) return roman.test(letters)
  if (close === ')') return true
  return letters === 'p' ? !isPage(text, after) : !isInitial(text, letters, after, end)
}

/** `p. 3` is a page. */
function isPage(text: string, after: number): boolean {
  return text.charCodeAt(after) === space && isDigit(text.charCodeAt(after + 1))
}

/** `B. Russell` is a name: a capital numbers an item only with two blanks or a tab behind it, or nothing. */
function isInitial(text: string, letter: string, after: number, end: number): boolean {
  const isOneBlank = text.charCodeAt(after) === space && skipSpaces(text, after, end) === after + 1
  return letter < 'a' && isOneBlank
}

/** The offset behind the marker of a definition (manual, "Extension: definition_lists"); -1 where there is none. */
export function definitionMarkerEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start)
  if (code !== colon && code !== tilde) return -1
  return start + 1 === end || isSpace(text.charCodeAt(start + 1)) ? start + 1 : -1
}
