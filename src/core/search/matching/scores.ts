import { mostUnits } from '../query.ts'
import { weights } from '../ranking.ts'

/** How well a document has each unit of a query, by slot. */
export class Scores {
  /** 0 where it has it not. */
  readonly score = new Float64Array(mostUnits)
  /** The field that gave the score, as a number of its own, and the place there, in words and characters. */
  readonly field = new Int32Array(mostUnits)
  readonly place = new Int32Array(mostUnits)
  /** What a whole title or alias adds. */
  name = 0
  /** The largest shares of a title and of an alias that was typed, and of a title that is typed by another form of a term. */
  readonly #covered = { title: 0, alias: 0, term: 0 }
  /** How many half words of a term were typed. */
  #term = 0
  #units = 0

  /** Forgets the scores of the first `units` slots, and of the name. */
  clear(units: number): void {
    this.score.fill(0, 0, units)
    this.#units = units
    this.name = 0
    this.#covered.title = 0
    this.#covered.alias = 0
    this.#covered.term = 0
    this.#term = 0
  }

  /** Notes that so many half words of a term were typed: to be called before titles are covered. */
  noteTerm(halfWords: number): void {
    this.#term = Math.max(this.#term, halfWords)
  }

  /** Notes how much was typed of a title or alias of so many half words. */
  cover(name: 'title' | 'alias', share: number, halfWords: number): void {
    this.#note(name, share)
    if (name === 'title') this.#note('term', this.#term / halfWords)
  }

  #note(name: 'title' | 'alias' | 'term', share: number): void {
    if (share > this.#covered[name]) this.#covered[name] = Math.min(1, share)
  }

  /** What is added for how much was typed of the names. */
  get covered(): number {
    const { title, alias, term } = this.#covered
    const { covered } = weights
    return Math.max(covered.title * title + covered.alias * alias, covered.term * term)
  }

  /** Notes a score if it is better than what is known. */
  note(slot: number, score: number, field: number, place: number): void {
    if (score <= (this.score[slot] ?? 0)) return
    this.score[slot] = score
    this.field[slot] = field
    this.place[slot] = place
  }

  /** How late in fields of its own the units stand, summed up; the order of shared fields is of no document. */
  get late(): number {
    let sum = 0
    for (let slot = 0; slot < this.#units; slot++) {
      if (this.#isOwn(slot)) sum += this.place[slot] ?? 0
    }
    return sum
  }

  #isOwn(slot: number): boolean {
    return this.has(slot) && (this.field[slot] ?? 0) >= 0
  }

  has(slot: number): boolean {
    return (this.score[slot] ?? 0) > 0
  }
}
