import { isAscii } from '../text/characters.ts'
import { simplify } from './simplified.ts'

/**
 * Letters that Unicode does not take apart into a base and a mark, as they are searched:
 * `ı` (what other tools make of a Turkish `I`) is `i`, `ø` is `o`.
 */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
])

const ignorable = /\p{Default_Ignorable_Code_Point}/gu
const markOrPlainLetter = /[\u0300-\u036fıøłđðþßæœς]/g

/**
 * `text` as it is searched: compatibility forms made one (full-width `ＡＩ` is `ai`), lower case by
 * Unicode's own rules and never by the reader's locale, Latin, Greek and Cyrillic diacritics and
 * invisible characters removed, Traditional Chinese characters as Simplified ones. Folding twice changes
 * nothing; lone surrogates pass through. Everything indexed and everything typed goes through this one
 * function.
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  const lower = text.replace(ignorable, '').normalize('NFKC').toLowerCase()
  return simplify(withoutMarks(lower).normalize('NFKC'))
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(markOrPlainLetter, (found) => plainLetters.get(found) ?? '')
}
