import { stemmer } from 'stemmer'
import { ByteReader, readRising } from './bytes.ts'
import { ImpactTally } from './impactTally.ts'
import { largestImpacts, smallSegment } from './impacts.ts'
import { squeezed } from './pathOrder.ts'
import { standings, type Standing } from './searchDocument.ts'
import { halvesOf, openSections, wordsOf } from './sections.ts'
import { Tally } from './tally.ts'
import { Terms } from './terms.ts'
import { Trigrams } from './trigrams.ts'

/**
 * One part of an index, read in place from its bytes: a number of documents with all that they are
 * searched by. Its typed arrays lie over one buffer and hold nothing that a garbage collector walks.
 * The page about the format has a diagram: `src/core/search/index/README.md`.
 */
export interface Segment {
  /** How many documents it has. */
  readonly size: number
  /** Tells what it was made of: `fingerprintOf` of all its keys. */
  readonly fingerprint: number
  /** Of all that it holds: tells segments of the same keys apart. */
  readonly checksum: number
  readonly terms: Terms
  readonly trigrams: Trigrams
  /** How many documents have the terms before each where it is shown: the difference to the next is its own number. */
  readonly found: Uint32Array
  /** The documents, and behind them the shared fields, that have each term in a field whose order is kept. */
  readonly strong: Lists
  /** The documents that have each term in a summary, a search phrase or the words of the issuer. */
  readonly weak: Lists
  /** By term, what each of its strong postings is worth (see `impactOf`); `undefined` in a small segment. */
  readonly impacts: Lists | undefined
  /** What stands above each document; -1 above instruments. */
  readonly parents: Int32Array
  /** The documents that have nothing above them. */
  readonly instruments: Uint32Array
  /** What is known of each document, and behind them of each shared field. */
  readonly records: Lists
  /** The documents that have each shared field. */
  readonly sharers: Lists
  /** Documents by their squeezed paths, and by the tails of their paths. */
  readonly byPath: Uint32Array
  readonly byTail: Uint32Array
  /** What a search writes on: searches of one segment never run at the same time. */
  readonly scratch: Scratch
}

/** The ids of the instruments of a segment in order: with `.` between their parts, and without. */
export interface InstrumentIds {
  readonly dotted: readonly string[]
  readonly squeezed: readonly string[]
}

function idsIn(segment: Segment): InstrumentIds {
  const dotted = Array.from(segment.instruments, (top) => pathOfDocument(segment, top))
  return { dotted, squeezed: dotted.map((id) => squeezed(id)) }
}

/** Marks a document; false to end it. */
type Mark = (document: number) => boolean

/** So many stems are kept of a segment. */
const mostStems = 20_000

/** Made when a segment is searched first, so that a search allocates nothing in proportion to it. */
export class Scratch {
  #marks: Uint32Array | undefined
  #leads: Uint8Array | undefined
  #seen: Uint32Array | undefined
  /** By document, how many lists of a filter visited it, behind those of all filters before. */
  #filtered: Uint32Array | undefined
  #level = 0
  #marked = 0
  #search = 0
  #ids: InstrumentIds | undefined
  #tally: Tally | undefined
  #impactTally: ImpactTally | undefined
  #largestImpacts: Uint8Array | undefined
  readonly #stems = new Map<number, string>()

  /** The ids of the instruments, in order. */
  ids(segment: Segment): InstrumentIds {
    this.#ids ??= idsIn(segment)
    return this.#ids
  }

