/**
 * What is made of things in one version of a report. What the version before made of the same thing is
 * taken over; what neither of the two needs is forgotten.
 */
export class Remembered<Thing, Made> {
  readonly #before: ReadonlyMap<Thing, ReadonlyMap<string, Made>>
  readonly #now = new Map<Thing, Map<string, Made>>()

  constructor(before?: Remembered<Thing, Made>) {
    this.#before = before === undefined ? new Map() : before.#now
  }

  /** What `make` makes of `thing`, where `by` says all else that this depends on. */
  of(thing: Thing, by: string, make: () => Made): Made {
    const now = this.#now.get(thing) ?? new Map<string, Made>()
    const known = now.get(by)
    if (known !== undefined) return known
    const made = this.#before.get(thing)?.get(by) ?? make()
    this.#now.set(thing, now.set(by, made))
    return made
  }
}
