import { skipRun } from '../text/characters.ts'

/**
 * Finds in a text the runs of one marker by their length, in time linear in the text for any number of
 * questions, as long as they are asked from left to right.
 */
export class MarkerRuns {
  readonly marker: number
  readonly #text: string
  #runs: Map<number, { readonly starts: number[]; next: number }> | undefined

  constructor(text: string, marker: number) {
    this.#text = text
    this.marker = marker
  }

  /** Where the first run of exactly `length` markers from `from` on begins; -1 where there is none. */
  next(length: number, from: number): number {
    this.#runs ??= this.#collect(from)
    const runs = this.#runs.get(length)
    if (runs === undefined) return -1
    while ((runs.starts[runs.next] ?? Infinity) < from) runs.next += 1
    return runs.starts[runs.next] ?? -1
  }

  #collect(from: number): Map<number, { readonly starts: number[]; next: number }> {
    const runs = new Map<number, { readonly starts: number[]; next: number }>()
    const marker = String.fromCharCode(this.marker)
    for (let start = this.#text.indexOf(marker, from); start !== -1;) {
      const end = skipRun(this.#text, start, this.#text.length, this.marker)
      const known = runs.get(end - start)
      if (known === undefined) runs.set(end - start, { starts: [start], next: 0 })
      else known.starts.push(start)
      start = this.#text.indexOf(marker, end)
    }
    return runs
  }
}
