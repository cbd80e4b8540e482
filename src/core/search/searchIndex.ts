import { hasEnded, isClaim, type Corpus } from '../corpus/corpus.ts'
import { instrumentIdOf } from '../corpus/key.ts'
import type { Provision } from '../corpus/provision.ts'
import { browsingOrder } from './browsingOrder.ts'
import { compileDictionary, type Dictionary, type PostingTable } from './dictionary.ts'
import { draftOf, postingTableOf, type IndexedField } from './indexDraft.ts'
import { insideWordsOf, type InsideWords } from './insideWords.ts'
import { keyFormOf, type KeyForm } from './keyForm.ts'
import { weights } from './ranking.ts'
import { createScratch, type Scratch } from './scratch.ts'

/**
 * What a corpus snapshot is searched with. It belongs to that snapshot: a new corpus needs a new
 * index. Provisions go by their number in the corpus.
 */
export interface SearchIndex {
  readonly provisions: readonly Provision[]
  /** The number of the provision above each, lower than its own; -1 for instruments. */
  readonly parents: Int32Array
  /** What is left of a score, by provision: see `weights.standing`. */
  readonly standing: Float64Array
  /** The keys, by provision. */
  readonly keys: readonly KeyForm[]
  /** What an empty query offers. */
  readonly browsing: readonly Provision[]
  readonly fields: readonly IndexedField[]
  readonly postings: PostingTable
  /** Words without spaces or punctuation inside, in either spelling. */
  readonly words: Dictionary
  readonly insideWords: InsideWords
  /** Neighbouring words as one, outside summaries: `opensource`. */
  readonly joins: Dictionary
  /** Pairs of Chinese characters, and the last character of each run of them. */
  readonly pairs: Dictionary
  /** Whole titles and aliases as one word each; its postings are numbers of fields. */
  readonly names: Dictionary
  /** Where a search notes its scores: searches of one index never run at the same time. */
  readonly scratch: Scratch
}

/** What of an index takes time to make, and is stored with the library. */
export type StoredIndex = Pick<
  SearchIndex,
  'fields' | 'postings' | 'words' | 'joins' | 'pairs' | 'names'
>

/** The index of a corpus snapshot. It holds no text of its own but the folded words. */
export function createSearchIndex(corpus: Corpus): SearchIndex {
  const draft = draftOf(corpus)
  return assembleIndex(corpus, {
    fields: draft.fields,
    postings: postingTableOf(draft),
    words: compileDictionary(draft.words),
    joins: compileDictionary(draft.joins),
    pairs: compileDictionary(draft.pairs),
    names: compileDictionary(draft.names),
  })
}

/** The index of `corpus` around `stored`, which was made of the same corpus. */
export function assembleIndex(corpus: Corpus, stored: StoredIndex): SearchIndex {
  const { provisions } = corpus
  return {
    provisions,
    parents: parentsOf(provisions),
    standing: standingOf(corpus),
    keys: provisions.map((provision) => keyFormOf(provision.key)),
    browsing: browsingOrder(corpus),
    ...stored,
    insideWords: insideWordsOf(stored.words.entries),
    scratch: createScratch(provisions.length),
  }
}

function standingOf({ instruments, provisions }: Corpus): Float64Array {
  const ended = new Set<string>(instruments.filter(hasEnded).map(({ key }) => key))
  return Float64Array.from(provisions, (provision) => {
    if (ended.has(instrumentIdOf(provision.key))) return weights.standing.ended
    return isClaim(provision) ? weights.standing.claim : weights.standing.primary
  })
}

function parentsOf(provisions: readonly Provision[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(provisions, (provision, number) => {
    numbers.set(provision.key, number)
    return provision.level === 'instrument' ? -1 : (numbers.get(provision.parent) ?? -1)
  })
}
