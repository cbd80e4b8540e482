import { ByteReader, ByteWriter, writeRising } from './bytes.ts'
import type { Terms } from './terms.ts'

/** Which words have three letters in a row: what is inside words is found by its rarest three. */
export class Trigrams {
  /** Rising, see {@link trigramAt}. */
  readonly #keys: Uint32Array
  /** Where the words of each begin in `#words`; one more at the end. */
  readonly #starts: Uint32Array
  readonly #words: Uint8Array

  constructor(keys: Uint32Array, starts: Uint32Array, words: Uint8Array) {
    this.#keys = keys
    this.#starts = starts
    this.#words = words
  }

  /**
   * Calls `visit` with the number of each word that may have `part` inside, in order; those that have
   * it are among them. `part` has three letters or more. `visit` returns false to hear no more.
   */
  eachCandidate(part: string, visit: (word: number) => boolean): void {
    const place = this.#rarestIn(part)
    if (place === -1) return
    const reader = new ByteReader(this.#words, this.#starts[place])
    const end = this.#starts[place + 1] ?? 0
    let word = 0
    while (reader.at < end) {
      word += reader.number()
      if (!visit(word)) return
    }
  }

  #rarestIn(part: string): number {
    let rarest = -1
    let fewest = Infinity
    for (let at = 0; at + 2 < part.length; at++) {
      const place = this.#placeOf(
        hashOf(part.charCodeAt(at), part.charCodeAt(at + 1), part.charCodeAt(at + 2)),
      )
      if (place === -1) return -1
      const bytes = (this.#starts[place + 1] ?? 0) - (this.#starts[place] ?? 0)
      if (bytes < fewest) {
        rarest = place
        fewest = bytes
      }
    }
    return rarest
  }

  #placeOf(key: number): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1
      else high = middle
    }
    return this.#keys[low] === key ? low : -1
  }
}

/** Three letters as a number. Two threes may share one: it costs a comparison and no result. */
function hashOf(first: number, second: number, third: number): number {
  return (Math.imul(Math.imul(first, 0x2f0b) + second, 0x2f0b) + third) >>> 0
}

/** So many words, or threes of letters, are passed between two pauses. */
const perSlice = 1024

/** The sections of the trigrams of all words: keys, starts and words. Pauses (yields). */
export function* compileTrigrams(
  terms: Terms,
): Generator<void, readonly [Uint32Array, Uint8Array, Uint8Array], void> {
  const lists = new Map<number, number[]>()
  for (let word = 0; word < terms.words; word++) {
    if (word % perSlice === 0) yield
    const length = terms.lengthOf(word)
    for (let at = 0; at + 2 < length; at++) {
      const key = hashOf(
        terms.unitAt(word, at),
        terms.unitAt(word, at + 1),
        terms.unitAt(word, at + 2),
      )
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [word])
      else if (list.at(-1) !== word) list.push(word)
    }
  }
  const keys = Uint32Array.from(lists.keys()).sort()
  const starts = new Uint32Array(keys.length + 1)
  const writer = new ByteWriter()
  for (const [place, key] of keys.entries()) {
    if (place % perSlice === 0) yield
    writer.rising(lists.get(key) ?? [])
    starts[place + 1] = writer.length
  }
  return [keys, writeRising(starts), writer.finish()]
}
