/** Into so many steps the sums are parted to find the likeliest. */
const steps = 512

/** What postings say for documents, summed up. */
export class Tally {
  readonly #sums: Float32Array
  /** What the unit at hand gives each document, and which unit gave it last. */
  readonly #given: Float32Array
  readonly #givers: Int32Array
  #unit = 0
  /** The documents told of. */
  #told: number[] = []
  #most = 0

  constructor(size: number) {
    this.#sums = new Float32Array(size)
    this.#given = new Float32Array(size)
    this.#givers = new Int32Array(size)
  }

  /** What is told from now on is of another unit: of one unit a document counts the most. */
  beginUnit(): void {
    this.#unit += 1
  }

  /** Gives `document` the share `worth`; always true, to be told of the next one. */
  tell(document: number, worth: number): true {
    const known = this.#givers[document] === this.#unit ? (this.#given[document] ?? 0) : 0
    if (worth <= known) return true
    const before = this.#sums[document] ?? 0
    if (before === 0) this.#told.push(document)
    const sum = before + worth - known
    this.#sums[document] = sum
    this.#given[document] = worth
    this.#givers[document] = this.#unit
    if (sum > this.#most) this.#most = sum
    return true
  }

  /** The `count` documents that `isInUse` with the largest sums, and those that have about as much as the last; forgets all. */
  likeliest(count: number, isInUse: (document: number) => boolean): readonly number[] {
    const told = this.#told.filter(isInUse)
    const bound = told.length <= count ? 0 : this.#boundFor(told, count)
    const likely = told.filter((document) => this.#stepOf(document) >= bound).sort((a, b) => a - b)
    for (const document of this.#told) this.#sums[document] = 0
    this.#told = []
    this.#most = 0
    return likely
  }

  /** The highest step from which on there are `count` documents. */
  #boundFor(told: readonly number[], count: number): number {
    const inStep = new Uint32Array(steps + 1)
    for (const document of told) {
      const step = this.#stepOf(document)
      inStep[step] = (inStep[step] ?? 0) + 1
    }
    let bound = steps
    for (let left = count; bound > 0; bound--) {
      left -= inStep[bound] ?? 0
      if (left <= 0) break
    }
    return bound
  }

  #stepOf(document: number): number {
    return Math.floor(((this.#sums[document] ?? 0) / this.#most) * steps)
  }
}
