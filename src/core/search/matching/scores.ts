import { mostUnits } from '../query.ts'

/** How well a document has each unit of a query, by slot. */
export class Scores {
  /** 0 where it has it not. */
  readonly score = new Float64Array(mostUnits)
  /** The field that gave the score, as a number of its own, and the place there, in words and characters. */
  readonly field = new Int32Array(mostUnits)
  readonly place = new Int32Array(mostUnits)
  /** What a whole title or alias adds. */
  name = 0
  /** What the title or alias adds of which the typed words are the largest share. */
  covered = 0

  /** Forgets the scores of the first `units` slots, and of the name. */
  clear(units: number): void {
    this.score.fill(0, 0, units)
    this.name = 0
    this.covered = 0
  }

  /** Notes a score if it is better than what is known. */
  note(slot: number, score: number, field: number, place: number): void {
    if (score <= (this.score[slot] ?? 0)) return
    this.score[slot] = score
    this.field[slot] = field
    this.place[slot] = place
  }

  has(slot: number): boolean {
    return (this.score[slot] ?? 0) > 0
  }
}
