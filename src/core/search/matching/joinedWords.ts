import type { Terms } from '../index/terms.ts'

/** Words that stand one behind the other: the numbers of the terms that each may be, the end exclusive. */
export type Sequence = readonly { readonly first: number; readonly end: number }[]

/** So many words were typed as one at most. */
const mostWords = 6

/** So many ways to part a word are tried. */
const mostWays = 8

/**
 * The ways in which `text` is several words of `terms` written as one, the last of which may only be
 * begun: `opensour` is `open` and the beginning of `source`.
 */
export function joinedWordsIn(terms: Terms, text: string): readonly Sequence[] {
  const ways: Sequence[] = []
  const follow = (at: number, words: Sequence): void => {
    if (ways.length >= mostWays || words.length >= mostWords) return
    if (words.length > 0) {
      const rest = text.slice(at)
      const first = terms.firstFrom(rest)
      const end = terms.endOf(rest, first)
      if (end > first) ways.push([...words, { first, end }])
    }
    for (let to = text.length - 1; to > at; to--) {
      const word = terms.wordNumber(text.slice(at, to))
      if (word !== -1) follow(to, [...words, { first: word, end: word + 1 }])
    }
  }
  follow(0, [])
  return ways
}
