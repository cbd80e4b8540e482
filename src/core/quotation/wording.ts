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
  /** The words that a hyphen joins to the next one: at the end of a line it may have been lost, or got there. */
  readonly compounds: readonly number[]
  /** The words that end a paragraph without punctuation, as headings do. */
  readonly breaks: readonly number[]
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
    const isFollowed = (word: number): boolean => word < this.#words.length - 1
    return {
      words: this.#words,
      starts: this.#starts,
      ends: this.#ends,
      marks: this.#marks,
      hyphenated: this.#hyphenated.filter(isFollowed),
      compounds: this.#compounds.filter(isFollowed),
      breaks: this.#breaks,
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

/** Where the word ends that begins at `start`. */
function endOfWord(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isWithinWord(text, start, at, end)) at += widthAt(text, at)
  return Math.min(at, end)
}

function isWithinWord(text: string, start: number, at: number, end: number): boolean {
  const sort = sortAt(text, at)
  if (sort === 'letter' || sort === 'invisible') return true
  if (at + 1 >= end) return false
  const joint = text.charAt(at)
  if (raising.has(joint)) return isRaising(text, at)
  if (isGroupSpace(joint)) return partsThousands(text, start, at)
  if (apostrophes.includes(joint)) return sortAt(text, at + 1) === 'letter'
  return decimalMarks.includes(joint) && isFigure(text, at - 1) && isFigure(text, at + 1)
}

const apostrophes = "'’ʼ＇‘‛`´′"
const decimalMarks = '.,．'

function isGroupSpace(joint: string): boolean {
  return joint === ' ' || joint === '\u00A0' || joint === '\u2009' || joint === '\u202F'
}

/** Whether a space parts the thousands of the figure from `start` on: `35 000 000` is 35,000,000. */
function partsThousands(text: string, start: number, at: number): boolean {
  if (!isFigure(text, at + 1) || at - start > longestFigure) return false
  return (
    /^\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})*$/u.test(text.slice(start, at)) &&
    /^\d{3}(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 6))
  )
}

const longestFigure = 24
/** What raises digits: `10^25` or `10(^25)` is what is printed as 10²⁵, and is read as 1025. */
const raising: ReadonlySet<string> = new Set('(^)')

/** Whether the mark at `at` raises the digits behind a figure, or ends what does. */
function isRaising(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at)
  const behind = text.slice(at + 1, at + 3)
  switch (text.charAt(at)) {
    case '^':
      return /\d\(?$/u.test(before) && /^\d/u.test(behind)
    case '(':
      return /\d$/u.test(before) && /^\^\d/u.test(behind)
    default:
      return /\d?\(\^\d{1,3}$/u.test(before)
  }
}

/** Whether a decimal digit stands there, full-width or not. */
function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isDigit(code) || (code >= 0xff10 && code <= 0xff19)
}

const plain = /^[\w$%&#@+<=>|~]*$/
const thousands = /^\d{1,3}(?:[, \u00A0\u2009\u202F]\d{3})+$/u
const invisible = /\p{Default_Ignorable_Code_Point}/gu
const otherApostrophes = /[’ʼ＇‘‛`´′]/g

/** A word as it is compared: its case is kept, for a capital may matter. */
function plainWord(word: string): string {
  if (plain.test(word)) return word
  if (thousands.test(word)) return word.replace(/\D/gu, '')
  const kept = word
    .replace(invisible, '')
    .replace(/[(^)]/gu, '')
    .replace(otherApostrophes, "'")
    .normalize('NFKC')
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

/** Letters, not digits, which no hyphen at the end of a line parts. */
function isLetterAt(text: string, at: number): boolean {
  return /\p{L}/u.test(text.charAt(at)) && sortAt(text, at) === 'letter'
}

/**
 * Where the word from `start` to `end` ends without the mark of a note: `start` where it is but a mark, behind
 * the word that ends at `before`; `undefined` where it has none.
 */
function beforeNoteMark(
  text: string,
  start: number,
  end: number,
  before: number | undefined,
): number | undefined {
  if (!isNoteDigit(text, end - 1)) return undefined
  let bare = end - 1
  while (bare > start && end - bare < 4 && isNoteDigit(text, bare - 1)) bare -= 1
  if (bare === start) {
    if (before === undefined || end - start > longestNoteMark) return undefined
    return isBehindWord.test(text.slice(Math.max(0, before - 1), start)) ? start : undefined
  }
  return end - bare <= longestNoteMark && bare - start > 1 && isLetterAt(text, bare - 1)
    ? bare
    : undefined
}

const longestNoteMark = 3
/** A letter and the punctuation behind it, as marks of notes stand. */
const isBehindWord = /^[\p{L}\p{M}][.,;:!?)\]”’"'»。，；：、！？）」』》]{0,3}$/u

/** A digit, raised or in a circle or not. */
function isNoteDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isDigit(code)) return true
  return (
    code > 0x7f && /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079\u2460-\u2473]/u.test(text.charAt(at))
  )
}
