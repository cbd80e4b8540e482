/** Finds runs of one character in a text by their length. Looks at each character once. */
export class RunFinder {
  readonly #text: string
  readonly #mark: string
  /** Offsets of the runs of each length, ascending, with the place of the first that is not behind us. */
  #runs: Map<number, { readonly starts: number[]; read: number }> | undefined

  constructor(text: string, mark: string) {
    this.#text = text
    this.#mark = mark
  }

  /** The length of the run that begins at `start`, or goes on there. */
  lengthAt(start: number): number {
    let end = start
    while (this.#text[end] === this.#mark) end += 1
    return end - start
  }

  /** The offset of the next run of exactly `length` at or behind `from`, or -1. Asked with ascending offsets. */
  next(from: number, length: number): number {
    this.#runs ??= this.#find()
    const runs = this.#runs.get(length)
    if (runs === undefined) return -1
    while ((runs.starts[runs.read] ?? Infinity) < from) runs.read += 1
    return runs.starts[runs.read] ?? -1
  }

  #find(): Map<number, { readonly starts: number[]; read: number }> {
    const runs = new Map<number, { readonly starts: number[]; read: number }>()
    for (
      let at = this.#text.indexOf(this.#mark);
      at !== -1;
      at = this.#text.indexOf(this.#mark, at)
    ) {
      const length = this.lengthAt(at)
      const known = runs.get(length)
      if (known === undefined) runs.set(length, { starts: [at], read: 0 })
      else known.starts.push(at)
      at += length
    }
    return runs
  }
}
