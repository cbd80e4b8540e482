import type { Corpus } from '../../core/corpus/corpus.ts'
import { makeNameIndex, type NameIndex } from '../../core/names/nameIndex.ts'
import { inSlices } from '../inSlices.ts'
import type { SearchIndexes } from './searchIndexes.ts'

/** The names of each corpus snapshot, made in slices when first asked for and gone with the snapshot. */
export class NameIndexes {
  readonly #made = new WeakMap<Corpus, Promise<NameIndex>>()
  readonly #indexes: SearchIndexes

  constructor(indexes: SearchIndexes) {
    this.#indexes = indexes
  }

  get(corpus: Corpus): Promise<NameIndex> {
    const known = this.#made.get(corpus)
    if (known !== undefined) return known
    const making = inSlices(makeNameIndex(corpus, this.#indexes.get(corpus)))
    this.#made.set(corpus, making)
    return making
  }
}
