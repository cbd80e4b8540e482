import { headOf, type Segment } from '../../index/segment.ts'
import type { SegmentPlace } from '../../index/segmentPlace.ts'
import { weights } from '../../ranking.ts'
import type { Best } from '../bestFound.ts'
import type { DocumentScorer } from '../documentScore.ts'
import type { SearchOptions } from './searchOptions.ts'

/** What scores the documents of a segment, and takes the best of them. */
export interface Scoring {
  readonly segment: Segment
  readonly place: SegmentPlace
  readonly scorer: DocumentScorer
  readonly best: Best
  readonly options: SearchOptions
}

/** How far a search of a segment goes. */
export interface Bounds {
  /** So many documents are scored at most. */
  readonly most: number
  /** So many are scored before it is content with having found a list's worth. */
  readonly enough: number
}

/** So many documents are scored between two looks at whether the answer is still wanted. */
const scoredPerLook = 64

/** How late in a document stands what was not looked for there. */
const behindAll = 0x7fffffff

/** What something scores, and how late in it stands what was typed. */
interface Scored {
  readonly score: number
  readonly late: number
}

/** Visits documents of a segment, each once and only such as are in use: scores them, and counts what that costs. */
export class DocumentVisits {
  /** How many documents were scored. */
  scored = 0
  /** How many of a list's worth fit. */
  matched: number
  /** Whether no more are scored. */
  isOver = false
  readonly #scoring: Scoring
  readonly #bounds: Bounds
  /** By what stands above: what is handed down from there scores. */
  readonly #handedDown = new Map<number, Scored>()

  /** `matched` fit already. */
  constructor(scoring: Scoring, bounds: Bounds, matched: number) {
    this.#scoring = scoring
    this.#bounds = bounds
    this.matched = matched
  }

  /** Scores `document`; false when no more are to be scored. */
  readonly visit = (document: number): boolean => {
    if (this.#begins(document)) {
      this.#add(document, this.#scoreOf(document))
      this.#count()
    }
    return !this.isOver
  }

  /**
   * The same of a document that has nothing itself, and so scores as what stands beside it and has nothing itself
   * either: it is read only where none of these was.
   */
  visitInherited(document: number): boolean {
    const parent = this.#scoring.segment.parents[document] ?? -1
    const known = this.#handedDown.get(parent)
    if (!this.#begins(document)) return !this.isOver
    const scored = known ?? this.#scoreOf(document)
    this.#add(document, scored)
    if (known === undefined) {
      this.#handedDown.set(parent, scored)
      this.#count()
    }
    return !this.isOver
  }

  /** Takes `document` with a score that was told for it. */
  note(document: number, score: number): void {
    if (!this.#begins(document)) return
    if (score > 0) this.#take(document, score, behindAll)
    this.#count()
  }

  #begins(document: number): boolean {
    const { segment, place } = this.#scoring
    return !this.isOver && segment.scratch.see(document) && place.numberOf(document) >= 0
  }

  #count(): void {
    this.scored += 1
    const { most, enough } = this.#bounds
    const { limit, isCancelled } = this.#scoring.options
    this.isOver = this.scored >= most || (this.scored >= enough && this.matched >= limit)
    if (this.scored % scoredPerLook === 0) this.isOver ||= isCancelled?.() === true
  }

  #scoreOf(document: number): Scored {
    const { scorer } = this.#scoring
    const score = scorer.scoreOf(document)
    return { score, late: score > 0 ? scorer.late : 0 }
  }

  #add(document: number, { score, late }: Scored): void {
    if (score === 0) return
    const { standing } = headOf(this.#scoring.segment, document)
    this.#take(document, score * weights.standing[standing], late)
  }

  #take(document: number, score: number, late: number): void {
    const { best, options, place } = this.#scoring
    const number = place.numberOf(document)
    this.matched += 1
    best.add({ document: number, score, favour: options.favour?.(number) ?? 1, late })
  }
}
