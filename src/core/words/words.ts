import { widthAt } from '../text/characters.ts'
import { hanOrKana } from '../text/scripts.ts'
import type { Span } from '../text/span.ts'
import { fold } from './fold.ts'

/** A word of a text, or a run of Chinese characters between anything else. */
export interface Word {
  /** The word folded (see {@link fold}), without apostrophes: `nist` for `NIST's`. */
  readonly text: string
  /** Whether it is a run of Chinese characters (or Japanese kana): a text without spaces. */
  readonly han: boolean
  /** Where it stands in the text that was read. */
  readonly span: Span
  /** Which of the pieces between white space it stands in, rising: `open-source` is one piece. */
  readonly piece: number
}

/**
 * The words of `text` in order. Punctuation separates and is otherwise ignored, so `open source`,
 * `open-source` and `open/source` have the same words; an apostrophe does not separate.
 */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = []
  let piece = 0
  let at = 0
  while (at < text.length) {
    const sort = wordSortAt(text, at)
    const start = at
    at = endOfSort(text, at, sort)
    if (sort === 'space') piece += 1
    if (sort === 'gap' || sort === 'space') continue
    const written = text.slice(start, at)
    const folded = sort === 'han' ? fold(written) : foldWord(written)
    if (folded !== '')
      words.push({ text: folded, han: sort === 'han', span: { start, end: at }, piece })
  }
  return words
}

/** What a character is to a reader of words. */
type WordSort = 'word' | 'han' | 'space' | 'gap'

function endOfSort(text: string, start: number, sort: WordSort): number {
  let at = start
  while (at < text.length && wordSortAt(text, at) === sort) at += widthAt(text, at)
  return at
}

const partOfWord = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060’＇]/u
const whiteSpace = /\s/

function wordSortAt(text: string, at: number): WordSort {
  const code = text.codePointAt(at) ?? 0
  if (code < 0x80) return asciiSorts[code] ?? 'gap'
  if (code >= 0x4e00 && code <= 0x9fff) return 'han'
  const character = String.fromCodePoint(code)
  if (hanOrKana.test(character)) return 'han'
  if (partOfWord.test(character)) return 'word'
  return whiteSpace.test(character) ? 'space' : 'gap'
}

const asciiSorts: readonly WordSort[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/[a-z\d']/i.test(character)) return 'word'
  return whiteSpace.test(character) ? 'space' : 'gap'
})

const possessive = /['’＇]s?$/
const notOfWord = /['’＇]/g

function foldWord(word: string): string {
  return fold(word.replace(possessive, '').replace(notOfWord, ''))
}

/** The words of `words` written as one, which is how `open-source` and `opensource` are the same. */
export function squeeze(words: readonly Word[]): string {
  return words.map((word) => word.text).join('')
}

/** The characters of a run of Chinese: whole code points, also beyond the basic plane. */
export function charactersOf(run: string): readonly string[] {
  return Array.from(run)
}
