import type { Terms } from '../index/terms.ts'

/** Fewer letters are other words with one of them changed. */
const shortestWithTypo = 4
const shortestWithTwoTypos = 8

/** How many typing errors a word of `length` letters may have: one from four letters on, two from eight. */
export function typosIn(length: number): number {
  if (length < shortestWithTypo) return 0
  return length < shortestWithTwoTypos ? 1 : 2
}

/** Told of words, by their numbers from `first` up to `end`, that are or begin as something mistyped. */
export interface TypoVisitor {
  readonly whole: (word: number, typos: number) => void
  readonly begun: (first: number, end: number, typos: number) => void
}

/**
 * The words of `terms` that `typed` is, or begins, with one to `most` typing errors: a letter too many,
 * too few, wrong, or changed places with its neighbour. Walks the sorted words as a tree, and leaves
 * what cannot fit any more.
 */
export function eachTypo(terms: Terms, typed: string, most: number, visitor: TypoVisitor): void {
  new TypoWalk(terms, typed, most, visitor).descend(0, terms.words, 0)
}

class TypoWalk {
  readonly #terms: Terms
  readonly #typed: string
  readonly #most: number
  readonly #visitor: TypoVisitor
  /** By depth: how many errors lead from the first `n` letters typed to the letters walked. */
  readonly #rows: Uint8Array[]
  readonly #walked: number[] = []

  constructor(terms: Terms, typed: string, most: number, visitor: TypoVisitor) {
    this.#terms = terms
    this.#typed = typed
    this.#most = most
    this.#visitor = visitor
    this.#rows = [Uint8Array.from({ length: typed.length + 1 }, (_, letters) => letters)]
  }

  /** Walks the words from `first` up to `end`, which have the first `depth` letters in common. */
  descend(first: number, end: number, depth: number): void {
    const { length } = this.#typed
    const errors = this.#rows[depth]?.[length] ?? Infinity
    if (errors <= this.#most) {
      if (this.#endsAsTyped(depth)) this.#visitor.begun(first, end, errors)
      for (let word = first; word < end && this.#terms.lengthOf(word) === depth; word++) {
        this.#visitor.whole(word, errors)
      }
    }
    if (depth >= length + this.#most) return
    let from = first
    while (from < end && this.#terms.lengthOf(from) === depth) from += 1
    while (from < end) {
      const letter = this.#terms.unitAt(from, depth)
      const next = this.#endOfLetter(from, end, depth, letter)
      if (this.#advance(depth, letter)) this.descend(from, next, depth + 1)
      from = next
    }
  }

  /** Whether the last letter walked is the last one typed: leaving letters off at the end is no beginning. */
  #endsAsTyped(depth: number): boolean {
    return this.#walked[depth - 1] === this.#typed.charCodeAt(this.#typed.length - 1)
  }

  /** The first word from `from` on whose letter at `depth` is another. */
  #endOfLetter(from: number, end: number, depth: number, letter: number): number {
    let low = from + 1
    let high = end
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#terms.unitAt(middle, depth) === letter) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Computes the row behind one more letter (optimal string alignment); false when too much is wrong already. */
  #advance(depth: number, letter: number): boolean {
    const typed = this.#typed
    const before = this.#rows[depth] ?? new Uint8Array(0)
    const twoBefore = this.#rows[depth - 1]
    const row = (this.#rows[depth + 1] ??= new Uint8Array(typed.length + 1))
    this.#walked[depth] = letter
    row[0] = depth + 1
    let least = depth + 1
    for (let at = 1; at <= typed.length; at++) {
      const same = typed.charCodeAt(at - 1) === letter
      let errors = Math.min(
        (before[at - 1] ?? 0) + (same ? 0 : 1),
        (before[at] ?? 0) + 1,
        (row[at - 1] ?? 0) + 1,
      )
      if (at > 1 && twoBefore !== undefined && this.#isSwapped(depth, letter, at)) {
        errors = Math.min(errors, (twoBefore[at - 2] ?? 0) + 1)
      }
      row[at] = errors
      least = Math.min(least, errors)
    }
    return least <= this.#most
  }

  #isSwapped(depth: number, letter: number, at: number): boolean {
    const typed = this.#typed
    return (
      typed.charCodeAt(at - 2) === letter && typed.charCodeAt(at - 1) === this.#walked[depth - 1]
    )
  }
}
