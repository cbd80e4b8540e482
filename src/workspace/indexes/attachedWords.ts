import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Instrument, Provision } from '../../core/corpus/provision.ts'
import type { ProvisionList } from '../../core/corpus/stored/provisionList.ts'
import type { Segment } from '../../core/search/index/segment.ts'
import { officialWordsInSteps, type OfficialWords } from '../../core/search/officialWords.ts'
import { compiledSegment, readSegment, withOfficialWords } from '../../core/search/searchIndex.ts'
import { addAll } from '../../core/text/lists.ts'
import type { CorpusSource } from '../corpora/corpusSource.ts'
import type { Disposable, Log } from '../host.ts'
import { inSlices } from '../inSlices.ts'
import type { AttachedVersion, OfficialTexts } from '../official/officialTexts.ts'
import { cacheName, type IndexCache } from './indexCache.ts'
import type { SearchIndexes } from './searchIndexes.ts'

/** What words are taken from, and where they go. */
export interface AttachedWordsParts {
  readonly source: Pick<CorpusSource, 'current' | 'onDidChange'>
  readonly official: OfficialTexts
  readonly indexes: SearchIndexes
  readonly log: Pick<Log, 'error'>
  /** Without it nothing is kept. */
  readonly cache?: IndexCache
}

/** A segment with the words of what is attached to its instruments. */
interface WordedSegment {
  /** Tells what it was made of. */
  readonly name: string
  readonly segment: Segment
}

/**
 * Has official documents that are attached searched by their words: the index of the corpus in use gets
 * them in the background, when the corpus becomes another and when a document is attached, and is without
 * them again when it is detached.
 */
export class AttachedWords implements Disposable {
  readonly #parts: AttachedWordsParts
  readonly #subscriptions: readonly Disposable[]
  /** The corpora whose index was changed. */
  readonly #changed = new WeakSet<Corpus>()
  /** By the segment without. */
  readonly #made = new WeakMap<Segment, WordedSegment>()
  #following: Promise<void> = Promise.resolve()
  /** How many segments were compiled, and how many were read from the cache: what tests count. */
  readonly effort = { compiled: 0, read: 0 }

  constructor(parts: AttachedWordsParts) {
    this.#parts = parts
    const follow = (): void => {
      this.#follow()
    }
    this.#subscriptions = [parts.source.onDidChange(follow), parts.official.onDidChange(follow)]
    follow()
  }

  /** Resolves once the index has the words of what is attached now. */
  get ready(): Promise<void> {
    return this.#following
  }

  dispose(): void {
    for (const one of this.#subscriptions) one.dispose()
  }

  #follow(): void {
    this.#following = this.#following
      .then(() => this.#renew())
      .catch((error: unknown) => {
        this.#parts.log.error(`What is attached is not searched: ${String(error)}`)
      })
  }

  async #renew(): Promise<void> {
    const { source, official, indexes } = this.#parts
    await official.ready
    const corpus = source.current
    const attached = official.attached(corpus)
    if (attached.length === 0 && !this.#changed.has(corpus)) return
    this.#changed.add(corpus)
    const those = new Set<Provision>(attached.map(({ instrument }) => instrument))
    await indexes.change(
      corpus,
      (instrument) => those.has(instrument),
      (segment, provisions) => {
        const here = attached.filter(({ instrument }) => provisions.indexOf(instrument) >= 0)
        return this.#segmentWith(here, segment, provisions, corpus)
      },
    )
  }

  /** `segment` with the words of what is attached to its instruments. */
  async #segmentWith(
    attached: readonly AttachedVersion[],
    segment: Segment,
    provisions: ProvisionList,
    corpus: Corpus,
  ): Promise<Segment> {
    const ids = attached.map(({ id, day }) => `${id} ${day}`)
    const name = await cacheName(['official words', String(segment.checksum), ...ids])
    const known = this.#made.get(segment)
    if (known?.name === name) return known.segment
    const worded = (await this.#kept(name, provisions)) ?? {
      name,
      segment: await this.#compile(name, segment, provisions, await this.#words(attached, corpus)),
    }
    this.#made.set(segment, worded)
    return worded.segment
  }

  async #kept(name: string, provisions: ProvisionList): Promise<WordedSegment | undefined> {
    const bytes = await this.#parts.cache?.read(name)
    const segment = bytes && readSegment(bytes, provisions)
    if (segment === undefined) return undefined
    this.effort.read += 1
    return { name, segment }
  }

  async #compile(
    name: string,
    segment: Segment,
    provisions: ProvisionList,
    words: OfficialWords,
  ): Promise<Segment> {
    const bytes = await inSlices(withOfficialWords(segment, provisions, words))
    this.effort.compiled += 1
    await this.#parts.cache?.write(name, bytes)
    return compiledSegment(bytes)
  }

  async #words(attached: readonly AttachedVersion[], corpus: Corpus): Promise<OfficialWords> {
    const words: [string, string][] = []
    for (const instrument of new Set(attached.map((one) => one.instrument))) {
      addAll(words, await this.#wordsOf(instrument, corpus))
    }
    return new Map(words)
  }

  async #wordsOf(instrument: Instrument, corpus: Corpus): Promise<OfficialWords> {
    const versions = this.#parts.official.of(corpus, instrument.key) ?? []
    return inSlices(officialWordsInSteps(versions, instrument, corpus))
  }
}
