import type { Corpus } from '../../core/corpus/corpus.ts'
import { instrumentIdOf } from '../../core/corpus/key.ts'
import type { Agency, Provision, Term } from '../../core/corpus/provision.ts'
import type { Segment } from '../../core/search/index/segment.ts'
import {
  compileInSlices,
  createSearchIndex,
  searchIndexOf,
  readSegment,
  type SearchIndex,
} from '../../core/search/searchIndex.ts'
import { noSynonyms, type Synonyms } from '../../core/words/synonyms.ts'
import { inSlices } from '../inSlices.ts'
import { cacheName, type IndexCache } from './indexCache.ts'

/** Provisions that stand one behind the other and are searched by one segment. */
interface Part {
  readonly provisions: readonly Provision[]
  /** What of the rest of the corpus their texts depend on. */
  readonly agencies: readonly Agency[]
  readonly terms: readonly Term[]
  readonly segment: Segment
}

/**
 * One search index per corpus snapshot, gone with the snapshot. Its segments are those of the library
 * and of each instrument of the analyst's own; one that did not change is used again.
 */
export class SearchIndexes {
  readonly #cache: IndexCache | undefined
  readonly #indexes = new WeakMap<Corpus, SearchIndex>()
  /** By their first provisions. */
  readonly #parts = new WeakMap<Provision, Part>()
  #library: readonly Provision[] = []
  #synonyms = noSynonyms
  /** How many segments were compiled, and how many were read from the cache: what tests count. */
  readonly effort = { compiled: 0, read: 0 }

  /** Without a cache nothing is kept. */
  constructor(cache?: IndexCache) {
    this.#cache = cache
  }

  /**
   * Takes the index that was made of the whole library when it was built; whether it does: one that is
   * damaged or of another version is made anew when it is asked for.
   */
  adopt(library: Corpus, bytes: Uint8Array): boolean {
    const segment = readSegment(bytes, library.provisions)
    if (segment === undefined) return false
    this.#library = library.provisions
    this.#keep(library, library.provisions, segment)
    this.#indexes.set(library, searchIndexOf(library, [segment], this.#synonyms))
    return true
  }

  /** What is made from now on knows `synonyms`. */
  learn(synonyms: Synonyms): void {
    this.#synonyms = synonyms
  }

  /** The index of `corpus`; made at once when it was not prepared. */
  get(corpus: Corpus): SearchIndex {
    const known = this.#indexes.get(corpus)
    if (known !== undefined) return known
    const index = createSearchIndex(corpus, this.#synonyms)
    this.#indexes.set(corpus, index)
    return index
  }

  /**
   * Makes the index of `corpus` in slices between which others have their turn. `hashOf` gives the hash
   * of a corpus file's content; segments of files that have one are kept from one start to the next.
   *
   * @throws the reason of `signal` behind the part at which that is aborted.
   */
  async prepare(
    corpus: Corpus,
    hashOf: (file: string) => string | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    if (this.#indexes.has(corpus)) return
    const segments: Segment[] = []
    for (const provisions of this.#partsOf(corpus)) {
      signal?.throwIfAborted()
      segments.push(await this.#segmentOf(corpus, provisions, hashOf))
    }
    this.#indexes.set(corpus, searchIndexOf(corpus, segments, this.#synonyms))
  }

  /** Has the index of `corpus` made of what `change` gives for the segments of its parts. */
  async change(
    corpus: Corpus,
    change: (segment: Segment, provisions: readonly Provision[]) => Promise<Segment>,
  ): Promise<void> {
    const segments: Segment[] = []
    for (const provisions of this.#partsOf(corpus)) {
      const segment = await this.#segmentOf(corpus, provisions, () => undefined)
      segments.push(await change(segment, provisions))
    }
    this.#indexes.set(corpus, searchIndexOf(corpus, segments, this.#synonyms))
  }

  /** The provisions of the library together, those of every other instrument apart. */
  #partsOf({ provisions }: Corpus): readonly (readonly Provision[])[] {
    const library = this.#library.length
    const hasLibrary =
      library > 0 &&
      provisions[0] === this.#library[0] &&
      provisions[library - 1] === this.#library[library - 1]
    const parts: (readonly Provision[])[] = hasLibrary ? [provisions.slice(0, library)] : []
    let first = hasLibrary ? library : 0
    for (let end = first + 1; end <= provisions.length; end++) {
      if (end < provisions.length && idAt(provisions, end) === idAt(provisions, first)) continue
      parts.push(provisions.slice(first, end))
      first = end
    }
    return parts
  }

  async #segmentOf(
    corpus: Corpus,
    provisions: readonly Provision[],
    hashOf: (file: string) => string | undefined,
  ): Promise<Segment> {
    const known = provisions[0] && this.#parts.get(provisions[0])
    if (known !== undefined && isPartOf(known, corpus, provisions)) return known.segment
    const name = await nameOf(corpus, provisions, hashOf)
    const kept = name === undefined ? undefined : await this.#cache?.read(name)
    const read = kept && readSegment(kept, provisions)
    if (read !== undefined) {
      this.effort.read += 1
      return this.#keep(corpus, provisions, read)
    }
    const bytes = await inSlices(compileInSlices(corpus, provisions))
    this.effort.compiled += 1
    if (name !== undefined) await this.#cache?.write(name, bytes)
    const segment = readSegment(bytes, provisions)
    if (segment === undefined) throw new Error('A segment that was just compiled cannot be read.')
    return this.#keep(corpus, provisions, segment)
  }

  #keep(corpus: Corpus, provisions: readonly Provision[], segment: Segment): Segment {
    const [first] = provisions
    const agencies = [...corpus.agencies.values()]
    if (first !== undefined) {
      this.#parts.set(first, { provisions, agencies, terms: corpus.terms, segment })
    }
    return segment
  }
}

function idAt(provisions: readonly Provision[], at: number): string {
  return instrumentIdOf(provisions[at]?.key ?? '')
}

function isPartOf(part: Part, corpus: Corpus, provisions: readonly Provision[]): boolean {
  return (
    areSame(part.provisions, provisions) &&
    areSame(part.agencies, [...corpus.agencies.values()]) &&
    areSame(part.terms, corpus.terms)
  )
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place])
}

/** The name under which the segment of `provisions` is kept; none when their file has no hash. */
async function nameOf(
  { agencies, terms }: Corpus,
  provisions: readonly Provision[],
  hashOf: (file: string) => string | undefined,
): Promise<string | undefined> {
  const [first] = provisions
  const hash = first && hashOf(first.source.file)
  if (first === undefined || hash === undefined) return undefined
  const surroundings = [...agencies.values()].map(({ code, names, aliases, parent }) =>
    JSON.stringify([code, names, aliases, parent]),
  )
  const glossary = terms.map(({ names, aliases, about }) => JSON.stringify([names, aliases, about]))
  return cacheName([first.key, hash, ...surroundings, ...glossary])
}
