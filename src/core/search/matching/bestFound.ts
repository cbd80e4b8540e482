/** A document that was found. */
export interface Found {
  /** Its number among all documents of all segments. */
  readonly document: number
  readonly score: number
  /** How much it is favoured among those of the same score. */
  readonly favour: number
  /** How late in it stands what was typed. */
  readonly late: number
}

/**
 * Keeps the best of what it is given: by score, then by favour, then where what was typed stands
 * earlier; among equals the lowest number goes first.
 */
export class Best {
  readonly #limit: number
  /** A heap: the worst that is kept stands first. */
  readonly #heap: Found[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(found: Found): void {
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.#limit) {
      heap.push(found)
      this.#rise(heap.length - 1)
    } else if (worst !== undefined && isBetter(found, worst)) {
      heap[0] = found
      this.#sink()
    }
  }

  /** Whether `document` may be kept if it scores `score`, as far as that tells: what is favoured may go before its equals. */
  mayTake(score: number, document: number, isFavoured: boolean): boolean {
    const worst = this.#heap[0]
    if (worst === undefined || this.#heap.length < this.#limit) return true
    if (score !== worst.score) return score > worst.score
    return isFavoured || document < worst.document
  }

  /** Whether anything that scores so much may be kept: among equals others may count. */
  isOpenTo(score: number): boolean {
    const worst = this.#heap[0]
    return worst === undefined || this.#heap.length < this.#limit || score >= worst.score
  }

  /** All that is kept, the best first. */
  sorted(): readonly Found[] {
    return this.#heap.toSorted(inOrder)
  }

  #rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >>> 1
      if (!this.#isWorse(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(): void {
    let at = 0
    for (;;) {
      let worst = at
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#heap.length && this.#isWorse(below, worst)) worst = below
      }
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #isWorse(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    return a !== undefined && b !== undefined && isBetter(b, a)
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]]
    if (a === undefined || b === undefined) return
    this.#heap[one] = b
    this.#heap[other] = a
  }
}

function isBetter(a: Found, b: Found): boolean {
  return inOrder(a, b) < 0
}

function inOrder(a: Found, b: Found): number {
  return b.score - a.score || b.favour - a.favour || a.late - b.late || a.document - b.document
}
