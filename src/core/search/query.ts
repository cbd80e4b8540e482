import { shortenedKinds } from '../corpus/kinds.ts'
import { joiningCharacters, stopWords } from '../words/stopWords.ts'
import { readOrdinal } from './typedOrdinal.ts'
import { endsInNumber, readPage, type TypedPage } from './typedPage.ts'
import { charactersOf, readWords, squeeze, type Word } from '../words/words.ts'

/** How much of a typed text is read, in UTF-16 units; the rest is ignored. */
export const longestQuery = 256

/** How many units (words, pairs of Chinese characters) of a typed text are read; the rest is ignored. */
export const mostUnits = 32

/** The smallest thing that is looked up. */
export interface Unit {
  readonly text: string
  /** Its place among the units of the query: where its scores are kept. */
  readonly slot: number
  /** Whether only the whole word is meant: digits and letters that stand alone match too much else. */
  readonly wholeOnly: boolean
  /** Whether it is of Chinese characters: two, or one. */
  readonly han: boolean
  /** Whether it is the last character of a run, which a pair has already. */
  readonly isTail: boolean
}

/** One word that must be found. */
interface WordTerm {
  readonly kind: 'word'
  readonly unit: Unit
}

/** A run of Chinese characters: every character must stand in a pair that is found. */
export interface RunTerm {
  readonly kind: 'run'
  readonly characters: readonly string[]
  /** The pairs in order; for a single character, that character. */
  readonly pairs: readonly Unit[]
  /** The last character alone: it may be the first half of a pair that is still being typed. */
  readonly tail: Unit
}

/** See {@link WordTerm} and {@link RunTerm}. */
export type QueryTerm = WordTerm | RunTerm

/** Something typed between white space: found by its terms, or joined into one word, or as a key. */
export interface TextPiece {
  readonly kind: 'text'
  /** The words with `.` between: `ii.3.1`. */
  readonly dotted: string
  /** Whether it has the look of a part of a key: `3`, `3.1`, `iv`. */
  readonly mayBeKey: boolean
  readonly terms: readonly QueryTerm[]
  /** All words as one, where punctuation stood between them: `opensource` for `open-source`. */
  readonly joined: Unit | undefined
  /** What it also may be: a place among siblings, with what was typed behind it (`第三条`). */
  readonly ordinal: AskedOrdinal | undefined
}

/** A place among siblings: `third`, `第三`. */
export interface AskedOrdinal {
  readonly number: number
  /** What must be found as well. */
  readonly rest: TextPiece | undefined
}

/** A printed page: `p. 3`, `page 3`, `第3页`. */
export interface PagePiece {
  readonly kind: 'page'
  readonly page: number
  /** Whether the number may go on: nothing is typed after it yet. */
  readonly begun: boolean
}

/** See {@link TextPiece} and {@link PagePiece}. */
export type Piece = TextPiece | PagePiece

/** A word of a whole name. */
export interface NameWord extends Pick<Word, 'text' | 'han'> {
  /** Whether nothing was typed behind it: it may go on. */
  readonly isLast: boolean
}

/** Two units typed one after the other, by their slots. */
export interface UnitLink {
  readonly first: number
  readonly second: number
  /** How many places after the first the second stands where both stand as typed. */
  readonly places: number
}

/** What was typed, taken apart. */
export interface ParsedQuery {
  /** All of them must be found. Empty when nothing was typed that has a letter or a digit. */
  readonly pieces: readonly Piece[]
  /** Units typed side by side. */
  readonly links: readonly UnitLink[]
  /** All words, to compare with whole names. */
  readonly name: readonly NameWord[]
  /** How many letters they have. */
  readonly letters: number
  /** All words with `.` between, to compare with keys. */
  readonly dotted: string
}

/** Takes a typed text apart. Never throws; of a long text the first {@link longestQuery} units are read. */
export function parseQuery(text: string): ParsedQuery {
  const read = text.slice(0, longestQuery)
  const words = withKindsSpelledOut(readWords(read))
  const last = words.at(-1)
  const begun = last?.span.end === read.length ? last : undefined
  const pieces = piecesOf({ words, begun }, new Slots())
  return {
    pieces,
    links: linksOf(pieces),
    name: words.map((word) => ({ text: word.text, han: word.han, isLast: word === last })),
    letters: squeeze(words).length,
    dotted: dottedOf(words),
  }
}

/** `Art. 5` as `article 5`; without a number behind it a short word is the beginning of any other. */
function withKindsSpelledOut(words: readonly Word[]): readonly Word[] {
  return words.map((word, at) => {
    const kind = shortenedKinds.get(word.text)
    return kind !== undefined && isNumber(words[at + 1]) ? { ...word, text: kind } : word
  })
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && number.test(word.text)
}

const number = /^(?:\d+[a-z]?|[ivxlc]+)$/

/** Hands out the places where the scores of units are kept, up to {@link mostUnits}. */
class Slots {
  #taken = 0

  get free(): number {
    return mostUnits - this.#taken
  }

  unit(text: string, { wholeOnly = false, han = false, isTail = false } = {}): Unit {
    const slot = this.#taken
    this.#taken += 1
    return { text, slot, wholeOnly, han, isTail }
  }
}

/** All that was typed. */
interface Typed {
  readonly words: readonly Word[]
  /** The last word, when nothing stands after it: it may go on. */
  readonly begun: Word | undefined
}

