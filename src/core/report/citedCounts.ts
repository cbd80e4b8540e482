import { citedPlaces } from '../citation/meaning.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { Key } from '../corpus/key.ts'
import { meaningsIn, type Report } from './report.ts'
import { StretchMemory, type Kept } from './stretchMemory.ts'

type Counts = ReadonlyMap<Key, number>

/** What one stretch cites. */
interface Cited {
  readonly counts: Counts
  /** How many citations of it cite something. */
  readonly citations: number
}

/**
 * How often a report cites each provision, counted again and again while it is edited: what an edit left
 * as it was is not counted anew. Of one report at a time.
 */
export class CitedCounts {
  readonly #memory: StretchMemory<Cited>
  readonly #totals = new Map<Key, number>()
  #citations = 0
  #counted: readonly Kept<Cited>[] = []

  constructor(corpus: Corpus) {
    this.#memory = new StretchMemory((report, blocks) => {
      const citations = blocks
        .flatMap((block) => report.groupsIn(block))
        .flatMap((group) => group.citations)
      const cited = meaningsIn(report, corpus, citations)
        .map(citedPlaces)
        .filter((places) => places.length > 0)
      const counts = new Map<Key, number>()
      for (const { provision } of cited.flat()) add(counts, provision.key, 1)
      return { counts, citations: cited.length }
    })
  }

  /** How many citations cite something of the corpus, as of the last count; one that cites two places is one. */
  get citations(): number {
    return this.#citations
  }

  /** The provisions that `report` cites, by their keys, each with how often; yields behind each stretch that it had to count. */
  *count(report: Report): Generator<undefined, Counts, undefined> {
    this.#replace(yield* this.#memory.all(report))
    return new Map(this.#totals)
  }

  /** Takes from the totals what stood between what is still the same at the beginning and at the end, and adds what does now. */
  #replace(counted: readonly Kept<Cited>[]): void {
    const before = this.#counted
    const shorter = Math.min(before.length, counted.length)
    let start = 0
    while (start < shorter && before[start] === counted[start]) start += 1
    let end = 0
    while (end < shorter - start && before.at(-1 - end) === counted.at(-1 - end)) end += 1
    for (const { value } of before.slice(start, before.length - end)) this.#add(value, -1)
    for (const { value } of counted.slice(start, counted.length - end)) this.#add(value, 1)
    this.#counted = counted
  }

  #add({ counts, citations }: Cited, times: 1 | -1): void {
    this.#citations += times * citations
    for (const [key, count] of counts) add(this.#totals, key, times * count)
  }
}

function add(totals: Map<Key, number>, key: Key, count: number): void {
  const total = (totals.get(key) ?? 0) + count
  if (total === 0) totals.delete(key)
  else totals.set(key, total)
}
