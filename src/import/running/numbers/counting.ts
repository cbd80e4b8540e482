import { goesOn } from './countedNumber.ts'

/** How far each way to count has come right below divisions. */
export class Counting {
  /** The last number of each way to count, and how many divisions were open by then. */
  readonly #counted = new Map<string, { readonly number: number; readonly division: number }>()
  #divisions = 0

  /** Another division begins, in which a list may begin with 1 again. */
  beginDivision(): void {
    this.#divisions += 1
  }

  /** Whether `number` goes on counting in this way, or begins to, in a division where nothing was counted so. */
  countsOn(style: string, number: number): boolean {
    const before = this.#counted.get(style)
    if (goesOn(before?.number ?? 0, number)) return true
    return number === 1 && before?.division !== this.#divisions
  }

  /** Whether anything was counted in this way. */
  isCounted(style: string): boolean {
    return this.#counted.has(style)
  }

  count({ style, number }: { readonly style: string; readonly number: number }): void {
    this.#counted.set(style, { number, division: this.#divisions })
  }
}
