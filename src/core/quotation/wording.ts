import { widthAt } from '../text/characters.ts'
import { addAll } from '../text/lists.ts'
import { isLetterAt, isLowerAt, isSpaceOrLineEnd, sortAt } from './characterSorts.ts'
import { beforeNoteMark } from './print/notePlaces.ts'
import { endOfWord, plainMark, plainWord } from './wordForms.ts'
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
  /** The words that a hyphen joins to the next one: at the end of a line it may have been lost, or got there. */
  readonly compounds: readonly number[]
  /** The words that end a paragraph without punctuation, as headings do. */
  readonly breaks: readonly number[]
  /** The words of paragraphs that are set in capitals. */
  readonly capitals: readonly number[]
  /** Where the mark of a note may stand: digits right behind a word, or behind the punctuation after it. */
  readonly notes: readonly PossibleNote[]
}

/** A word that may be the mark of a note, or may have one at its end. */
export interface PossibleNote {
  readonly word: number
  /** The number of the word without the mark; absent where the word is nothing else. */
  readonly bare?: number
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
  readonly #compounds: number[] = []
  readonly #notes: PossibleNote[] = []
  readonly #breaks: number[] = []
  readonly #capitals: number[] = []
  /** The first word of the paragraph, if all of it so far is set in capitals. */
  #firstCapital: number | undefined = 0
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
    this.#endParagraph()
    const isFollowed = (word: number): boolean => word < this.#words.length - 1
    return {
      words: this.#words,
      starts: this.#starts,
      ends: this.#ends,
      marks: this.#marks,
      hyphenated: this.#hyphenated.filter(isFollowed),
      compounds: this.#compounds.filter(isFollowed),
      breaks: this.#breaks,
      capitals: this.#capitals,
      notes: this.#notes,
    }
  }

  /** Reads what begins at `at`, and says where the rest begins. */
  #readAt(at: number): number {
    const sort = sortAt(this.#text, at)
    const next = at + widthAt(this.#text, at)
    if (sort === 'letter') return this.#readWord(at)
    if (sort === 'single' || sort === 'symbol') this.#addWord(at, next)
    if (sort === 'mark') this.#readMark(at, next)
    if (sort === 'space' && this.#text.startsWith('\n\n', at)) this.#endParagraph()
    return next
  }

  #readWord(start: number): number {
    const end = endOfWord(this.#text, start, this.#end)
    const bare = beforeNoteMark(this.#text, start, end, this.#ends.at(-1))
    this.#addWord(start, end)
    if (bare !== undefined) this.#addNote(start, bare)
    if (this.#text.charCodeAt(end - 1) === softHyphen && this.#isSpace(end)) this.#addHyphen()
    return end
  }

  #addWord(start: number, end: number): void {
    if (this.#words.length > 0) this.#endMark()
    if (this.#mark === '' && this.#isBehindBreak(start)) this.#breaks.push(this.#words.length - 1)
    this.#mark = ''
    if (isLowerAt(this.#text, end - 1)) this.#firstCapital = undefined
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

  /** Of capitals are at least two words of three letters. */
  #endParagraph(): void {
    const { length } = this.#words
    const first = this.#firstCapital ?? length
    const isLong = (word: number): boolean =>
      (this.#ends[word] ?? 0) - (this.#starts[word] ?? 0) > 2 &&
      /\p{Lu}/u.test(this.#text.charAt(this.#starts[word] ?? 0))
    const words = Array.from({ length: length - first }, (_, at) => first + at)
    if (words.filter(isLong).length > 1) addAll(this.#capitals, words)
    this.#firstCapital = length
  }

  /** Whether an empty line parts the last word from `start`. */
  #isBehindBreak(start: number): boolean {
    const end = this.#ends.at(-1)
    return end !== undefined && start - end > 1 && this.#text.startsWith('\n\n', end)
  }

  #addNote(start: number, bare: number): void {
    const word = this.#words.length - 1
    this.#notes.push(bare === start ? { word } : { word, bare: this.#numberOf(start, bare) })
  }

  #endMark(): void {
    if (this.#marks.length === this.#words.length) return
    this.#marks.push(this.#mark === '' ? noMark : this.#numbers.of(this.#mark))
  }

  #readMark(start: number, end: number): void {
    const mark = plainMark(this.#text.slice(start, end))
    if (mark !== '-' || !this.#mark.endsWith('-')) this.#mark += mark
    if (this.#mark !== '-' || start !== this.#ends.at(-1)) return
    if (this.#isSpace(end)) this.#addHyphen()
    else if (isLetterAt(this.#text, start - 1) && isLetterAt(this.#text, end)) {
      this.#compounds.push(this.#words.length - 1)
    }
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
