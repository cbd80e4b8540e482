import type { Wording } from '../wording.ts'

/** Which words stand behind which. */
export interface Followers {
  /** Whether `next` stands right behind `word` somewhere; 0 is the end of the text. */
  has(word: number, next: number): boolean
  /** Whether `word` stands anywhere. */
  isThere(word: number): boolean
  /** All that stand right behind `word` somewhere. */
  behind(word: number): Iterable<number>
}

/** What stands behind the words `asked` in a wording. Linear in both. */
export function followersIn({ words }: Wording, asked: Iterable<number>): Followers {
  const followers = new Map(Array.from(asked, (word) => [word, new Set<number>()]))
  if (followers.size > 0) {
    words.forEach((word, at) => followers.get(word)?.add(words[at + 1] ?? 0))
  }
  return {
    has(word, next) {
      return followers.get(word)?.has(next) === true
    },
    isThere(word) {
      return (followers.get(word)?.size ?? 0) > 0
    },
    behind(word) {
      return followers.get(word) ?? []
    },
  }
}