  /** The stem of the word with the number `term`, kept until {@link mostStems} are. */
  stemOf({ terms }: Pick<Segment, 'terms'>, term: number): string {
    const known = this.#stems.get(term)
    if (known !== undefined) return known
    const stem = stemmer(terms.wordAt(term))
    if (this.#stems.size >= mostStems) this.#stems.clear()
    this.#stems.set(term, stem)
    return stem
  }

  /** Sums by document, all 0 between searches. */
  tally({ size }: Pick<Segment, 'size'>): Tally {
    this.#tally ??= new Tally(size)
    return this.#tally
  }

  /** By term, the largest of `impacts`, which are those of its postings. */
  largestImpacts({ starts, bytes }: Lists): Uint8Array {
    this.#largestImpacts ??= largestImpacts(starts, bytes)
    return this.#largestImpacts
  }

  /** What postings tell of documents. */
  impactTally({ size }: Pick<Segment, 'size'>): ImpactTally {
    this.#impactTally ??= new ImpactTally(size)
    return this.#impactTally
  }

  /** By term, the units that it fits, a bit for each. All 0 between searches. */
  marks({ terms }: Pick<Segment, 'terms'>): Uint32Array {
    this.#marks ??= new Uint32Array(terms.count)
    return this.#marks
  }

  /** By term, whether it leads to a sequence of terms. All 0 between searches. */
  leads({ terms }: Pick<Segment, 'terms'>): Uint8Array {
    this.#leads ??= new Uint8Array(terms.count)
    return this.#leads
  }

  /** Begins a search in which no document was seen yet. */
  begin({ size }: Pick<Segment, 'size'>): void {
    this.#seen ??= new Uint32Array(size)
    this.#search += 1
  }

  /**
   * Marks the documents that each of `lists` visits, with `most` visits in all: of a list in which it gets
   * further, and of those behind it, all count as visited. False when that is so of the first.
   */
  filter(
    { size }: Pick<Segment, 'size'>,
    most: number,
    lists: Iterable<(mark: Mark) => void>,
  ): boolean {
    this.#filtered ??= new Uint32Array(size)
    const filtered = this.#filtered
    const none = this.#level + 1
    let level = none
    let left = most
    for (const each of lists) {
      each((document) => {
        if (level === none || filtered[document] === level) filtered[document] = level + 1
        left -= 1
        return left > 0
      })
      if (left <= 0) break
      level += 1
    }
    this.#marked = level
    this.#level = level + 1
    return level > none
  }

  /** Whether the last filter has marked `document`. */
  isMarked(document: number): boolean {
    return (this.#filtered?.[document] ?? 0) >= this.#marked
  }

  /** Whether `document` is seen for the first time in this search. */
  see(document: number): boolean {
    if (this.#seen === undefined || this.#seen[document] === this.#search) return false
    this.#seen[document] = this.#search
    return true
  }
}

/** Lists of bytes: list `n` is `bytes` from `starts[n]` up to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
}

/** Text, starts, pairs; trigrams: keys, starts, words; found; strong and weak postings, impacts; parents, records, sharers; paths, tails. */
const sectionCount = 20

/**
 * The segment in `bytes`, which stay in use. `undefined` for bytes that `buildSegment` did not write in
 * this version, or that are cut or damaged. Never throws.
 */
export function openSegment(bytes: Uint8Array): Segment | undefined {
  const opened = openSections(bytes, sectionCount)
  if (opened === undefined) return undefined
  const [text, starts, pairs, ...others] = opened.sections
  const [keys, gramStarts, grams, found, strongStarts, strong, weakStarts, weak, ...behind] = others
  const [impactStarts, impacts, ...more] = behind
  const [parents, recordStarts, records, sharerStarts, sharers, byPath, byTail] = more
  if (text === undefined || starts === undefined || pairs === undefined) return undefined
  if (keys === undefined || gramStarts === undefined || grams === undefined) return undefined
  if (found === undefined || parents === undefined) return undefined
  const sharersByField = listsIn(sharerStarts, sharers)
  const recordsByEntity = listsIn(recordStarts, records)
  const size = recordsByEntity.starts.length - sharersByField.starts.length
  if (size < 0) return undefined
  const parentNumbers = parentsIn(parents, size)
  const segment: Segment = {
    size,
    fingerprint: opened.fingerprint,
    checksum: opened.checksum,
    terms: new Terms(halvesOf(text), readRising(starts), readRising(pairs).subarray(1)),
    trigrams: new Trigrams(wordsOf(keys), readRising(gramStarts), grams),
    found: readRising(found),
    strong: listsIn(strongStarts, strong),
    weak: listsIn(weakStarts, weak),
    impacts: size <= smallSegment ? undefined : listsIn(impactStarts, impacts),
    parents: parentNumbers,
    instruments: topsOf(parentNumbers),
    records: recordsByEntity,
    sharers: sharersByField,
    byPath: byPath === undefined ? none : wordsOf(byPath),
    byTail: byTail === undefined ? none : wordsOf(byTail),
    scratch: new Scratch(),
  }
  return isWhole(segment) ? segment : undefined
}

/** The parent of each of `size` documents, from how far above it stands. */
function parentsIn(steps: Uint8Array, size: number): Int32Array {
  const reader = new ByteReader(steps)
  const parents = new Int32Array(size)
  for (let document = 0; document < size; document++) {
    const step = reader.number()
    parents[document] = step === 0 ? -1 : document - step
  }
  return parents
}

function topsOf(parents: Int32Array): Uint32Array {
  const tops: number[] = []
  for (let document = 0; document < parents.length; document++) {
    if (parents[document] === -1) tops.push(document)
  }
  return Uint32Array.from(tops)
}

const none = new Uint32Array(0)
const noBytes: Uint8Array = new Uint8Array(0)

function listsIn(starts: Uint8Array = noBytes, bytes: Uint8Array = noBytes): Lists {
  return { starts: readRising(starts), bytes }
}

/** Whether the sections fit one another. */
function isWhole({
  size,
  terms,
  found,
  strong,
  weak,
  impacts,
  records,
  sharers,
}: Segment): boolean {
  const shared = sharers.starts.length - 1
  return (
    [found, strong.starts, weak.starts, ...(impacts === undefined ? [] : [impacts.starts])].every(
      (starts) => starts.length === terms.count + 1,
    ) &&
    records.starts.length === size + shared + 1 &&
    [strong, weak, ...(impacts === undefined ? [] : [impacts]), records, sharers].every(
      ({ starts, bytes }) => starts.at(-1) === bytes.length,
    )
  )
}

/** A reader at the beginning of list `list`. */
export function readerOf({ starts, bytes }: Lists, list: number): ByteReader {
  return new ByteReader(bytes, starts[list])
}

/** Calls `visit` with each number of list `list`, rising, until it returns false; false when it did. */
export function eachIn(
  { starts, bytes }: Lists,
  list: number,
  visit: (number: number) => boolean,
): boolean {
  const reader = new ByteReader(bytes, starts[list])
  const end = starts[list + 1] ?? 0
  let number = 0
  while (reader.at < end) {
    number += reader.number()
    if (!visit(number)) return false
  }
  return true
}

/** The place of the instrument of `document` among those of its segment: of the last that does not come behind it. */
export function instrumentAt(
  { instruments }: Pick<Segment, 'instruments'>,
  document: number,
): number {
  let low = 0
  let high = instruments.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((instruments[middle] ?? 0) <= document) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The path of `document` with `.` between its parts, in small letters; of an instrument its id. */
export function pathOfDocument({ records }: Segment, document: number): string {
  const { bytes, starts } = records
  const reader = new ByteReader(bytes, starts[document])
  const length = reader.number()
  let path = ''
  for (let at = reader.at; at < reader.at + length; at++) path += letters[bytes[at] ?? 0] ?? ''
  return path
}

/** The characters of ASCII, which alone stand in keys. */
const letters = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code))

/**
 * Compares the path of `document`, without separators and from `skipped` parts on, with `typed`: below
 * 0 when it comes before, 0 when it begins so, above 0 when it comes behind.
 */
export function comparePath(
  { records }: Segment,
  document: number,
  typed: string,
  skipped: number,
): number {
  const { bytes, starts } = records
  const reader = new ByteReader(bytes, starts[document])
  const length = reader.number()
  let { at } = reader
  const end = at + length
  for (let left = skipped; left > 0; at++) if (at >= end || bytes[at] === separator) left -= 1
  for (let letter = 0; letter < typed.length; letter++) {
    if (skipped === 0) while (bytes[at] === separator && at < end) at += 1
    if (at >= end) return -1
    const difference = (bytes[at] ?? 0) - typed.charCodeAt(letter)
    if (difference !== 0) return difference
    at += 1
  }
  return 0
}

/** The point between the parts of a path. */
const separator = 0x2e

/** What stands in a document's record before its fields. */
export interface DocumentHead {
  readonly standing: Standing
  /** Its printed pages; both 0 when they are not known. */
  readonly firstPage: number
  readonly lastPage: number
}

/** The head of `document`. */
export function headOf({ records }: Segment, document: number): DocumentHead {
  const reader = readerOf(records, document)
  const pathLength = reader.number()
  reader.at += pathLength
  const standing = standings[reader.byte()] ?? 'primary'
  const firstPage = reader.number()
  return { standing, firstPage, lastPage: firstPage + reader.number() }
}

/** About how many documents say a term, wherever: those that have it shown, or those whose texts have it, whichever are more. */
export function documentsSaying(segment: Segment, term: number): number {
  const { bytes, starts } = segment.weak
  let told = 0
  // The last byte of each number is below 0x80.
  for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++) {
    if ((bytes[at] ?? 0) < 0x80) told += 1
  }
  return Math.max(told, foundWith(segment, term))
}

/** How many documents have a term from `first` up to `end`, exclusive; one with several counts for each. */
export function foundWith({ found }: Segment, first: number, end = first + 1): number {
  return (found[end] ?? 0) - (found[first] ?? 0)
}
