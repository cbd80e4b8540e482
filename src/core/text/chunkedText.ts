import { cutIntoChunks, endsLine, joinsNext, usualChunkLength } from './chunks.ts'
import { replaced } from './lists.ts'
import type { Text } from './text.ts'

/**
 * A text as chunks of whole lines, so that an edit costs one chunk however long the text is. Immutable:
 * an edit gives another text, which shares all chunks that it did not touch.
 */
export class ChunkedText implements Text {
  /** Each but the last ends with a line break, which it holds whole. */
  readonly chunks: readonly string[]
  /** Where each chunk begins, and behind them the length of the text. */
  readonly starts: Int32Array

  readonly #chunkLength: number

  private constructor(chunks: readonly string[], starts: Int32Array, chunkLength: number) {
    this.chunks = chunks
    this.starts = starts
    this.#chunkLength = chunkLength
  }

  /** The text that `chunks` make, which {@link cutIntoChunks} cut with this length; edits keep to it. */
  static of(chunks: readonly string[], chunkLength = usualChunkLength): ChunkedText {
    const starts = startsOf(chunks, new Int32Array(chunks.length + 1), 0)
    return new ChunkedText(chunks, starts, chunkLength)
  }

  get length(): number {
    return this.starts[this.chunks.length] ?? 0
  }

  /** Where chunk `index` begins; the length of the text behind the last. */
  startOf(index: number): number {
    return this.starts[index] ?? this.length
  }

  /** The chunk in which `offset` stands; the last one at the end, -1 in an empty text. */
  chunkAt(offset: number): number {
    let low = 0
    let high = this.chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.startOf(middle) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  slice(start: number, end = this.length): string {
    const from = offsetWithin(start, this.length)
    const to = offsetWithin(end, this.length)
    let text = ''
    for (let index = this.chunkAt(from); this.startOf(index) < to; index += 1) {
      const base = this.startOf(index)
      text += this.#chunk(index).slice(Math.max(0, from - base), to - base)
    }
    return text
  }

  charAt(offset: number): string {
    const index = this.chunkAt(offset)
    return index < 0 ? '' : this.#chunk(index).charAt(offset - this.startOf(index))
  }

  indexOf(sought: string, from = 0): number {
    const first = Math.max(0, this.chunkAt(from))
    for (let index = first; index < this.chunks.length; index += 1) {
      const base = this.startOf(index)
      const found = this.#chunk(index).indexOf(sought, Math.max(0, from - base))
      if (found !== -1) return base + found
      const across = this.#indexAcross(sought, index, from)
      if (across !== -1) return across
    }
    return -1
  }

  toString(): string {
    return this.chunks.join('')
  }

  /** The text with `length` characters from `offset` on replaced by `inserted`, and which chunks that changed. */
  edited(offset: number, length: number, inserted: string): ChunkEdit {
    const { first, last, text } = this.#region(offset, length, inserted)
    const pieces = cutIntoChunks(text, this.#chunkLength)
    const chunks = replaced(this.chunks, first, last - first + 1, pieces)
    const starts = new Int32Array(chunks.length + 1)
    starts.set(this.starts.subarray(0, first + 1))
    return {
      text: new ChunkedText(chunks, startsOf(chunks, starts, first), this.#chunkLength),
      first,
      removed: last - first + 1,
      added: pieces.length,
    }
  }

  /** The chunks that a replacement touches, and what they become. */
  #region(offset: number, length: number, inserted: string): Region {
    const end = offset + length
    let first = Math.max(0, this.chunkAt(offset))
    if (first > 0 && this.startOf(first) === offset && this.#joinsBefore(first, end, inserted)) {
      first -= 1
    }
    let last = Math.max(first, this.chunkAt(end - 1))
    if (this.chunks.length === 0) last = -1
    let text =
      this.slice(this.startOf(first), offset) + inserted + this.slice(end, this.startOf(last + 1))
    while (last + 1 < this.chunks.length && !this.#canEnd(text, last + 1)) {
      last += 1
      text += this.#chunk(last)
    }
    return { first, last, text }
  }

  /** Whether the carriage return that ends the chunk before `chunk` gets its line feed. */
  #joinsBefore(chunk: number, end: number, inserted: string): boolean {
    const next = inserted === '' ? this.charAt(end) : inserted
    return joinsNext(this.#chunk(chunk - 1), next)
  }

  /** Whether a chunk can end with `text`, before chunk `next`. */
  #canEnd(text: string, next: number): boolean {
    if (text === '') return true
    // A short chunk is joined with the next one, so that deleting leaves no chain of them.
    return (
      text.length >= this.#chunkLength >> 3 && endsLine(text) && !joinsNext(text, this.#chunk(next))
    )
  }

  #chunk(index: number): string {
    return this.chunks[index] ?? ''
  }

  #indexAcross(sought: string, index: number, from: number): number {
    if (sought.length < 2) return -1
    const start = Math.max(from, this.startOf(index + 1) - sought.length + 1)
    const found = this.slice(start, this.startOf(index + 1) + sought.length - 1).indexOf(sought)
    return found === -1 ? -1 : start + found
  }
}

/** Another text, and the chunks that stand in it for those of the text before. */
export interface ChunkEdit {
  readonly text: ChunkedText
  readonly first: number
  readonly removed: number
  readonly added: number
}

interface Region {
  readonly first: number
  readonly last: number
  readonly text: string
}

/** Fills `starts` from the chunk `first` on, whose own start stands there already. */
function startsOf(chunks: readonly string[], starts: Int32Array, first: number): Int32Array {
  let start = starts[first] ?? 0
  for (let index = first; index < chunks.length; index += 1) {
    start += chunks[index]?.length ?? 0
    starts[index + 1] = start
  }
  return starts
}

/** As `String#slice` reads an offset. */
function offsetWithin(offset: number, length: number): number {
  return Math.min(length, offset < 0 ? Math.max(0, length + offset) : offset)
}