/** All units of `query`, each once. */
export function unitsOf({ pieces }: Pick<ParsedQuery, 'pieces'>): readonly Unit[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'text') return []
    const own = piece.terms.flatMap((term) =>
      term.kind === 'word' ? [term.unit] : [...new Set([...term.pairs, term.tail])],
    )
    const rest = piece.ordinal?.rest
    return [
      ...own,
      ...(piece.joined === undefined ? [] : [piece.joined]),
      ...(rest === undefined ? [] : unitsOf({ pieces: [rest] })),
    ]
  })
}

function piecesOf(typed: Typed, slots: Slots): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < typed.words.length;) {
    const page = readPage(typed.words, at)
    const together = page === undefined ? wordsOfPiece(typed.words, at) : page.words
    const piece = page === undefined ? textPiece(typed, together, slots) : pagePiece(typed, page)
    if (piece !== undefined) pieces.push(piece)
    at += together.length
  }
  return pieces
}

function pagePiece(typed: Typed, page: TypedPage): PagePiece {
  const begun = page.words.at(-1) === typed.begun && endsInNumber(page)
  return { kind: 'page', page: page.page, begun }
}

/** The words from `at` on that stand in one piece, up to a page. */
function wordsOfPiece(words: readonly Word[], at: number): readonly Word[] {
  const piece = words[at]?.piece
  let end = at + 1
  while (words[end]?.piece === piece && end < words.length && readPage(words, end) === undefined) {
    end += 1
  }
  return words.slice(at, end)
}

function textPiece(typed: Typed, words: readonly Word[], slots: Slots): TextPiece | undefined {
  const terms: QueryTerm[] = []
  for (const word of askedOf(typed, words)) {
    const term = termOf(word, isMeantWhole(typed, word, words.length), slots)
    if (term !== undefined) terms.push(term)
  }
  if (terms.length === 0) return undefined
  const joinable = words.length > 1 && words.every(isJoinable) && slots.free > 0
  const dotted = dottedOf(words)
  return {
    kind: 'text',
    dotted,
    mayBeKey: looksLikeKey(dotted),
    terms,
    joined: joinable ? slots.unit(squeeze(words)) : undefined,
    ordinal: ordinalOf(typed, words, slots),
  }
}

function ordinalOf(typed: Typed, words: readonly Word[], slots: Slots): AskedOrdinal | undefined {
  const ordinal = readOrdinal(words)
  if (ordinal === undefined) return undefined
  const { number, rest } = ordinal
  if (rest.length === 0) return { number, rest: undefined }
  const piece = textPiece(typed, rest, slots)
  return piece === undefined ? undefined : { number, rest: piece }
}

/** The words that must be found: no stop words, unless nothing else was typed. */
function askedOf(typed: Typed, words: readonly Word[]): readonly Word[] {
  if (typed.words.every((word) => stopWords.has(word.text))) return words
  return words.filter((word) => !stopWords.has(word.text))
}

/** A letter among punctuation (`U.S.`) or a digit, unless it is the beginning of something longer. */
function isMeantWhole(typed: Typed, word: Word, wordsOfPiece: number): boolean {
  if (word.text.length > 1 || (word === typed.begun && typed.words.length > 1)) return false
  return wordsOfPiece > 1 || onlyDigits.test(word.text)
}

const onlyDigits = /^\d+$/

/** A label as keys have them: `3`, `iv`, `ii31`, `5a`, `sec`. */
const label = /^(?:sec|chp|annex)?[ivxlcdm]*\d*[a-z]?$/

/** Whether `dotted` has the look of a part of a key, or of a whole one: `us.aiap.2025.ii.3`. */
function looksLikeKey(dotted: string): boolean {
  const parts = dotted.split('.')
  return parts.every((part) => label.test(part)) || (parts.length > 2 && /\d/.test(dotted))
}

/** Whether a word may be written as one with others: figures may not, `3.1` is not 31. */
function isJoinable(word: Word): boolean {
  return !word.han && !onlyDigits.test(word.text)
}

function termOf(word: Word, wholeOnly: boolean, slots: Slots): QueryTerm | undefined {
  if (word.han) return runTerm(charactersOf(word.text), slots)
  return slots.free > 0 ? { kind: 'word', unit: slots.unit(word.text, { wholeOnly }) } : undefined
}

function runTerm(characters: readonly string[], slots: Slots): QueryTerm | undefined {
  const room = Math.min(characters.length, slots.free)
  const last = characters[room - 1]
  if (last === undefined) return undefined
  const read = characters.slice(0, room)
  const pairs = read
    .slice(1)
    .map((second, at) => slots.unit((read[at] ?? '') + second, { han: true }))
  const tail = slots.unit(last, { han: true, isTail: pairs.length > 0 })
  return { kind: 'run', characters: read, pairs: pairs.length === 0 ? [tail] : pairs, tail }
}

function dottedOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join('.')
}

function linksOf(pieces: readonly Piece[]): readonly UnitLink[] {
  const terms = pieces.flatMap((piece) => (piece.kind === 'text' ? piece.terms : []))
  return terms.slice(1).map((term, at) => linkOf(terms[at] ?? term, term))
}

function linkOf(before: QueryTerm, after: QueryTerm): UnitLink {
  const second = after.kind === 'word' ? after.unit : (after.pairs[0] ?? after.tail)
  if (before.kind === 'word') return { first: before.unit.slot, second: second.slot, places: 1 }
  const first = before.pairs.at(-1) ?? before.tail
  return {
    first: first.slot,
    second: second.slot,
    places: Math.min(2, before.characters.length),
  }
}

/** Whether `character` may be missing from a provision that has the words on both sides of it. */
export function joins(character: string): boolean {
  return joiningCharacters.has(character)
}
