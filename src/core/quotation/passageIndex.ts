import type { Span } from '../text/span.ts'
import { readWording, type Wording } from './wording.ts'
import { WordNumbers } from './wordNumbers.ts'

/** A passage: the official text of one provision. */
export interface Passage {
  readonly key: string
  readonly text: string
  /** The labels that the document prints before words of the text, which has none of them itself. */
  readonly labels?: readonly PrintedLabel[]
  /** The words of the provisions in it, in order and apart: of one there may be several stretches. Without them it is one. */
  readonly parts?: readonly PassagePart[]
}

/** Where words of a provision stand in the text of a passage. */
export interface PassagePart {
  readonly key: string
  readonly span: Span
}

/** A label that is printed before words: `Article 5`, `(a)`, `第十二条`. */
export interface PrintedLabel {
  /** Of the words in the text, in UTF-16 units. */
  readonly offset: number
  /** Without the word before it and closing marks: `5`, `a`, `十二`. */
  readonly label: string
  /** What the document calls what it labels, where that is known: `article`, `pillar`. */
  readonly kind?: string
  /** The labels of what that stands in, the nearest first. */
  readonly above: readonly string[]
}

/** A passage that has been read. */
export interface ReadPassage {
  readonly passage: Passage
  readonly wording: Wording
}

/** So many words in a row are looked up. */
export const rowLength = 3

/**
 * The passages of an official text, found by three words in a row. Built once, at a cost that grows
 * with the length of the text.
 */
export class PassageIndex {
  readonly numbers = new WordNumbers()
  /** What has been read, compared and looked up so far: what tests count. */
  readonly effort = { steps: 0 }
  /** Passages that are looked at last, and only for words that are all somewhere. */
  readonly wholes: readonly Passage[]
  readonly #read = new Map<string, ReadPassage>()
  readonly #cited = new WeakMap<Passage, ReadPassage>()
  readonly #passages: readonly ReadPassage[]
  /** For each slot the number of its last row, counted from 1, and for each row the one before it. */
  readonly #lastOfSlot: Int32Array
  readonly #before: Int32Array
  readonly #passageOfRow: Int32Array

  constructor(passages: Iterable<Passage>, wholes: readonly Passage[] = []) {
    this.wholes = wholes
    this.#passages = [...passages].map((passage) => this.#readPassage(passage))
    const rows = this.#passages.reduce((sum, { wording }) => sum + wording.words.length, 0)
    this.#lastOfSlot = new Int32Array(slotsFor(rows))
    this.#before = new Int32Array(rows + 1)
    this.#passageOfRow = new Int32Array(rows + 1)
    let row = 0
    this.#passages.forEach(({ wording }, passage) => {
      for (let at = 0; at + rowLength <= wording.words.length; at += 1) {
        if (this.#addRow(row + 1, this.#slotOf(wording.words, at), passage)) row += 1
      }
    })
  }

  /** What was read of a passage, if the text of that key is the same. */
  readingOf({ key, text }: Passage): ReadPassage | undefined {
    const read = this.#read.get(key)
    return read?.passage.text === text ? read : undefined
  }

  /** `passage` read, which may be none of the index, but is kept as long as its text is: who asks again hands in the same one. */
  readCited(passage: Passage): ReadPassage {
    const known = this.readingOf(passage) ?? this.#cited.get(passage)
    if (known !== undefined) return known
    const read = { passage, wording: readWording(passage.text, this.numbers) }
    this.#cited.set(passage, read)
    return read
  }

  /** Whether {@link readCited} has nothing to read any more. */
  hasRead(passage: Passage): boolean {
    return this.readingOf(passage) !== undefined || this.#cited.has(passage)
  }

  /**
   * The passages that may have the three words at `at` in a row, each once, or `undefined` where
   * there are more than `most`.
   */
  passagesWith(words: readonly number[], at: number, most = Infinity): ReadPassage[] | undefined {
    const found: ReadPassage[] = []
    let row = this.#lastOfSlot[this.#slotOf(words, at)] ?? 0
    while (row > 0) {
      this.effort.steps += 1
      const passage = this.#passages[this.#passageOfRow[row] ?? -1]
      if (passage !== undefined) found.push(passage)
      if (found.length > most) return undefined
      row = this.#before[row] ?? 0
    }
    return found
  }

  #readPassage(passage: Passage): ReadPassage {
    this.effort.steps += passage.text.length
    const read = { passage, wording: readWording(passage.text, this.numbers) }
    this.#read.set(passage.key, read)
    return read
  }

  /** Adds a row, unless the one before it in its slot is of the same passage. */
  #addRow(row: number, slot: number, passage: number): boolean {
    const last = this.#lastOfSlot[slot] ?? 0
    if (last > 0 && this.#passageOfRow[last] === passage) return false
    this.#before[row] = last
    this.#passageOfRow[row] = passage
    this.#lastOfSlot[slot] = row
    return true
  }

  #slotOf(words: readonly number[], at: number): number {
    let hash = 0
    for (let next = at; next < at + rowLength; next += 1) {
      hash = Math.imul(hash ^ (words[next] ?? 0), 0x9e37_79b1)
      hash ^= hash >>> 15
    }
    return hash & (this.#lastOfSlot.length - 1)
  }
}

/** A power of two with room for so many rows. */
function slotsFor(rows: number): number {
  let slots = 64
  while (slots < 2 * rows) slots *= 2
  return slots
}

/**
 * An index of `passages`; of two with the same key, the last one is known by it. `wholes` are longer ones, made
 * of these, for words that no single one has.
 */
export function indexPassages(
  passages: Iterable<Passage>,
  wholes: readonly Passage[] = [],
): PassageIndex {
  return new PassageIndex(passages, wholes)
}
