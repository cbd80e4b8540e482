import type { Corpus } from '../../src/core/corpus/corpus.ts'
import type { Provision } from '../../src/core/corpus/provision.ts'
import { searchedFieldsOf } from '../../src/core/search/searchedFields.ts'
import { readWords } from '../../src/core/words/words.ts'

/** The usual constants of BM25. */
const k1 = 1.2
const b = 0.75

interface Indexed {
  readonly provision: Provision
  readonly counts: ReadonlyMap<string, number>
  readonly length: number
}

/** Plain BM25 over all texts of each provision: words as they are folded, Chinese as pairs of characters. */
export class Bm25 {
  readonly #documents: readonly Indexed[]
  readonly #found = new Map<string, number>()
  readonly #meanLength: number

  constructor(corpus: Corpus) {
    this.#documents = corpus.provisions.map((provision) => {
      const terms = searchedFieldsOf({ ...corpus, terms: [] }, provision).flatMap(({ text }) =>
        termsOf(text),
      )
      const counts = new Map<string, number>()
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
      for (const term of counts.keys()) this.#found.set(term, (this.#found.get(term) ?? 0) + 1)
      return { provision, counts, length: terms.length }
    })
    const all = this.#documents.reduce((sum, { length }) => sum + length, 0)
    this.#meanLength = all / Math.max(1, this.#documents.length)
  }

  search(text: string, limit: number): readonly Provision[] {
    const terms = [...new Set(termsOf(text))]
    return this.#documents
      .map((document, place) => ({ document, place, score: this.#score(document, terms) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.place - other.place)
      .slice(0, limit)
      .map(({ document }) => document.provision)
  }

  #score({ counts, length }: Indexed, terms: readonly string[]): number {
    let sum = 0
    for (const term of terms) {
      const count = counts.get(term) ?? 0
      const found = this.#found.get(term) ?? 0
      const rarity = Math.log(1 + (this.#documents.length - found + 0.5) / (found + 0.5))
      sum += (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / this.#meanLength))
    }
    return sum
  }
}

function termsOf(text: string): readonly string[] {
  return readWords(text).flatMap(({ text: word, han }) =>
    han && word.length > 1
      ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
      : [word],
  )
}
