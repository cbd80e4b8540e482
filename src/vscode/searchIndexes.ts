import type { Corpus } from '../core/corpus/corpus.ts'
import { createSearchIndex, type SearchIndex } from '../core/search/searchIndex.ts'

/** One search index per corpus snapshot, made when first asked for and gone with the snapshot. */
export class SearchIndexes {
  readonly #indexes = new WeakMap<Corpus, SearchIndex>()

  /** Takes `index`, which was made of `corpus` when the library was built. */
  adopt(corpus: Corpus, index: SearchIndex): void {
    this.#indexes.set(corpus, index)
  }

  get(corpus: Corpus): SearchIndex {
    const known = this.#indexes.get(corpus)
    if (known !== undefined) return known
    const index = createSearchIndex(corpus)
    this.#indexes.set(corpus, index)
    return index
  }
}
