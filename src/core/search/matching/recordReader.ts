import type { Language } from '../../corpus/language.ts'
import type { ByteReader } from '../index/bytes.ts'
import { readerOf, type Segment } from '../index/segment.ts'
import { fieldOfTag, unorderedFields } from '../index/segmentDraft.ts'
import { standings, type Standing } from '../index/searchDocument.ts'
import type { SearchedFieldName } from '../searchedFields.ts'
import {
  earliness,
  fitOf,
  isHandedDown,
  isName,
  typedWords,
  weights,
  worthOf,
  type FieldWorth,
  type Valuing,
} from '../ranking.ts'
import type { Sequence } from './joinedWords.ts'
import type { QueryPlan, PlannedUnit } from './queryPlan.ts'
import type { PlannedSequence } from './plannedSequence.ts'
import { longestField, type ReadingSpace } from './readingSpace.ts'
import { Scores } from './scores.ts'

/** By tag. */
const fields = Array.from({ length: 256 }, (_, tag) => fieldOfTag(tag))

/** More than a document has fields of its own. */
const fieldsPerDocument = 64

/** Reads the records of documents of one segment, and scores what a plan asks for there. */
export class RecordReader {
  readonly own: Scores
  /** Of the document read last. */
  standing: Standing = 'primary'
  firstPage = 0
  lastPage = 0
  readonly #plan: QueryPlan
  readonly #segment: Segment
  readonly #units: readonly PlannedUnit[]
  readonly #letters: number
  readonly #language: Language | undefined
  readonly #handed = new Map<number, Scores | undefined>()
  /** By shared field. */
  readonly #interest = new Map<number, boolean>()
  /** What documents hand down; how many of it this search has taken. */
  readonly #handedSpace: Scores[]
  #taken = 0
  /** The terms of the field at hand. */
  readonly #terms: Uint32Array
  readonly #marks: Uint32Array
  readonly #leads: Uint8Array
  readonly #valuing: Valuing
  /** What is noted of each field whose words have no places. */
  readonly #unordered: readonly FieldPlace[]

