import { instrumentIdOf } from '../../core/corpus/key.ts'
import type { Corpus } from '../../core/corpus/corpus.ts'
import type { Agency, Provision, Term } from '../../core/corpus/provision.ts'
import { SegmentPlace } from '../../core/search/index/segmentPlace.ts'
import { openSegment, type Segment } from '../../core/search/index/segment.ts'
import { compiledSegment, fingerprintOfKeys } from '../../core/search/searchIndex.ts'
import type { CorpusWork } from '../tasks/corpusWork.ts'
import { cacheName, type IndexCache } from './indexCache.ts'
import { readList, writeList, type ListedInstrument } from './segmentList.ts'
import { provisionsOf, type WholeInstrument } from './wholeInstruments.ts'

/** What kept segments are found by. */
export interface KeptBy {
  /** Tells the folders that are worked in from others: each has a list of its own. */
  readonly place: string
  /** The hash of a corpus file's content; a segment with a file that has none is not kept. */
  readonly hashOf: (file: string) => string | undefined
  /** A corpus file as it is stored, where that is known. */
  readonly storedOf?: (file: string) => Uint8Array | undefined
}

/** A corpus and its instruments that are not the library's. */
export interface OwnInstruments {
  readonly corpus: Corpus
  /** By their ids, in the order of the corpus. */
  readonly wholes: ReadonlyMap<string, WholeInstrument>
}

/** A segment of instruments of the analyst's own. */
interface OwnSegment {
  readonly segment: Segment
  /** What it was made of; `undefined` for what was out of use when it was read. */
  readonly tops: readonly (Provision | undefined)[]
  readonly surroundings: Surroundings
  /** Absent where it is not kept. */
  readonly kept?: { readonly name: string; readonly instruments: readonly ListedInstrument[] }
}

/** What of the rest of a corpus the texts of an instrument depend on. */
interface Surroundings {
  readonly agencies: readonly Agency[]
  readonly terms: readonly Term[]
}

/** Each segment is at least so many times as large as all behind it: they are few, and a change is cheap. */
const growth = 4

/**
 * The segments of the analyst's own instruments, as a log-structured index has them: what changes gets a
 * small segment of its own and is masked in the one that had it; small ones are merged later, until each
 * is much larger than what follows.
 */
export class OwnSegments {
  readonly #work: CorpusWork
  readonly #cache: IndexCache | undefined
  /** The oldest, which is the largest, first. */
  #segments: readonly OwnSegment[] = []
  #place: string | undefined
  /** How many instruments were compiled, and how many segments were compiled and read: what tests count. */
  readonly effort = { instruments: 0, compiled: 0, read: 0 }

  constructor(work: CorpusWork, cache?: IndexCache) {
    this.#work = work
    this.#cache = cache
  }

  /**
   * Has a segment for each of `own`: those that have one of before, or in the cache, keep it; the others are
   * compiled together, those that can be kept apart from those that cannot.
   *
   * @throws the reason of `signal` once that is aborted; what there was stays.
   */
  async follow(own: OwnInstruments, by: KeptBy, signal?: AbortSignal): Promise<void> {
    const before = this.#inUse(own)
    const listed = this.#place === by.place ? [] : await this.#listed(own, by, topsOf(before))
    const found = topsOf([...listed, ...before])
    const missing = [...own.wholes.values()].filter(({ top }) => !found.has(top))
    const made: OwnSegment[] = []
    for (const wholes of byWhetherKept(missing, by)) {
      if (wholes.length > 0) made.push(await this.#compile(own, wholes, by, signal))
    }
    signal?.throwIfAborted()
    const isSame = this.#place === by.place && made.length === 0
    this.#place = by.place
    // What was merged meanwhile has taken the place of some of before.
    this.#segments = [...listed, ...this.#inUse(own), ...made]
    if (!isSame) await this.#writeList(by)
  }

  /** The segments of `own` with where their documents stand; those of the ids in `elsewhere` are masked. */
  placed(
    own: OwnInstruments,
    elsewhere: ReadonlySet<string> = new Set(),
  ): readonly (readonly [Segment, SegmentPlace])[] {
    return this.#inUse(own).map((one) => [one.segment, placeOf(one, own, elsewhere)])
  }

  /**
   * Merges segments, once, where one is not much larger than what follows it, or half of it is out of use;
   * whether it did. What is merged meanwhile with the corpus of before is used as far as it holds.
   */
  async merge(own: OwnInstruments, by: KeptBy): Promise<boolean> {
    const merged = segmentsToMerge(this.#segments.filter(isKept), own)
    if (merged.length === 0) return false
    const tops = new Set(merged.flatMap((one) => topsInUse(one, own)))
    const wholes = [...own.wholes.values()].filter(({ top }) => tops.has(top))
    const made = await this.#compile(own, wholes, by)
    const at = this.#segments.findIndex((one) => merged.includes(one))
    const others = this.#segments.filter((one) => !merged.includes(one))
    this.#segments = others.toSpliced(Math.max(0, at), 0, made)
    await this.#writeList(by)
    return true
  }

  /** Those that have something that `own` has. */
  #inUse(own: OwnInstruments): readonly OwnSegment[] {
    return this.#segments.filter(
      (one) => fitsInto(one.surroundings, own.corpus) && topsInUse(one, own).length > 0,
    )
  }

