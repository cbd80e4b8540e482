import { isDigit } from '../text/characters.ts'
import { widthAt } from '../text/characters.ts'
import { isDash, isSpaceOrLineEnd, sortAt } from './characterSorts.ts'
import type { WordNumbers } from './wordNumbers.ts'

/**
 * A text as it is compared: its words, and the punctuation between one word and the next. Latin words
 * are words, Chinese characters are words each. White space, quotation marks and invisible characters
 * are gone, full-width forms and ligatures are the usual ones, dashes are all alike.
 */
export interface Wording {
  /** The number of each word. */
  readonly words: readonly number[]
  /** Where each word begins in the text, in UTF-16 units. */
  readonly starts: readonly number[]
  /** Where each word ends. */
  readonly ends: readonly number[]
  /** The number of the punctuation between each word and the next one; 0 for none. */
  readonly marks: readonly number[]
  /** The words that end in a hyphen with white space behind: it may be part of the word, or not. */
  readonly hyphenated: readonly number[]
}

/** No punctuation between two words. */
export const noMark = 0

/** The wording of `text`, or of what stands from `from` to `to` in it. Never throws. */
export function readWording(
  text: string,
  numbers: WordNumbers,
  from = 0,
  to = text.length,
): Wording {
  return new WordReader(text, numbers, to).readFrom(from)
}

/** Reads in one pass, each character once. */
class WordReader {
  readonly #words: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #marks: number[] = []
  readonly #hyphenated: number[] = []
  readonly #text: string
  readonly #numbers: WordNumbers
  readonly #end: number
  /** The punctuation since the last word. */
  #mark = ''

  constructor(text: string, numbers: WordNumbers, end: number) {
    this.#text = text
    this.#numbers = numbers
    this.#end = end
  }

  readFrom(start: number): Wording {
    let at = start
    while (at < this.#end) at = this.#readAt(at)
    this.#endMark()
    return {
      words: this.#words,
      starts: this.#starts,
      ends: this.#ends,
      marks: this.#marks,
      hyphenated: this.#hyphenated.filter((word) => word < this.#words.length - 1),
    }
  }

  /** Reads what begins at `at`, and says where the rest begins. */
  #readAt(at: number): number {
    const sort = sortAt(this.#text, at)
    const next = at + widthAt(this.#text, at)
    if (sort === 'letter') return this.#readWord(at)
    if (sort === 'single' || sort === 'symbol') this.#addWord(at, next)
    if (sort === 'mark') this.#readMark(at, next)
    return next
  }

  #readWord(start: number): number {
    const end = endOfWord(this.#text, start, this.#end)
    this.#addWord(start, end)
    if (this.#text.charCodeAt(end - 1) === softHyphen && this.#isSpace(end)) this.#addHyphen()
    return end
  }

  #addWord(start: number, end: number): void {
    if (this.#words.length > 0) this.#endMark()
    this.#mark = ''
    this.#words.push(this.#numberOf(start, end))
    this.#starts.push(start)
    this.#ends.push(end)
  }

  /** Most Chinese characters are their own number: looking them up would be most of the work. */
  #numberOf(start: number, end: number): number {
    const code = this.#text.charCodeAt(start)
    if (code >= 0x4e00 && code <= 0x9fff) return code
    return this.#numbers.of(plainWord(this.#text.slice(start, end)))
  }

  #endMark(): void {
    if (this.#marks.length === this.#words.length) return
    this.#marks.push(this.#mark === '' ? noMark : this.#numbers.of(this.#mark))
  }

  #readMark(start: number, end: number): void {
    const mark = plainMark(this.#text.slice(start, end))
    if (mark !== '-' || !this.#mark.endsWith('-')) this.#mark += mark
    if (mark !== '-') return
    if (this.#mark === '-' && start === this.#ends.at(-1) && this.#isSpace(end)) this.#addHyphen()
  }

  /** The last word ends in a hyphen, and the next one stands apart. */
  #addHyphen(): void {
    this.#mark = '-'
    this.#hyphenated.push(this.#words.length - 1)
  }

  #isSpace(at: number): boolean {
    return at < this.#end && isSpaceOrLineEnd(this.#text.charCodeAt(at))
  }
}

const softHyphen = 0xad

/** Where the word ends that begins at `start`. */
function endOfWord(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isWithinWord(text, at, end)) at += widthAt(text, at)
  return Math.min(at, end)
}

function isWithinWord(text: string, at: number, end: number): boolean {
  const sort = sortAt(text, at)
  if (sort === 'letter' || sort === 'invisible') return true
  if (at + 1 >= end) return false
  const joint = text.charAt(at)
  if (apostrophes.includes(joint)) return sortAt(text, at + 1) === 'letter'
  return decimalMarks.includes(joint) && isFigure(text, at - 1) && isFigure(text, at + 1)
}

const apostrophes = "'’ʼ＇"
const decimalMarks = '.,．'

/** Whether a decimal digit stands there, full-width or not. */
function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isDigit(code) || (code >= 0xff10 && code <= 0xff19)
}

const plain = /^[\w$%&#@+<=>|~]*$/
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const otherApostrophes = /[’ʼ＇]/g

/** A word as it is compared: its case is kept, for a capital may matter. */
function plainWord(word: string): string {
  if (plain.test(word)) return word
  const kept = word.replace(invisible, '').replace(otherApostrophes, "'").normalize('NFKC')
  return kept === '' ? word : kept
}

/** Punctuation as it is compared: `-` for any dash. */
function plainMark(character: string): string {
  return usualMarks.get(character) ?? readMark(character)
}

function readMark(character: string): string {
  if (isDash(character)) return '-'
  if (character === '⋯') return '...'
  return character.normalize('NFKC').replace('。', '.')
}

/** The marks that texts are full of. */
const usualMarks: ReadonlyMap<string, string> = new Map(
  Array.from('-‐‑–—.,:;!?()[]{}/…、。，：；！？（）【】', (mark) => [mark, readMark(mark)]),
)
