/** So long may a printed place be, in UTF-16 units. */
const longestPlace = 64

/**
 * Whether `text` can be a place as an instrument prints it: `GV-1.1-001`, `GOVERN 1.1`, `13.a`,
 * `第四條之一`. Letters and digits with single spaces, full stops, hyphens, colons, slashes and
 * parentheses between them: nothing that would end a citation, or be markup in a report.
 */
export function isPrintedPlace(text: string): boolean {
  return text.length <= longestPlace && form.test(text) && !/[ .:/–-]{2}/u.test(text)
}

const form = /^[\p{L}\p{N}§¶(][\p{L}\p{M}\p{N}()§¶ .:/·–-]*(?<![ .:/·–§¶(-])$/u
