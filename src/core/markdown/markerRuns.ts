import { backslash, skipRun } from '../text/characters.ts'
import type { Span } from '../text/span.ts'

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

  /**
   * What the run that begins at `start` opens, closed by the next run of as many. Of a run that nothing
   * closes Pandoc takes the first marker for text, and tries again with the rest.
   */
  span(start: number): Span | undefined {
    const end = skipRun(this.#text, start, this.#text.length, this.marker)
    for (let open = start; open < end; open += 1) {
      const close = this.next(end - open, end)
      if (close !== -1) return { start: open, end: close + end - open }
    }
    return undefined
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

/** Behind what stands at `at` of `text` in prose: an escaped character, code by its `runs` of backticks, or any other character. */
export function behindMark(text: string, at: number, runs: MarkerRuns): number {
  const code = text.charCodeAt(at)
  if (code === backslash) return at + 2
  if (code !== runs.marker) return at + 1
  return runs.span(at)?.end ?? skipRun(text, at, text.length, code)
}
