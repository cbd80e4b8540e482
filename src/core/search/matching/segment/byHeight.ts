import { weights } from '../../ranking.ts'

/** Whole keys are higher than all else. */
const mostSteps = 4096

/** Documents by the height of their ceilings, the highest first: about, by the step. */
export class ByHeight {
  readonly #documents: number[] = []
  readonly #steps: number[] = []
  #highest = 0

  add(document: number, height: number): void {
    const step = Math.min(mostSteps, Math.floor(height / weights.step))
    this.#documents.push(document)
    this.#steps.push(step)
    this.#highest = Math.max(this.#highest, step)
  }

  /** Calls `visit` with each, those of the same step in the order in which they were added, until it returns false. */
  each(visit: (document: number) => boolean): void {
    const next = new Uint32Array(this.#highest + 2)
    const place = (step: number): number => this.#highest - step
    for (const step of this.#steps) next[place(step) + 1] = (next[place(step) + 1] ?? 0) + 1
    for (let at = 1; at < next.length; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0)
    const sorted = new Uint32Array(this.#documents.length)
    for (const [at, document] of this.#documents.entries()) {
      const bucket = place(this.#steps[at] ?? 0)
      const to = next[bucket] ?? 0
      sorted[to] = document
      next[bucket] = to + 1
    }
    for (const document of sorted) if (!visit(document)) return
  }
}
