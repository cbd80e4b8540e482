import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Instrument, Provision } from '../../core/corpus/provision.ts'
import type { ProvisionList } from '../../core/corpus/stored/provisionList.ts'
import { SegmentPlace } from '../../core/search/index/segmentPlace.ts'
import type { Segment } from '../../core/search/index/segment.ts'
import {
  compiledSegment,
  createSearchIndex,
  searchIndexOf,
  readSegment,
  type SearchIndex,
} from '../../core/search/searchIndex.ts'
import { noSynonyms, type Synonyms } from '../../core/words/synonyms.ts'
import type { Log } from '../host.ts'
import { CorpusWork } from '../tasks/corpusWork.ts'
import type { IndexCache } from './indexCache.ts'
import { OwnSegments, type KeptBy, type OwnInstruments } from './ownSegments.ts'
import { provisionsOf, wholeInstruments, type WholeInstrument } from './wholeInstruments.ts'

/** Gives for a segment of `provisions` another one of the same. */
export type SegmentChange = (segment: Segment, provisions: ProvisionList) => Promise<Segment>

/** The library, with its segment. */
interface IndexedLibrary {
  readonly provisions: ProvisionList
  readonly segment: Segment
}

/** What of an index is not as {@link OwnSegments} and the library have it. */
interface Changed {
  readonly corpus: Corpus
  readonly library?: Segment
  /** Instruments of the analyst's own, each with a segment of its own. */
  readonly apart: readonly (readonly [WholeInstrument, Segment])[]
}

/**
 * One search index per corpus snapshot, gone with the snapshot. Its segments are that of the library and those
 * of the analyst's own instruments, see {@link OwnSegments}; what did not change is used again.
 */
export class SearchIndexes {
  readonly #indexes = new WeakMap<Corpus, SearchIndex>()
  /** Segments of single instruments, by these. */
  readonly #apart = new WeakMap<Provision, Segment>()
  readonly #own: OwnSegments
  readonly #work: CorpusWork
  readonly #log: Pick<Log, 'warn'> | undefined
  #library: IndexedLibrary | undefined
  #synonyms = noSynonyms
  #latest: { readonly corpus: Corpus; readonly by: KeptBy } | undefined
  #changed: Changed | undefined
  #merging: Promise<void> = Promise.resolve()

  /** Without a cache nothing is kept; without `work` nothing is compiled beside; without a log nothing is told. */
  constructor(cache?: IndexCache, work = new CorpusWork(), log?: Pick<Log, 'warn'>) {
    this.#work = work
    this.#log = log
    this.#own = new OwnSegments(work, cache)
  }

  /** How much was compiled, and read from the cache: what tests count. */
  get effort(): OwnSegments['effort'] {
    return this.#own.effort
  }

  /** Resolves once what was prepared last is merged as far as it is to be. Never rejects. */
  get merged(): Promise<void> {
    return this.#merging
  }

  /**
   * Takes the index that was made of the whole library when it was built; whether it does: one that is
   * damaged or of another version is made anew when it is asked for.
   */
  adopt(library: Corpus, bytes: Uint8Array): boolean {
    const { provisions } = library
    const segment = readSegment(bytes, provisions)
    if (segment === undefined) return false
    this.#library = { provisions, segment }
    this.#indexes.set(library, this.#indexOf(library))
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
   * Makes the index of `corpus` in slices between which others have their turn; what of it is to be merged is
   * merged behind that. What `by` has hashes for is kept from one start to the next.
   *
   * @throws the reason of `signal` once that is aborted: what there was stays.
   */
  async prepare(corpus: Corpus, by: KeptBy, signal?: AbortSignal): Promise<void> {
    if (this.#indexes.has(corpus)) return
    await this.#own.follow(this.#ownOf(corpus), by, signal)
    this.#latest = { corpus, by }
    this.#indexes.set(corpus, this.#indexOf(corpus))
    this.#merging = this.#merging
      .then(() => this.#merge())
      .catch((error: unknown) => {
        // What is not merged is found all the same, and merged behind what is prepared next.
        this.#log?.warn(`Indexes could not be merged: ${String(error)}`)
      })
  }

  /**
   * Has the index of `corpus` made of what `change` gives for the segments of the instruments that `isChanged`
   * says; of the library, for that of all.
   */
  async change(
    corpus: Corpus,
    isChanged: (instrument: Instrument) => boolean,
    change: SegmentChange,
  ): Promise<void> {
    const tops = new Set<Provision>(corpus.instruments.filter(isChanged))
    const library = this.#libraryIn(corpus)
    const apart: (readonly [WholeInstrument, Segment])[] = []
    for (const whole of this.#ownOf(corpus).wholes.values()) {
      if (!tops.has(whole.top)) continue
      const segment = await this.#segmentApart(corpus, whole)
      apart.push([whole, await change(segment, provisionsOf(corpus, whole))])
    }
    const isOfLibrary = library?.provisions.some((provision) => tops.has(provision)) === true
    this.#changed = {
      corpus,
      apart,
      ...(isOfLibrary && { library: await change(library.segment, library.provisions) }),
    }
    this.#indexes.set(corpus, this.#indexOf(corpus))
  }

  /** Merges until nothing is to be merged; each time the corpus that was prepared last gets what came of it. */
  async #merge(): Promise<void> {
    for (let latest = this.#latest; latest !== undefined; latest = this.#latest) {
      if (!(await this.#own.merge(this.#ownOf(latest.corpus), latest.by))) return
      const { corpus } = this.#latest ?? latest
      this.#indexes.set(corpus, this.#indexOf(corpus))
    }
  }

  #indexOf(corpus: Corpus): SearchIndex {
    const library = this.#libraryIn(corpus)
    const own = this.#ownOf(corpus)
    const changed = this.#changed?.corpus === corpus ? this.#changed : undefined
    const apart = changed?.apart ?? []
    const placed = [
      ...(library === undefined ? [] : [placedAt(0, changed?.library ?? library.segment)]),
      ...this.#own.placed(own, new Set(apart.map(([{ top }]) => top.key))),
      ...apart.map(([{ first }, segment]) => placedAt(first, segment)),
    ]
    const segments = placed.map(([segment]) => segment)
    const places = placed.map(([, place]) => place)
    return searchIndexOf(corpus, { segments, places }, this.#synonyms)
  }

  /** The library, where `corpus` begins with it. */
  #libraryIn({ provisions }: Corpus): IndexedLibrary | undefined {
    const last = (this.#library?.provisions.length ?? 0) - 1
    const isThere = last >= 0 && provisions.at(last) === this.#library?.provisions.at(last)
    return isThere ? this.#library : undefined
  }

  #ownOf(corpus: Corpus): OwnInstruments {
    const from = this.#libraryIn(corpus)?.provisions.length ?? 0
    return { corpus, wholes: wholeInstruments(corpus, from) }
  }

  async #segmentApart(corpus: Corpus, whole: WholeInstrument): Promise<Segment> {
    const known = this.#apart.get(whole.top)
    if (known !== undefined) return known
    const provisions = provisionsOf(corpus, whole)
    const toCompile = { provisions, stored: undefined, surroundings: corpus }
    const segment = compiledSegment(await this.#work.compile(toCompile))
    this.#apart.set(whole.top, segment)
    return segment
  }
}

/** `segment` with all its documents in the corpus from the number `first` on. */
function placedAt(first: number, segment: Segment): readonly [Segment, SegmentPlace] {
  return [
    segment,
    new SegmentPlace(
      segment,
      Int32Array.from(segment.instruments, (top) => first + top),
    ),
  ]
}
