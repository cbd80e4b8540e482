import { type Container, continueContainer, fromOutermost } from './containers.ts'
import type { LineCursor } from './lines.ts'

/** The containers that are open between two lines, outermost first. */
export class ContainerStack {
  readonly #containers: Container[] = []
  /** The depths of the quotes among them. */
  readonly #quotes: number[] = []

  /** Opens `innermost` and all that it stands in. */
  constructor(innermost: Container | undefined) {
    for (const container of fromOutermost(innermost)) this.push(container)
  }

  get depth(): number {
    return this.#containers.length
  }

  get innermost(): Container | undefined {
    return this.within(this.#containers.length)
  }

  /** Whether one of them ends with the first blank line. */
  get holdsQuote(): boolean {
    return this.#quotes.length > 0
  }

  /** The innermost of the outermost `depth`; `undefined` for none of them. */
  within(depth: number): Container | undefined {
    return this.#containers[depth - 1]
  }

  push(container: Container): void {
    if (container.kind === 'quote') this.#quotes.push(this.depth)
    this.#containers.push(container)
  }

  /** Closes all but the outermost `depth`. */
  closeTo(depth: number): void {
    if (depth >= this.depth) return
    this.#containers.length = depth
    while ((this.#quotes.at(-1) ?? -1) >= depth) this.#quotes.pop()
  }

  /** Takes from a line the prefixes of the containers that it continues; returns how many do. */
  match(cursor: LineCursor): number {
    let depth = 0
    while (depth < this.depth) {
      if (cursor.isBlank) depth = this.#skipUntouched(depth)
      const container = this.#containers[depth]
      if (container === undefined) break
      const continued = continueContainer(container, cursor)
      if (continued === undefined) break
      this.#containers[depth] = continued
      depth += 1
    }
    return depth
  }

  /**
   * Where a blank line, which continues lists and notes however many there are, first does something:
   * at a quote, which it ends, or at the innermost, which it may change.
   */
  #skipUntouched(depth: number): number {
    const quote = this.#quotes.find((at) => at >= depth)
    return quote ?? Math.max(depth, this.depth - 1)
  }
}
