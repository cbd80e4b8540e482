import type { KeyForm } from '../keyForm.ts'
import {
  type UnitLink,
  type PagePiece,
  type ParsedQuery,
  type Piece,
  type RunTerm,
  type QueryTerm,
  type TextPiece,
} from '../query.ts'
import { weights } from '../ranking.ts'
import type { Segment } from '../index/segment.ts'
import { numberOf } from '../../text/numerals.ts'
import { keyScore, typedKeyOf, type TypedKey } from './keyMatches.ts'
import { keyFormOfDocument } from './keysOfDocuments.ts'
import type { RecordReader } from './recordReader.ts'
import type { Scores } from './scores.ts'
import { coversRun } from './told/toldUnits.ts'

/** What a document is scored by: the query, and how rare each of its units is, by slot. */
export interface AskedQuery {
  readonly query: ParsedQuery
  readonly rarity: Float64Array
}

/** Scores documents of one segment for one query, one after the other. */
export class DocumentScorer {
  readonly #query: ParsedQuery
  readonly #rarity: Float64Array
  readonly #reader: RecordReader
  readonly #scores: Scores
  readonly #segment: Segment
  /** The pieces that may be keys, as these are compared. */
  readonly #typedKeys = new Map<TextPiece, TypedKey>()
  #document = 0
  #form: KeyForm | undefined

  constructor({ query, rarity }: AskedQuery, reader: RecordReader, segment: Segment) {
    this.#query = query
    this.#rarity = rarity
    this.#reader = reader
    this.#scores = reader.own
    this.#segment = segment
  }

  /** The score of `document` in steps, 0 when one of the pieces is not found there. */
  scoreOf(document: number): number {
    this.#reader.read(document)
    this.#document = document
    this.#form = undefined
    let sum = 0
    for (const piece of this.#query.pieces) {
      const score = this.#piece(piece)
      if (score === 0) return 0
      sum += score
    }
    sum += this.#scores.name + this.#scores.covered + this.#nearness()
    return Math.ceil(sum / weights.step) * weights.step
  }

  /** How late in the document scored last stands what was typed. */
  get late(): number {
    return this.#scores.late
  }

  #piece(piece: Piece): number {
    return piece.kind === 'page' ? this.#page(piece) : this.#text(piece)
  }

  #text(piece: TextPiece): number {
    return Math.max(this.#key(piece), this.#words(piece), this.#ordinal(piece))
  }

  /** What the document gets for a part of its key. */
  #key(piece: TextPiece): number {
    if (!piece.mayBeKey) return 0
    const known = this.#typedKeys.get(piece)
    const typed = known ?? typedKeyOf(piece.dotted)
    if (known === undefined) this.#typedKeys.set(piece, typed)
    return keyScore(typed, this.#segment, this.#document)
  }

  #keyForm(): KeyForm {
    this.#form ??= keyFormOfDocument(this.#segment, this.#document)
    return this.#form
  }

  /** What it gets for its place among its siblings, which the last part of its key says. */
  #ordinal({ ordinal }: TextPiece): number {
    if (ordinal === undefined) return 0
    const last = this.#keyForm().path.split('.').at(-1) ?? ''
    if (last === '' || numberOf(last) !== ordinal.number) return 0
    if (ordinal.rest === undefined) return weights.ordinal
    const rest = this.#text(ordinal.rest)
    return rest === 0 ? 0 : rest + weights.ordinal
  }

  /** What it gets for standing on a printed page: the fewer pages it has, the more. */
  #page(piece: PagePiece): number {
    const { firstPage, lastPage } = this.#reader
    if (firstPage === 0) return 0
    const worth = weights.field.page / (1 + lastPage - firstPage)
    if (piece.page >= firstPage && piece.page <= lastPage) return worth
    return piece.begun && goesOnWithin(piece.page, firstPage, lastPage)
      ? worth * weights.begunPage
      : 0
  }

  /** What it gets for the words of a piece, apart or as one. */
  #words(piece: TextPiece): number {
    const joined =
      piece.joined === undefined ? 0 : piece.terms.length * this.#weighed(piece.joined.slot)
    let sum = 0
    for (const term of piece.terms) {
      const score = this.#term(term)
      if (score === 0) return joined
      sum += score
    }
    return Math.max(sum, joined)
  }

  #term(term: QueryTerm): number {
    return term.kind === 'word' ? this.#weighed(term.unit.slot) : this.#run(term)
  }

  /** The mean of the pairs, for as many words as the run has pairs of characters side by side. */
  #run(run: RunTerm): number {
    if (!coversRun(run, (slot) => this.#scores.has(slot))) return 0
    let sum = 0
    for (const pair of run.pairs) sum += this.#weighed(pair.slot)
    const mean = sum / run.pairs.length
    return mean * Math.max(1, run.characters.length / 2)
  }

  /** The score of a unit, less for words that many have. */
  #weighed(slot: number): number {
    return (this.#scores.score[slot] ?? 0) * (this.#rarity[slot] ?? 1)
  }

  /** What it gets for words typed side by side that stand side by side. */
  #nearness(): number {
    let sum = 0
    for (const link of this.#query.links) {
      if (this.#areNear(link)) sum += weights.adjacent * this.#weighed(link.second)
    }
    return sum
  }

  #areNear({ first, second, places }: UnitLink): boolean {
    const { field, place } = this.#scores
    if (!this.#scores.has(first) || !this.#scores.has(second)) return false
    const steps = (place[second] ?? 0) - (place[first] ?? 0)
    return field[first] === field[second] && (steps === places || steps === places + 1)
  }
}

/** Whether one of the pages begins with the figures of `begun`: 14 with 1. */
function goesOnWithin(begun: number, first: number, last: number): boolean {
  return (
    (begun * 10 <= last && begun * 10 + 9 >= first) ||
    (begun * 100 <= last && begun * 100 + 99 >= first)
  )
}
