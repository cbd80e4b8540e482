/** How far a numbered list has counted, level by level from 0 on. */
export class Counters {
  readonly #counts: (number | undefined)[] = []

  /** Counts on at `level`, from `start` on; the levels in `kept` go on counting, all others below begin anew. */
  count(level: number, start: number, kept: (deeper: number) => boolean = () => false): number {
    const before = this.#counts[level]
    const count = before === undefined ? start : before + 1
    this.#counts[level] = count
    for (let deeper = level + 1; deeper < this.#counts.length; deeper++) {
      if (!kept(deeper)) this.#counts[deeper] = undefined
    }
    return count
  }

  /** The count at `level`; `undefined` where it has none yet. */
  at(level: number): number | undefined {
    return this.#counts[level]
  }

  /** Has `level` begin anew, and all that are deeper. */
  restart(level: number): void {
    this.#counts.length = Math.min(this.#counts.length, level)
  }
}
