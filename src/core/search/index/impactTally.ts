/** What the postings of one query tell of documents, before any of these is read. */
export class ImpactTally {
  readonly #lastSearch: Uint32Array
  readonly #units: Uint32Array
  /** The units of these that a document may have as well as not. */
  readonly #unsure: Uint32Array
  readonly #worth: Float32Array
  readonly #led: Uint32Array
  #search = 0
  /** Whether documents may have what is told from now on as well as not. */
  isGuess = false
  /** How many documents were led to. */
  count = 0

  constructor(size: number) {
    this.#lastSearch = new Uint32Array(size)
    this.#units = new Uint32Array(size)
    this.#unsure = new Uint32Array(size)
    this.#worth = new Float32Array(size)
    this.#led = new Uint32Array(size)
  }

  /** Forgets all. */
  begin(): void {
    this.#search += 1
    this.isGuess = false
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
    this.#unsure[document] = this.isGuess ? bit : 0
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
    if (this.isGuess) this.#unsure[document] = (this.#unsure[document] ?? 0) | bit
    this.#worth[document] = (this.#worth[document] ?? 0) + worth
  }

  /** Those of the units of a document that was led to which it is sure to have. */
  sureUnitsOf(document: number): number {
    return (this.#units[document] ?? 0) & ~(this.#unsure[document] ?? 0)
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
