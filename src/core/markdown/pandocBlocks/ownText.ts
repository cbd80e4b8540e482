/** A text within a block that Pandoc reads by itself: the string of a field, the cell of a table. */
export interface OwnText {
  readonly text: string
  /** Where each UTF-16 unit of `text` stands in the block. */
  readonly offsets: readonly number[]
}

/** A text that is put together from parts of a block. */
export class OwnTextDraft implements OwnText {
  text = ''
  readonly offsets: number[] = []
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  /** Adds what stands from `start` to `end`. */
  take(start: number, end: number): void {
    this.text += this.#source.slice(start, end)
    for (let at = start; at < end; at += 1) this.offsets.push(at)
  }

  /** Adds `character` for what stands at `offset`. */
  put(character: string, offset: number): void {
    this.text += character
    this.offsets.push(offset)
  }
}
