/** A document that was found: its number among all documents of all segments, and its score. */
export interface Found {
  readonly document: number
  readonly score: number
}

/** Keeps the best of what it is given; among equals the lowest number goes first. */
export class Best {
  readonly #limit: number
  /** A heap: the worst that is kept stands first. */
  readonly #heap: Found[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(document: number, score: number): void {
    const heap = this.#heap
    const worst = heap[0]
    if (heap.length < this.#limit) {
      heap.push({ document, score })
      this.#rise(heap.length - 1)
    } else if (worst !== undefined && isBetter({ document, score }, worst)) {
      heap[0] = { document, score }
      this.#sink()
    }
  }

  /** All that is kept, the best first. */
  sorted(): readonly Found[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || a.document - b.document)
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
  return a.score > b.score || (a.score === b.score && a.document < b.document)
}
