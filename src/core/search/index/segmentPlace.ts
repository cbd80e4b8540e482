import { instrumentAt, type Segment } from './segment.ts'

/** The segments of an index, and where the documents of each stand in the corpus. */
export interface PlacedSegments {
  readonly segments: readonly Segment[]
  /** By segment. */
  readonly places: readonly SegmentPlace[]
}

/**
 * Where the documents of one segment stand in the corpus. They stand there instrument by instrument, each whole;
 * one that the corpus has no more, or has from another segment, is masked: its documents are in use no more.
 */
export class SegmentPlace {
  /** How many documents are in use. */
  readonly size: number
  readonly #segment: Segment
  readonly #firsts: Int32Array
  /** The instrument asked for last: most documents stand beside the one before. */
  #last = 0

  /** `firsts` has for each instrument of `segment` the number of its first document in the corpus, -1 where it is masked. */
  constructor(segment: Segment, firsts: Int32Array) {
    this.#segment = segment
    this.#firsts = firsts
    this.size = firsts.reduce((sum, first, at) => (first < 0 ? sum : sum + this.#sizeOf(at)), 0)
  }

  /** The number in the corpus of `document` of the segment; -1 where that is masked. */
  numberOf(document: number): number {
    if (!this.#has(this.#last, document)) this.#last = instrumentAt(this.#segment, document)
    const first = this.#firsts[this.#last] ?? -1
    return first < 0 ? -1 : first + document - this.#topAt(this.#last)
  }

  /** The document of the segment with the number `number` in the corpus; -1 where it is of another one. */
  documentOf(number: number): number {
    for (const [at, first] of this.#firsts.entries()) {
      const within = number - first
      if (first >= 0 && within >= 0 && within < this.#sizeOf(at)) return this.#topAt(at) + within
    }
    return -1
  }

  #has(instrument: number, document: number): boolean {
    return this.#topAt(instrument) <= document && document < this.#topAt(instrument + 1)
  }

  #sizeOf(instrument: number): number {
    return this.#topAt(instrument + 1) - this.#topAt(instrument)
  }

  #topAt(instrument: number): number {
    return this.#segment.instruments[instrument] ?? this.#segment.size
  }
}

/** `segments` whose documents stand in the corpus one behind the other, all of them in use. */
export function oneBehindTheOther(segments: readonly Segment[]): PlacedSegments {
  let first = 0
  const places = segments.map((segment) => {
    const firsts = Int32Array.from(segment.instruments, (top) => first + top)
    first += segment.size
    return new SegmentPlace(segment, firsts)
  })
  return { segments, places }
}

/** How many documents of `placed` are in use. */
export function documentsIn({ places }: PlacedSegments): number {
  return places.reduce((sum, { size }) => sum + size, 0)
}
