import { space } from '../text/characters.ts'
import { nameSorts, sortIn, type NameCharacters } from './nameCharacters.ts'

const slots = 1 << 18

/** So many Chinese characters tell how a name begins. */
export const mostHan = 5

/** The hash of no units. */
export const noUnits = 0x811c9dc5

/** The hash of the units that have the hash `before`, and of `unit` behind them (FNV-1a). */
export function hashWith(before: number, unit: number): number {
  return Math.imul(before ^ unit, 0x01000193)
}

/** What is noted of a beginning, in bits. */
const notes = {
  /** A name may be no more than this, or what stands behind it tells nothing. */
  whole: 1,
  /** A name goes on behind this, with a word behind a word or a Chinese character behind others. */
  goesOn: 2,
  /** A name begins with two words that have this hash. */
  pair: 4,
} as const

/**
 * How names begin: by their first word or their first two, or by their first Chinese characters, {@link mostHan}
 * at most. It answers at once, and is sometimes wrong in saying yes, for most places of a text that no name begins.
 */
export class NameBeginnings {
  readonly #slots = new Uint8Array(slots)

  /** `names` as they stand in the tree. */
  constructor(names: readonly string[], characters: NameCharacters) {
    for (const name of names) {
      const sortAt = (at: number): number =>
        at < name.length ? sortIn(characters.at(name, at)) : 0
      if (sortAt(0) === nameSorts.word) this.#addWords(name, sortAt)
      if (sortAt(0) === nameSorts.han) this.#addHan(name, sortAt)
    }
  }

  /** Whether a name may be the units that have the hash `hash`, or go on with others than {@link goesOn} says. */
  has(hash: number): boolean {
    return this.#isNoted(hash, notes.whole)
  }

  /** Whether a name may go on behind a word, or Chinese characters, of this hash with what is of the same sort. */
  goesOn(hash: number): boolean {
    return this.#isNoted(hash, notes.goesOn)
  }

  /** Whether a name may begin with two words of these hashes. */
  hasPair(first: number, second: number): boolean {
    return this.#isNoted(pairOf(first, second), notes.pair)
  }

  #addWords(name: string, sortAt: (at: number) => number): void {
    const first = endOfWord(0, sortAt)
    const hash = hashOf(name, 0, first)
    if (name.charCodeAt(first) !== space || sortAt(first + 1) !== nameSorts.word) {
      this.#note(hash, notes.whole)
      return
    }
    this.#note(hash, notes.goesOn)
    const second = hashOf(name, first + 1, endOfWord(first + 1, sortAt))
    this.#note(pairOf(hash, second), notes.pair)
  }

  #addHan(name: string, sortAt: (at: number) => number): void {
    let hash = noUnits
    for (let at = 0; ; at++) {
      hash = hashWith(hash, name.charCodeAt(at))
      const isLast = at + 1 === mostHan || sortAt(at + 1) !== nameSorts.han
      this.#note(hash, isLast ? notes.whole : notes.goesOn)
      if (isLast) return
    }
  }

  #note(hash: number, note: number): void {
    const slot = slotOf(hash)
    this.#slots[slot] = (this.#slots[slot] ?? 0) | note
  }

  #isNoted(hash: number, note: number): boolean {
    return ((this.#slots[slotOf(hash)] ?? 0) & note) !== 0
  }
}

function endOfWord(start: number, sortAt: (at: number) => number): number {
  let end = start
  while (sortAt(end) === nameSorts.word) end += 1
  return end
}

function hashOf(name: string, start: number, end: number): number {
  let hash = noUnits
  for (let at = start; at < end; at++) hash = hashWith(hash, name.charCodeAt(at))
  return hash
}

function pairOf(first: number, second: number): number {
  return hashWith(Math.imul(first, 31), second)
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1)
}
