/** A list of whole numbers from 0 to 2^32 - 1 that grows. */
export class Numbers {
  #values = new Uint32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  /** The value at `at`; 0 behind the end. */
  at(at: number): number {
    return at < this.#length ? (this.#values[at] ?? 0) : 0
  }
}