  async #compile(
    own: OwnInstruments,
    wholes: readonly WholeInstrument[],
    by: KeptBy,
    signal?: AbortSignal,
  ): Promise<OwnSegment> {
    const { corpus } = own
    const bytes = await this.#work.compile(
      {
        provisions: provisionsOf(corpus, ...wholes),
        stored: storedFilesOf(wholes, by),
        surroundings: corpus,
      },
      signal,
    )
    const segment = compiledSegment(bytes)
    this.effort.instruments += wholes.length
    this.effort.compiled += 1
    const tops = wholes.map(({ top }) => top)
    const made = { segment, tops, surroundings: surroundingsOf(corpus) }
    const instruments = wholes.map((whole) => listedInstrument(corpus, whole, by))
    if (!instruments.every((one) => one !== undefined)) return made
    const name = await nameOf(instruments, made.surroundings)
    await this.#cache?.write(name, bytes)
    return { ...made, kept: { name, instruments } }
  }

  /** Those that are listed for a place, but for those of which more than half is not in use, or `taken`. */
  async #listed(
    own: OwnInstruments,
    by: KeptBy,
    taken: ReadonlySet<Provision | undefined>,
  ): Promise<readonly OwnSegment[]> {
    const surroundings = surroundingsOf(own.corpus)
    const found = new Set(taken)
    const segments: OwnSegment[] = []
    // What is newer holds: the list has the oldest first.
    const list = (await this.#cache?.readList(by.place)) ?? ''
    for (const { name, instruments } of readList(list).toReversed()) {
      const listed = instruments.map((one) => topListed(own, one, by))
      const tops = listed.map((top) => (found.has(top) ? undefined : top))
      if (tops.filter((top) => top !== undefined).length * 2 < tops.length) continue
      if (name !== (await nameOf(instruments, surroundings))) continue
      const bytes = await this.#cache?.read(name)
      const segment = bytes && segmentIn(bytes, own, tops)
      if (segment === undefined) continue
      this.effort.read += 1
      for (const top of tops) found.add(top)
      segments.push({ segment, tops, surroundings, kept: { name, instruments } })
    }
    return segments.reverse()
  }

  async #writeList({ place }: KeptBy): Promise<void> {
    const kept = this.#segments.flatMap((one) => one.kept ?? [])
    await this.#cache?.writeList(place, writeList(kept))
  }
}

/** Only these are merged: what cannot be kept is little, the library without its index, or for one run. */
function isKept({ kept }: OwnSegment): boolean {
  return kept !== undefined
}

/** `wholes` in two: those whose segment can be kept, and the others. */
function byWhetherKept(
  wholes: readonly WholeInstrument[],
  { hashOf }: KeptBy,
): readonly (readonly WholeInstrument[])[] {
  const canBe = ({ top }: WholeInstrument): boolean => hashOf(top.source.file) !== undefined
  return [wholes.filter(canBe), wholes.filter((whole) => !canBe(whole))]
}

