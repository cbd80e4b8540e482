import { hanOrKana } from '../text/scripts.ts'
import { fold } from '../words/fold.ts'

/** What a character is to a reader of names; 0 is none of these. */
export const nameSorts = {
  /** A sign: a name goes on behind it only where it has the sign itself. */
  sign: 1,
  /** A letter or digit of a script that is written with spaces. */
  word: 2,
  /** A Chinese character, or one of Japanese kana. */
  han: 3,
  /** White space. Any run of blanks and hyphens is as good as one space. */
  blank: 4,
  hyphen: 5,
  /** Nothing within a word. */
  apostrophe: 6,
  /** What folds to nothing: marks on letters, invisible characters. */
  nothing: 7,
} as const

/** The part of a noted character that is its folded form. */
const unitMask = 0xffff

/** The sort of a character noted as `note`. */
export function sortIn(note: number): number {
  return note >>> 16
}

/** The one UTF-16 unit that a character noted as `note` folds to; 0 where it folds to none or to several. */
export function unitIn(note: number): number {
  return note & unitMask
}

/**
 * What is known of each character, noted when it is first met, so that a text is read by one table.
 * Folding character by character is folding the whole text.
 */
export class NameCharacters {
  /** The notes on characters of one unit that were met, by their units; 0 for the others. */
  readonly units = new Uint32Array(0x10000)
  readonly #pairs = new Map<number, number>()

  /** The note on the character of `text` at `at`, for {@link sortIn} and {@link unitIn}; never 0. */
  at(text: string, at: number): number {
    const unit = text.charCodeAt(at)
    const known = this.units[unit] ?? 0
    return known === 0 ? this.#meet(text, at, unit) : known
  }

  #meet(text: string, at: number, unit: number): number {
    const code = text.codePointAt(at) ?? unit
    if (code > 0xffff) {
      const known = this.#pairs.get(code) ?? noteOn(code)
      this.#pairs.set(code, known)
      return known
    }
    const note = noteOn(code)
    // What a high surrogate is depends on the unit behind it.
    if (code < 0xd800 || code > 0xdbff) this.units[unit] = note
    return note
  }
}

const hyphens = /[\p{Pd}\u00ad\u2212]/u
const apostrophes = /['’＇]/u

function noteOn(code: number): number {
  const character = String.fromCodePoint(code)
  const folded = apostrophes.test(character) ? "'" : fold(character)
  const unit = folded.length === 1 ? folded.charCodeAt(0) : 0
  return (nameSortOf(character, folded) << 16) | unit
}

function nameSortOf(character: string, folded: string): number {
  if (apostrophes.test(character)) return nameSorts.apostrophe
  if (folded === '' && character !== '') return nameSorts.nothing
  if (/\s/u.test(character)) return nameSorts.blank
  if (hyphens.test(character)) return nameSorts.hyphen
  if (hanOrKana.test(character)) return nameSorts.han
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? nameSorts.word : nameSorts.sign
}
