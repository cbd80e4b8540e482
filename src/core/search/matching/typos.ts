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
 * too few, wrong, or changed places with its neighbour. Walks the sorted words as a tree, by how many letters
 * each has in common with the one before it, and leaves what cannot fit any more.
 */
export function eachTypo(terms: Terms, typed: string, most: number, visitor: TypoVisitor): void {
  new TypoWalk(terms, typed, most, visitor).walk()
}

/** More errors than any word may have. */
const tooMany = 0x7f

class TypoWalk {
  readonly #terms: Terms
  /** The UTF-16 units typed. */
  readonly #typed: Uint16Array
  readonly #most: number
  readonly #visitor: TypoVisitor
  /**
   * Row by row, by depth: how many errors lead from the first `n` letters typed to the letters walked. Only
   * those within `most` letters of the depth are reckoned, and one more on each side is {@link tooMany}: what
   * is further off has more errors than `most`.
   */
  readonly #rows: Uint8Array
  /** How long a row is. */
  readonly #width: number
  readonly #walked: Uint16Array

  constructor(terms: Terms, typed: string, most: number, visitor: TypoVisitor) {
    const deepest = typed.length + most
    this.#terms = terms
    this.#typed = Uint16Array.from(typed, (_, at) => typed.charCodeAt(at))
    this.#most = most
    this.#visitor = visitor
    this.#width = typed.length + 2
    this.#rows = new Uint8Array(this.#width * (deepest + 1))
    this.#walked = new Uint16Array(deepest + 1)
    for (let letters = 0; letters < this.#width; letters++) this.#rows[letters] = letters
  }

  /** Walks all words. */
  walk(): void {
    const { words, common } = this.#terms
    const deepest = this.#typed.length + this.#most
    // Words that have as many letters in common with the one before them fit as little as that.
    let dead = deepest
    for (let word = 0; word < words; word++) {
      const shared = common[word] ?? 0
      if (shared < dead) dead = this.#walkWord(word, shared, deepest)
    }
  }

  /** Walks the letters of `word` from `from` on; gives the depth from which on nothing fits any more. */
  #walkWord(word: number, from: number, deepest: number): number {
    const { text } = this.#terms
    const start = this.#terms.startOf(word)
    const length = this.#terms.startOf(word + 1) - start
    const least = this.#typed.length - this.#most
    for (let depth = from; depth < length; depth++) {
      if (depth === deepest) return deepest
      if (!this.#advance(depth, text[start + depth] ?? 0)) return Math.min(depth + 1, deepest)
      if (depth + 1 >= least) this.#tell(word, depth + 1, depth + 1 === length)
    }
    return deepest
  }

  /** Tells of the words from `word` on that have its first `depth` letters. */
  #tell(word: number, depth: number, isWhole: boolean): void {
    const { length } = this.#typed
    const errors = this.#rows[depth * this.#width + length] ?? tooMany
    if (errors > this.#most) return
    // Leaving letters off at the end is no beginning.
    const endsAsTyped = this.#walked[depth - 1] === this.#typed[length - 1]
    if (endsAsTyped) this.#visitor.begun(word, this.#endOf(word, depth), errors)
    if (isWhole) this.#visitor.whole(word, errors)
  }

  /** The first word behind `word` that does not have its first `depth` letters. */
  #endOf(word: number, depth: number): number {
    const { words, common } = this.#terms
    let end = word + 1
    while (end < words && (common[end] ?? 0) >= depth) end += 1
    return end
  }

  /** Computes the row behind one more letter (optimal string alignment); false when too much is wrong already. */
  #advance(depth: number, letter: number): boolean {
    const typed = this.#typed
    const rows = this.#rows
    const most = this.#most
    const first = Math.max(1, depth + 1 - most)
    const last = Math.min(typed.length, depth + 1 + most)
    const row = (depth + 1) * this.#width
    const before = row - this.#width
    const twoBefore = before - this.#width
    const letterBefore = depth === 0 ? -1 : (this.#walked[depth - 1] ?? 0)
    this.#walked[depth] = letter
    let left = first === 1 ? depth + 1 : tooMany
    rows[row + first - 1] = left
    let least = left
    let previous = first === 1 ? -1 : (typed[first - 2] ?? 0)
    for (let at = first; at <= last; at++) {
      const here = typed[at - 1] ?? 0
      let errors = rows[before + at - 1] ?? 0
      if (here !== letter) {
        const missing = rows[before + at] ?? 0
        errors = Math.min(errors, missing, left) + 1
        if (previous === letter && here === letterBefore) {
          errors = Math.min(errors, (rows[twoBefore + at - 2] ?? 0) + 1)
        }
      }
      rows[row + at] = errors
      left = errors
      previous = here
      if (errors < least) least = errors
    }
    rows[row + last + 1] = tooMany
    return least <= most
  }
}
