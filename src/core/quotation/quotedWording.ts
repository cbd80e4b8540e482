import { addAll } from '../text/lists.ts'
import type { Span } from '../text/span.ts'
import { sortAt } from './characterSorts.ts'
import { possibleLabels, type PossibleLabel } from './print/labels.ts'
import { readWording, type PossibleNote, type Wording } from './wording.ts'
import type { WordNumbers } from './wordNumbers.ts'

/**
 * A place between two words of a quotation where its author says that the wording was changed:
 *
 * - `omission`: `…`, `...`, `[…]`: any words of the passage are left out
 * - `insertion`: `[the government]`: these words are the author's, and may stand for a few others
 * - `adjacent`: `[T]he`: nothing is left out, and the next word may have another first letter
 */
export interface WordingLink {
  readonly sort: 'omission' | 'insertion' | 'adjacent'
  /** The word that stands behind it. */
  readonly before: number
  /** The sign in the quotation. */
  readonly span: Span
  /** What an insertion says, as numbers of words. */
  readonly says: readonly number[]
  /** Of an omission: whether what stands behind it shows that it is another part, by its label or a paragraph of its own. */
  readonly opensPart: boolean
}

/** A quotation as it is compared: its words, and the places where it says that it was changed. */
export interface QuotedWording {
  readonly wording: Wording
  /** In order, at most one before each word, none before the first or behind the last word. */
  readonly links: readonly WordingLink[]
  /** What may be labels of what is quoted. */
  readonly labels: readonly PossibleLabel[]
  /** What stands in brackets before the first word. */
  readonly opening?: WordingLink
}

/** What leaves words out, and what stands in square brackets. */
const signs =
  /[…⋯]+|\.{3,}|．{3,}|。{3,}|\.[ \u00A0\u2009\u202F]\.[ \u00A0\u2009\u202F]\.(?:[ \u00A0\u2009\u202F]\.)?|\[[^[\]]{0,200}\]|［[^［］]{0,200}］/gu
const onlyOmission =
  /^[[［][…⋯.．。\s]+[\]］]$|^[^[［]|^[[［][\p{L}\s]{0,40}omitted[\]］]$|^[[［](?:[中下后後]|以下)?[省从從]?略[\]］]$/iu
/** A label of a paragraph or a point, or a bullet, right behind a sign. */
const label =
  /^[\])］）]?\s{0,4}(?:[(（][\p{L}\p{N}]{1,5}[)）]|\p{Nd}{1,3}[.)]\s|[一二三四五六七八九十百]{1,4}[、是]|第[\p{N}一二三四五六七八九十百]{1,6}[条條款项項]|•)/u

/** `[3]` right behind a word or its punctuation is the mark of a note, and says nothing of the words. */
const notes = /(?<=\S)[[［〔【]\d{1,3}[\]］〕】]/gu
/** A character that neither parts words nor is one. */
const nothing = '\u2060'

