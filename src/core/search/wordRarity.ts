import type { Word } from '../words/words.ts'
import { foundWith, type Segment } from './index/segment.ts'
import { pairOf } from './index/terms.ts'
import type { SearchIndex } from './searchIndex.ts'

/** How much a word tells, in bits: the logarithm of how few provisions of the corpus have it. */
export class WordRarity {
  /** What a word of a single provision tells. */
  readonly most: number
  readonly #segments: readonly Segment[]
  readonly #known = new Map<string, number>()

  constructor({ corpus, segments }: SearchIndex) {
    this.#segments = segments
    this.most = Math.log2(Math.max(2, corpus.provisions.length))
  }

  /** Of a run of Chinese half of what its pairs of characters tell, since each character is in two. */
  of({ text, han }: Word): number {
    if (!han) return this.#ofTerm(text, ({ terms }) => terms.wordNumber(text))
    let sum = 0
    for (let at = 0; at + 1 < text.length; at++) {
      const pair = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))
      sum += this.#ofTerm(text.slice(at, at + 2), ({ terms }) => terms.pairNumber(pair))
    }
    return sum / 2
  }

  #ofTerm(text: string, termIn: (segment: Segment) => number): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    let found = 0
    for (const segment of this.#segments) {
      const term = termIn(segment)
      if (term !== -1) found += foundWith(segment, term)
    }
    const rarity = this.most - Math.log2(Math.max(1, found))
    this.#known.set(text, rarity)
    return rarity
  }
}