/** The corpus files of `wholes` as they are stored; `undefined` where that is not known of one. */
function storedFilesOf(
  wholes: readonly WholeInstrument[],
  { storedOf }: KeptBy,
): readonly Uint8Array[] | undefined {
  const stored = wholes.flatMap(({ top }) => storedOf?.(top.source.file) ?? [])
  return stored.length === wholes.length ? stored : undefined
}

/** The newest segments that are to be one; none where each is large enough beside what follows. */
function segmentsToMerge(
  segments: readonly OwnSegment[],
  own: OwnInstruments,
): readonly OwnSegment[] {
  const sizes = segments.map((one) => placeOf(one, own).size)
  let behind = 0
  let first = segments.length
  for (let at = segments.length - 1; at >= 0; at--) {
    const size = sizes[at] ?? 0
    const isHalfEmpty = size * 2 < (segments[at]?.segment.size ?? 0)
    if (isHalfEmpty || (behind > 0 && size < growth * behind)) first = at
    behind += size
  }
  return segments.slice(first)
}

function placeOf(
  { segment, tops }: OwnSegment,
  { wholes }: OwnInstruments,
  elsewhere: ReadonlySet<string> = new Set(),
): SegmentPlace {
  const firsts = tops.map((top) => {
    const whole = top && wholes.get(top.key)
    return whole?.top === top && whole !== undefined && !elsewhere.has(whole.top.key)
      ? whole.first
      : -1
  })
  return new SegmentPlace(segment, Int32Array.from(firsts))
}

function topsOf(segments: readonly OwnSegment[]): ReadonlySet<Provision | undefined> {
  return new Set(segments.flatMap(({ tops }) => tops))
}

/** The segment in `bytes` where it has as many instruments as `tops`, each as large as in `own`; otherwise `undefined`. */
function segmentIn(
  bytes: Uint8Array,
  { wholes }: OwnInstruments,
  tops: readonly (Provision | undefined)[],
): Segment | undefined {
  const segment = openSegment(bytes)
  if (segment?.instruments.length !== tops.length) return undefined
  const { instruments, size } = segment
  const fits = tops.every((top, at) => {
    const here = (instruments[at + 1] ?? size) - (instruments[at] ?? 0)
    return top === undefined || wholes.get(top.key)?.size === here
  })
  return fits ? segment : undefined
}

function topsInUse({ tops }: OwnSegment, { wholes }: OwnInstruments): readonly Provision[] {
  return tops.flatMap((top) => (top !== undefined && wholes.get(top.key)?.top === top ? top : []))
}

/** The instrument of `own` that `listed` is, where its file and its keys are as they were. */
function topListed(
  { corpus, wholes }: OwnInstruments,
  { id, hash, fingerprint }: ListedInstrument,
  { hashOf }: KeptBy,
): Provision | undefined {
  const whole = wholes.get(id)
  if (whole === undefined || hashOf(whole.top.source.file) !== hash) return undefined
  return fingerprintOfKeys(provisionsOf(corpus, whole)) === fingerprint ? whole.top : undefined
}

function listedInstrument(
  corpus: Corpus,
  whole: WholeInstrument,
  { hashOf }: KeptBy,
): ListedInstrument | undefined {
  const hash = hashOf(whole.top.source.file)
  const id = instrumentIdOf(whole.top.key)
  return hash === undefined
    ? undefined
    : { id, hash, fingerprint: fingerprintOfKeys(provisionsOf(corpus, whole)) }
}

function surroundingsOf({ agencies, terms }: Corpus): Surroundings {
  return { agencies: [...agencies.values()], terms }
}

function fitsInto({ agencies, terms }: Surroundings, corpus: Corpus): boolean {
  return areSame(agencies, [...corpus.agencies.values()]) && areSame(terms, corpus.terms)
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place])
}

/** The name under which the segment of `instruments` is kept. */
async function nameOf(
  instruments: readonly ListedInstrument[],
  { agencies, terms }: Surroundings,
): Promise<string> {
  return cacheName([
    ...instruments.map(({ id, hash, fingerprint }) => `${id} ${hash} ${String(fingerprint)}`),
    ...agencies.map((one) => JSON.stringify([one.code, one.names, one.aliases, one.parent])),
    ...terms.map(({ names, aliases, about }) => JSON.stringify([names, aliases, about])),
  ])
}
