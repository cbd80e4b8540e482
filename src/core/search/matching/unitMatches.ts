import { foundWith, type Segment } from '../index/segment.ts'
import type { Terms } from '../index/terms.ts'
import { fitOf, hows, weights, type How } from '../ranking.ts'

/** Terms that begin alike, all fitting in one way. */
export interface TermRange {
  readonly first: number
  /** Exclusive. */
  readonly end: number
  readonly how: How
  /** How many letters of each were typed. */
  readonly typed: number
}

/** The terms of a segment that one unit of a query fits, and how well each. */
export class UnitMatches {
  readonly #terms: Terms
  readonly #ranges: TermRange[] = []
  readonly #fits = new Map<number, number>()
  readonly #hows = new Map<number, number>()
  /** The terms noted one by one, the best first, as long as nothing more is noted. */
  #best: readonly number[] | undefined
  #found: number | undefined
  /** How the term fits that {@link fitAt} was asked for last: a number of `hows`. */
  how = 0

  constructor(terms: Terms) {
    this.#terms = terms
  }

  /** How many terms and ranges were noted: looking further only ever notes more. */
  get size(): number {
    return this.#fits.size + this.#ranges.length
  }

  /** Notes a term that fits, with `typed` letters of it typed; of several ways the best counts. */
  add(term: number, how: How, typed: number): void {
    const fit = fitOf(how, typed, this.#terms.lengthOf(term))
    if (fit <= (this.#fits.get(term) ?? 0)) return
    this.#fits.set(term, fit)
    this.#hows.set(term, hows.indexOf(how))
    this.#forget()
  }

  /** Notes terms that fit; of several ways the best counts. */
  addRange(range: TermRange): void {
    if (range.first >= range.end) return
    this.#ranges.push(range)
    this.#forget()
  }

  #forget(): void {
    this.#best = undefined
    this.#found = undefined
  }

  /** Has each of the terms noted one by one fit by `share` of what it does. */
  weigh(share: (term: number) => number): void {
    for (const [term, fit] of this.#fits) this.#fits.set(term, fit * share(term))
    this.#forget()
  }

  /** The terms noted one by one that are what was asked for, in any of its forms, and not what means the same. */
  itself(): readonly number[] {
    return [...this.#hows].flatMap(([term, how]) => (hows[how] === 'meaning' ? [] : [term]))
  }

  /** Sets `bit` in `marks` at each term that fits. */
  mark(marks: Uint32Array, bit: number): void {
    for (const term of this.#fits.keys()) marks[term] = (marks[term] ?? 0) | bit
    for (const { first, end } of this.#ranges) {
      for (let term = first; term < end; term++) marks[term] = (marks[term] ?? 0) | bit
    }
  }

  /** Clears `marks` at each term that fits. */
  unmark(marks: Uint32Array): void {
    for (const term of this.#fits.keys()) marks[term] = 0
    for (const { first, end } of this.#ranges) marks.fill(0, first, end)
  }

  /** How well a term fits, 0 to 1; 0 when it does not. */
  fitAt(term: number): number {
    let best = this.#fits.get(term) ?? 0
    let how = best > 0 ? (this.#hows.get(term) ?? 0) : 0
    for (const range of this.#ranges) {
      if (term < range.first || term >= range.end || weights.fit[range.how][1] <= best) continue
      const fit = fitOf(range.how, range.typed, this.#terms.lengthOf(term))
      if (fit > best) {
        best = fit
        how = hows.indexOf(range.how)
      }
    }
    this.how = how
    return best
  }

  /** How many documents of `segment`, which has the terms, have some that fit; one with several counts for each. */
  foundIn(segment: Segment): number {
    this.#found ??= this.#countIn(segment)
    return this.#found
  }

  #countIn(segment: Segment): number {
    let found = 0
    for (const term of this.#fits.keys()) {
      if (!this.#isInRange(term)) found += foundWith(segment, term)
    }
    for (const { first, end } of this.#ranges) found += foundWith(segment, first, end)
    return found
  }

  #isInRange(term: number): boolean {
    return this.#ranges.some(({ first, end }) => term >= first && term < end)
  }

  /** Calls `visit` with each term that fits, the best first, until it returns false; false when it did. */
  each(visit: (term: number) => boolean): boolean {
    this.#best ??= [...this.#fits]
      .sort(([a, fitOfA], [b, fitOfB]) => fitOfB - fitOfA || a - b)
      .map(([term]) => term)
    for (const term of this.#best) if (!visit(term)) return false
    for (const { first, end } of this.#ranges) {
      for (let term = first; term < end; term++) {
        if (!this.#fits.has(term) && !visit(term)) return false
      }
    }
    return true
  }
}
