/** What the postings of one query tell of documents, before any of these is read. */
export class ImpactTally {
  readonly #lastSearch: Uint32Array
  readonly #units: Uint32Array
  readonly #worth: Float32Array
  readonly #led: Uint32Array
  #search = 0
  /** How many documents were led to. */
  count = 0

  constructor(size: number) {
    this.#lastSearch = new Uint32Array(size)
    this.#units = new Uint32Array(size)
    this.#worth = new Float32Array(size)
    this.#led = new Uint32Array(size)
  }

  /** Forgets all. */
  begin(): void {
    this.#search += 1
    this.count = 0
  }

  /**
   * Notes that `document` has a unit, a bit of its own, worth so much; of a unit the first that is told counts.
   * Whether nothing was known of the document.
   */
  lead(document: number, bit: number, worth: number): boolean {
    if (this.#lastSearch[document] === this.#search) {
      this.tell(document, bit, worth)
      return false
    }
    this.#lastSearch[document] = this.#search
    this.#units[document] = bit
    this.#worth[document] = worth
    this.#led[this.count++] = document
    return true
  }

  /** The same, but only of documents that were led to. */
  tell(document: number, bit: number, worth: number): void {
    if (this.#lastSearch[document] !== this.#search) return
    const units = this.#units[document] ?? 0
    if ((units & bit) !== 0) return
    this.#units[document] = units | bit
    this.#worth[document] = (this.#worth[document] ?? 0) + worth
  }

  /** The document that was led to at `place`, below {@link count}. */
  at(place: number): number {
    return this.#led[place] ?? 0
  }

  /** The units that a document that was led to has, a bit for each. */
  unitsOf(document: number): number {
    return this.#units[document] ?? 0
  }

  worthOf(document: number): number {
    return this.#worth[document] ?? 0
  }
}