/** The wording of the quotation `quoted`. Never throws. */
export function readQuotation(quoted: string, numbers: WordNumbers): QuotedWording {
  const text = quoted.replace(notes, (note) => nothing.repeat(note.length))
  const reader = new QuotationReader(text, numbers)
  let from = 0
  for (const { 0: sign, index } of text.matchAll(signs)) {
    reader.readWords(from, index)
    reader.readSign({ start: index, end: index + sign.length })
    from = index + sign.length
    // Of `[the Agency]’s` all is the author's.
    if (/^['’]s(?!\p{L})/u.test(text.slice(from, from + 3)) && /[\]］]$/u.test(sign)) from += 2
  }
  reader.readWords(from, text.length)
  return reader.finish()
}

/** What stands in brackets right before the next word, as a part of it, and the letters right before them. */
interface Beginning {
  readonly bracket: Span
  readonly before: string
}

class QuotationReader {
  readonly #words: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #marks: number[] = []
  readonly #hyphenated: number[] = []
  readonly #compounds: number[] = []
  readonly #notes: PossibleNote[] = []
  /** How many words are set in capitals, with all that stands beside them. */
  #capitals = 0
  readonly #links: WordingLink[] = []
  readonly #text: string
  readonly #numbers: WordNumbers
  #beginning: Beginning | undefined

  constructor(text: string, numbers: WordNumbers) {
    this.#text = text
    this.#numbers = numbers
  }

  readWords(from: number, to: number): void {
    const read = readWording(this.#text, this.#numbers, from, to)
    const first = this.#words.length
    addAll(this.#words, read.words)
    addAll(this.#starts, read.starts)
    addAll(this.#ends, read.ends)
    addAll(this.#marks, read.marks)
    addAll(
      this.#hyphenated,
      read.hyphenated.map((word) => word + first),
    )
    addAll(
      this.#compounds,
      read.compounds.map((word) => word + first),
    )
    this.#capitals += read.capitals.length
    addAll(
      this.#notes,
      read.notes.map((note) => ({ ...note, word: note.word + first })),
    )
    if (this.#beginning !== undefined) this.#complete(this.#beginning, first)
    this.#beginning = undefined
  }

  readSign(span: Span): void {
    const sign = this.#text.slice(span.start, span.end)
    if (onlyOmission.test(sign)) this.#link('omission', span)
    else {
      const before = this.#takeWordEndingAt(span.start)
      if (this.#isLetterAt(span.end)) this.#beginning = { bracket: span, before }
      else this.#insert(span, before)
    }
  }

  /** What was read, links at the ends left out: there any words may be left out without a sign. */
  finish(): QuotedWording {
    const opening = this.#links.find(({ before }) => before === 0)
    const links = this.#links.filter(({ before }) => before > 0 && before < this.#words.length)
    const wording = {
      words: this.#words,
      starts: this.#starts,
      ends: this.#ends,
      marks: this.#marks,
      hyphenated: this.#hyphenated.filter((word) => this.#isFollowed(word)),
      compounds: this.#compounds.filter((word) => this.#isFollowed(word)),
      breaks: [],
      capitals: this.#capitals < this.#words.length ? [] : [...this.#words.keys()],
      notes: this.#notes,
    }
    const labels = possibleLabels(this.#text, wording)
    return { wording, links, labels, ...(opening?.sort === 'insertion' && { opening }) }
  }

  /** Whether the next word stands behind this one without a sign in between. */
  #isFollowed(word: number): boolean {
    return word + 1 < this.#words.length && !this.#links.some(({ before }) => before === word + 1)
  }

  /** `[T]he` is a word of its own; of `[mis]use` and `wom[e]n` all is the author's. */
  #complete({ bracket, before }: Beginning, word: number): void {
    const beginning = before + this.#within(bracket)
    const whole = beginning + this.#numbers.wordOf(this.#words[word] ?? 0)
    if (beginning.length === 1) {
      this.#link('adjacent', bracket, [], word)
      this.#words[word] = this.#numbers.of(whole)
      this.#starts[word] = bracket.start
      return
    }
    const end = this.#ends[word] ?? bracket.end
    this.#removeWord(word)
    const span = { start: bracket.start - before.length, end }
    this.#link('insertion', span, this.#numbersOf(whole), word)
  }

  /** In `develop[ed]` the whole word is the author's. */
  #takeWordEndingAt(end: number): string {
    const word = this.#words.length - 1
    if (this.#ends[word] !== end || sortAt(this.#text, end - 1) !== 'letter') return ''
    const taken = this.#numbers.wordOf(this.#words[word] ?? 0)
    this.#removeWord(word)
    return taken
  }

  #removeWord(word: number): void {
    for (const list of [this.#words, this.#starts, this.#ends, this.#marks]) list.splice(word, 1)
    for (const list of [this.#hyphenated, this.#compounds]) {
      const from = firstFrom(list, (each) => each >= word)
      const later = list.splice(from).filter((each) => each > word)
      addAll(
        list,
        later.map((each) => each - 1),
      )
    }
    const from = firstFrom(this.#notes, (note) => note.word >= word)
    const later = this.#notes.splice(from).filter((note) => note.word > word)
    addAll(
      this.#notes,
      later.map((note) => ({ ...note, word: note.word - 1 })),
    )
  }

  #insert(span: Span, beginning: string): void {
    const whole = { start: span.start - beginning.length, end: span.end }
    this.#link('insertion', whole, this.#numbersOf(beginning + this.#within(span)))
  }

  /** Of several signs in one place an omission counts, for it allows most. */
  #link(
    sort: WordingLink['sort'],
    span: Span,
    says: readonly number[] = [],
    before = this.#words.length,
  ): void {
    const last = this.#links.at(-1)
    const opensPart = sort === 'omission' && this.#opensPart(span)
    if (last?.before !== before) {
      this.#links.push({ sort, before, span, says, opensPart })
      return
    }
    this.#links[this.#links.length - 1] = {
      sort: strongerOf(last.sort, sort),
      before,
      span: { start: last.span.start, end: span.end },
      says: [...last.says, ...says],
      opensPart: opensPart || last.opensPart,
    }
  }

  #opensPart({ start, end }: Span): boolean {
    const behind = this.#text.slice(end, end + 12)
    const isAlone = /\n\s{0,8}$/u.test(this.#text.slice(Math.max(0, start - 8), start))
    return label.test(behind) || (isAlone && /^\s{0,8}\n/u.test(behind))
  }

  #within({ start, end }: Span): string {
    return this.#text.slice(start + 1, end - 1)
  }

  #numbersOf(text: string): readonly number[] {
    return readWording(text, this.#numbers).words
  }

  #isLetterAt(at: number): boolean {
    return at < this.#text.length && sortAt(this.#text, at) === 'letter'
  }
}

/** Where the last ones of `list` begin that all are wanted. */
function firstFrom<T>(list: readonly T[], isWanted: (each: T) => boolean): number {
  let from = list.length
  for (let last = list[from - 1]; last !== undefined && isWanted(last); last = list[from - 1]) {
    from -= 1
  }
  return from
}

const strength = { adjacent: 0, insertion: 1, omission: 2 } as const

function strongerOf(one: WordingLink['sort'], other: WordingLink['sort']): WordingLink['sort'] {
  return strength[one] >= strength[other] ? one : other
}
