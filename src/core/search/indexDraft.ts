import type { Corpus } from '../corpus/corpus.ts'
import { addEntry, type DraftDictionary, type PostingTable } from './dictionary.ts'
import { fieldsOf, type Field } from './field.ts'
import { shortness } from './ranking.ts'
import { otherSpelling } from './spellings.ts'
import { charactersOf, placesOf, readWords, squeeze, type Word } from './words.ts'

/** A field in the index: its number is its place in {@link SearchIndex.fields}. */
export interface IndexedField extends Field {
  /** The numbers of the provisions that have it: the name of an agency many. */
  readonly provisions: readonly number[]
  /** What its words gain from its being short. */
  readonly shortness: number
}

/** An index while it is being built. */
export interface IndexDraft {
  readonly fields: IndexedField[]
  /** The columns of the posting table. */
  readonly field: number[]
  readonly place: number[]
  readonly start: number[]
  readonly end: number[]
  readonly words: DraftDictionary
  readonly joins: DraftDictionary
  readonly pairs: DraftDictionary
  readonly names: DraftDictionary
  /**
   * The provisions of each field met so far, by its name and language and then by its text: agencies
   * and kinds come again and again.
   */
  readonly known: Map<string, Map<string, number[]>>
}

/** All that `corpus` is searched by, provision by provision. */
export function draftOf(corpus: Corpus): IndexDraft {
  const draft: IndexDraft = {
    fields: [],
    field: [],
    place: [],
    start: [],
    end: [],
    words: new Map(),
    joins: new Map(),
    pairs: new Map(),
    names: new Map(),
    known: new Map(),
  }
  for (const [number, provision] of corpus.provisions.entries()) {
    for (const field of fieldsOf(corpus, provision)) addField(draft, field, number)
  }
  addOtherSpellings(draft.words)
  return draft
}

function addField(draft: IndexDraft, field: Field, provision: number): void {
  const number = noteField(draft, field, provision)
  if (number === undefined) return
  const words = readWords(field.text)
  if (isName(field)) {
    addEntry(draft.names, squeeze(words), number)
    draft.fields[number] = { ...fieldAt(draft, number), shortness: shortness(lengthOf(words)) }
  }
  addWords(draft, words, number)
  if (field.name !== 'summary') addJoins(draft, words, number)
}

/** Notes that `provision` has `field`; the number of the field when it was not met before. */
function noteField(
  draft: Pick<IndexDraft, 'fields' | 'known'>,
  field: Field,
  provision: number,
): number | undefined {
  const sort = field.language === undefined ? field.name : `${field.name} ${field.language}`
  let byText = draft.known.get(sort)
  if (byText === undefined) {
    byText = new Map<string, number[]>()
    draft.known.set(sort, byText)
  }
  const known = byText.get(field.text)
  if (known !== undefined) {
    known.push(provision)
    return undefined
  }
  const provisions = [provision]
  byText.set(field.text, provisions)
  return draft.fields.push({ ...field, provisions, shortness: 1 }) - 1
}

function fieldAt(draft: IndexDraft, number: number): IndexedField {
  const field = draft.fields[number]
  if (field === undefined) throw new Error(`No field has the number ${String(number)}.`)
  return field
}

function isName({ name }: Field): boolean {
  return name === 'title' || name === 'alias'
}

/** The fields of `corpus` in the order of its index, without what their words tell of them. */
export function indexedFieldsOf(corpus: Corpus): readonly IndexedField[] {
  const draft = { fields: [], known: new Map<string, Map<string, number[]>>() }
  for (const [number, provision] of corpus.provisions.entries()) {
    for (const field of fieldsOf(corpus, provision)) noteField(draft, field, number)
  }
  return draft.fields
}

function addWords(draft: IndexDraft, words: readonly Word[], field: number): void {
  let place = 0
  for (const word of words) {
    if (word.han) addRun(draft, word, field, place)
    else addWord(draft, word, field, place)
    place += placesOf(word)
  }
}

/** The length of a text in words, two Chinese characters counting as one. */
function lengthOf(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + (word.han ? placesOf(word) / 2 : 1), 0)
}

/** Adds a row to the posting table; returns its number. */
function addPosting(
  draft: IndexDraft,
  field: number,
  place: number,
  start: number,
  end: number,
): number {
  draft.place.push(place)
  draft.start.push(start)
  draft.end.push(end)
  return draft.field.push(field) - 1
}

function addWord(draft: IndexDraft, word: Word, field: number, place: number): void {
  addEntry(draft.words, word.text, addPosting(draft, field, place, word.span.start, word.span.end))
}

/** Enters each word in its other spelling, too. */
function addOtherSpellings(words: DraftDictionary): void {
  for (const [word, postings] of [...words]) {
    const other = otherSpelling(word)
    if (other === undefined) continue
    for (const posting of postings) addEntry(words, other, posting)
  }
}

/**
 * Adds each pair of neighbouring characters of a run of Chinese, and its last character alone. Any
 * other character alone is the beginning of a pair, and is found as that.
 */
function addRun(draft: IndexDraft, run: Word, field: number, place: number): void {
  const characters = charactersOf(run.text)
  const inStep = run.text.length === run.span.end - run.span.start
  let { start, end } = run.span
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    const pair = character + (characters[at + 1] ?? '')
    if (inStep) end = start + pair.length
    addEntry(draft.pairs, pair, addPosting(draft, field, place + at, start, end))
    if (inStep) start += character.length
  }
}

/** Adds neighbouring words as one, two by two, and all those that only punctuation separates. */
function addJoins(draft: IndexDraft, words: readonly Word[], field: number): void {
  let place = 0
  for (const [at, first] of words.entries()) {
    const last = words[at + 1]
    if (last !== undefined && !first.han && !last.han) {
      addJoin(draft, [first, last], field, place)
      if (first.piece === last.piece) {
        addPiece(draft, words.slice(at, at + longestJoin), field, place)
      }
    }
    place += placesOf(first)
  }
}

/** Adds those of `words` that stand in one piece with the first as one, when there are more than two. */
function addPiece(draft: IndexDraft, words: readonly Word[], field: number, place: number): void {
  const piece = words[0]?.piece
  const end = words.findIndex((word) => word.han || word.piece !== piece)
  const together = end === -1 ? words : words.slice(0, end)
  if (together.length > 2) addJoin(draft, together, field, place)
}

/** The most words that are joined: more are never typed as one. */
const longestJoin = 6

function addJoin(draft: IndexDraft, words: readonly Word[], field: number, place: number): void {
  const start = words[0]?.span.start ?? 0
  const end = words.at(-1)?.span.end ?? start
  addEntry(draft.joins, squeeze(words), addPosting(draft, field, place, start, end))
}

/** The posting table of `draft`, in typed arrays. */
export function postingTableOf(draft: IndexDraft): PostingTable {
  return {
    field: new Uint32Array(draft.field),
    place: new Uint32Array(draft.place),
    start: new Uint32Array(draft.start),
    end: new Uint32Array(draft.end),
  }
}