  /**
   * Reads for `plan` and writes on `space`. `letters` is the length of a name that was typed; `valuing`
   * says what words are worth.
   */
  constructor(
    plan: QueryPlan,
    space: ReadingSpace,
    letters: number,
    language: Language | undefined,
    valuing: Valuing = typedWords,
  ) {
    this.own = space.own
    this.#handedSpace = space.handed
    this.#terms = space.terms
    this.#valuing = valuing
    this.#unordered = unorderedFields.map((name, set) => ({
      ...noPlace,
      field: noPlace.field + set,
      worth: worthOf(name, 0, false, valuing),
    }))
    this.#plan = plan
    this.#segment = plan.segment
    this.#units = plan.units
    this.#letters = letters
    this.#language = language
    this.#marks = plan.segment.scratch.marks(plan.segment)
    this.#leads = plan.segment.scratch.leads(plan.segment)
  }

  /** Marks the terms that units fit, or are led to by: to be called before reading, and {@link end} behind it. */
  begin(): void {
    for (const { matches, slot } of this.#units) matches.mark(this.#marks, 1 << slot)
    this.#markLeads(1)
  }

  end(): void {
    for (const { matches } of this.#units) matches.unmark(this.#marks)
    this.#markLeads(0)
  }

  #markLeads(mark: 0 | 1): void {
    for (const { lead } of this.#units.flatMap(({ sequences }) => sequences)) {
      for (const { first, end } of lead) this.#leads.fill(mark, first, end)
    }
  }

  /** Scores `document` in `own`, with what it has from above. */
  read(document: number): Scores {
    this.own.clear(this.#units.length)
    this.#readRecord(document, this.own, false)
    this.#inherit(document)
    return this.own
  }

  #inherit(document: number): void {
    const parent = this.#segment.parents[document] ?? -1
    const handed = parent === -1 ? undefined : this.#handedBy(parent)
    if (handed !== undefined) this.#noteFromAbove(this.own, handed, weights.inherited.below)
  }

  /** Notes in `scores` what is left of `above` at a level lower. */
  #noteFromAbove(scores: Scores, { score, field, place }: Scores, share: number): void {
    for (const { slot } of this.#units) {
      const left = (score[slot] ?? 0) * share
      if (left > 0) scores.note(slot, left, field[slot] ?? 0, place[slot] ?? 0)
    }
  }

  /** What `document` hands down; `undefined` when that is nothing. */
  #handedBy(document: number): Scores | undefined {
    if (this.#handed.has(document)) return this.#handed.get(document)
    const { standing, firstPage, lastPage } = this
    const scores = (this.#handedSpace[this.#taken] ??= new Scores())
    // Taken at once: reading what stands above takes others.
    this.#taken += 1
    scores.clear(this.#units.length)
    this.#readRecord(document, scores, true)
    this.standing = standing
    this.firstPage = firstPage
    this.lastPage = lastPage
    const parent = this.#segment.parents[document] ?? -1
    const above = parent === -1 ? undefined : this.#handedBy(parent)
    if (above !== undefined) this.#noteFromAbove(scores, above, weights.inherited.perLevel)
    const isAny = this.#units.some(({ slot }) => scores.has(slot))
    const handed = isAny ? scores : undefined
    if (!isAny && this.#handedSpace[this.#taken - 1] === scores) this.#taken -= 1
    this.#handed.set(document, handed)
    return handed
  }

  #readRecord(document: number, scores: Scores, onlyHandedDown: boolean): void {
    const { records, size } = this.#segment
    const reader = readerOf(records, document)
    const pathLength = reader.number()
    reader.at += pathLength
    this.standing = standings[reader.byte()] ?? 'primary'
    this.firstPage = reader.number()
    this.lastPage = this.firstPage + reader.number()
    let shared = size
    for (let left = reader.number(); left > 0; left--) {
      shared += reader.number()
      if (!this.#isOfInterest(shared)) continue
      this.#readField(readerOf(records, shared), -shared, scores, onlyHandedDown)
    }
    const count = reader.number()
    for (let field = 0; field < count; field++) {
      const number = document * fieldsPerDocument + Math.min(field, fieldsPerDocument - 1)
      this.#readField(reader, number, scores, onlyHandedDown)
    }
    if (!onlyHandedDown) this.#readUnordered(reader, scores)
  }

  /** Whether a shared field has anything that is looked for; found out once in a search, since many documents have it. */
  #isOfInterest(shared: number): boolean {
    const known = this.#interest.get(shared)
    if (known !== undefined) return known
    const isOfInterest = this.#hasMarks(shared)
    this.#interest.set(shared, isOfInterest)
    return isOfInterest
  }

  #hasMarks(shared: number): boolean {
    const reader = readerOf(this.#segment.records, shared)
    reader.byte()
    reader.number()
    reader.number()
    for (let left = reader.number(); left > 0; left--) {
      const term = reader.number()
      if ((this.#marks[term] ?? 0) !== 0 || this.#leads[term] === 1) return true
    }
    return false
  }

  /** Reads the field at `reader`, and scores it unless it is to be left out. */
  #readField(reader: ByteReader, field: number, scores: Scores, onlyHandedDown: boolean): void {
    const { name, language } = fields[reader.byte()] ?? fieldOfTag(0)
    const letters = reader.number()
    const halfWords = reader.number()
    const count = reader.number()
    if (onlyHandedDown && !isHandedDown(name)) {
      for (let at = 0; at < count; at++) reader.number()
      return
    }
    let worth: FieldWorth | undefined
    // Decoded here and not by the reader: this loop is where a search spends its time.
    const terms = this.#terms
    const { bytes } = reader
    let { at } = reader
    const { words } = this.#segment.terms
    const leads = this.#leads
    let hasLead = false
    let covered = 0
    let coveredTo = 0
    for (let place = 0; place < count; place++) {
      let byte = bytes[at++] ?? 0
      let term = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        term |= (byte & 0x7f) << shift
      }
      if (place < longestField) terms[place] = term
      hasLead ||= leads[term] === 1
      const units = this.#marks[term] ?? 0
      if (units === 0) continue
      worth ??= this.#worthOf(name, language, halfWords)
      const fit = this.#noteUnits(units, term, { place, letters, field, worth }, scores)
      if (fit === 0) continue
      if (term < words) covered += fit * this.#segment.terms.lengthOf(term)
      else covered += fit * (place + 2 - Math.max(place, coveredTo))
      coveredTo = place + 2
    }
    reader.at = at
    const read = Math.min(count, longestField)
    if (hasLead) {
      worth ??= this.#worthOf(name, language, halfWords)
      covered += this.#noteSequences(read, field, worth, scores)
    }
    if (name === 'term') scores.noteTerm((halfWords * covered) / letters)
    if (!onlyHandedDown && isName(name)) {
      this.#noteName(read, letters, name, scores)
      scores.cover(name, covered / letters, halfWords)
    }
  }

  #worthOf(name: SearchedFieldName, language: Language | undefined, halfWords: number): FieldWorth {
    const isOwn = language !== undefined && language === this.#language
    return worthOf(name, halfWords, isOwn, this.#valuing)
  }

  /** Notes a term that some of the `units` fit, a bit for each; and how well what shows it fits. */
  #noteUnits(
    units: number,
    term: number,
    { place, letters, field, worth }: FieldPlace,
    scores: Scores,
  ): number {
    const early = earliness(place, this.#valuing)
    let best = 0
    for (let left = units; left !== 0; left &= left - 1) {
      const slot = 31 - Math.clz32(left & -left)
      const unit = this.#units[slot]
      if (unit === undefined) continue
      const { matches, isTail } = unit
      const fit = matches.fitAt(term)
      if (!isTail) best = Math.max(best, fit)
      const isWhole = matches.how === 0 && this.#segment.terms.lengthOf(term) === letters
      scores.note(slot, (isWhole ? worth.whole : worth.part) * fit * early, field, place)
    }
    return best
  }

  /** Notes units that are several terms; so many of the letters of these were typed. */
  #noteSequences(read: number, field: number, worth: FieldWorth, scores: Scores): number {
    let covered = 0
    for (const { slot, sequences } of this.#units) {
      let best = 0
      for (const sequence of sequences) {
        const { how, typed, length } = sequence
        const place = this.#placeOf(sequence, read)
        if (place === -1) continue
        const letters = this.#lettersFrom(place, length)
        const fit = fitOf(how, typed, how === 'pinyin' ? length : letters)
        best = Math.max(best, fit * letters)
        scores.note(slot, worth.part * fit, field, place)
      }
      covered += best
    }
    return covered
  }

  /** The place of the first of the terms read from which `sequence` stands; -1 when it stands nowhere. */
  #placeOf({ length, fits }: PlannedSequence, read: number): number {
    for (let place = 0; place + length <= read; place++) {
      let step = 0
      while (step < length && fits(step, this.#terms[place + step] ?? 0)) step += 1
      if (step === length) return place
    }
    return -1
  }

  #stands(sequence: Sequence, place: number): boolean {
    for (const [step, { first, end }] of sequence.entries()) {
      const term = this.#terms[place + step] ?? 0
      if (term < first || term >= end) return false
    }
    return true
  }

  #lettersFrom(place: number, count: number): number {
    let letters = 0
    for (let at = place; at < place + count; at++) {
      letters += this.#segment.terms.lengthOf(this.#terms[at] ?? 0)
    }
    return letters
  }

  /** Notes a title or alias that is all that was typed. */
  #noteName(read: number, letters: number, name: SearchedFieldName, scores: Scores): void {
    const typedName = this.#plan.name
    if (typedName === undefined || this.#letters < letters || typedName.length > read) return
    if (this.#stands(typedName, 0))
      scores.name = Math.max(scores.name, weights.wholeName[name] ?? 0)
  }

  /** Whether every unit has more than `score`. */
  #isAbove(scores: Scores, score: number): boolean {
    for (const { slot } of this.#units) if ((scores.score[slot] ?? 0) <= score) return false
    return true
  }

  /** Which field gave `slot` its score in what was read last, where that is one whose words have no places. */
  unorderedFieldOf(slot: number): (typeof unorderedFields)[number] | undefined {
    return unorderedFields[(this.own.field[slot] ?? 0) - noPlace.field]
  }

  /** Reads the sets of words that have no places, as long as they may tell more than is known. */
  #readUnordered(reader: ByteReader, scores: Scores): void {
    for (const place of this.#unordered) {
      if (this.#isAbove(scores, place.worth.part)) return
      this.#readSet(reader, place, scores)
    }
  }

  #readSet(reader: ByteReader, inSet: FieldPlace, scores: Scores): void {
    let left = reader.number()
    const { bytes } = reader
    let { at } = reader
    for (let term = 0; left > 0; left--) {
      let byte = bytes[at++] ?? 0
      let step = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] ?? 0
        step |= (byte & 0x7f) << shift
      }
      term += step
      const units = this.#marks[term] ?? 0
      if (units !== 0) this.#noteUnits(units, term, inSet, scores)
    }
    reader.at = at
  }
}

/** A place in the field at hand. */
interface FieldPlace {
  readonly place: number
  readonly letters: number
  readonly field: number
  readonly worth: FieldWorth
}

/** Of words that have no places. */
const noPlace = { place: 0, letters: Infinity, field: -0x7fffffff }
