import { rowLength, type Passage, type PassageIndex, type ReadPassage } from './passageIndex.ts'
import { shapeOf, type PassageShape } from './passageShape.ts'
import { withMarksBehindHeadings } from './print/breaks.ts'
import { withCaseOf } from './print/capitals.ts'
import { mendHyphens } from './print/hyphens.ts'
import { withoutNotes } from './print/noteMarks.ts'
import { readQuotation, type QuotedWording } from './quotedWording.ts'
import { soughtIn, type Sought } from './runs.ts'
import type { ShapedPassage } from './signs/omissions.ts'
import { costOfPlacing } from './verbatim.ts'
import type { Wording } from './wording.ts'
import { WordNumbers } from './wordNumbers.ts'

/** So many steps a judgement may cost: characters read, words compared, cells of a table filled. */
const mostSteps = 8_000_000

/** A passage with the quotation as it is compared with it. */
export interface Candidate {
  readonly read: ReadPassage
  readonly sought: Sought
}

/** A quotation and the passages that it is compared with, as long as that does not cost too much. */
export class Comparison {
  readonly quoted: QuotedWording
  readonly numbers: WordNumbers
  /** The passages that are cited; `undefined` where reading them would cost too much. */
  readonly cited: readonly ReadPassage[] | undefined
  readonly #others: PassageIndex
  #stepsLeft = mostSteps

  constructor(quoted: string, cited: readonly Passage[], others: PassageIndex) {
    this.#others = others
    this.affords(quoted.length)
    // What is cited comes first: its words have numbers before those of the quotation get any.
    this.cited = this.#readAll(cited)
    this.numbers = new WordNumbers(others.numbers)
    this.quoted = readQuotation(quoted, this.numbers)
  }

  /**
   * The quotation beside `passage`, as it is and then without the labels that are printed there, where both
   * may have some; `undefined` where comparing them would cost too much.
   */
  *readings(passage: ReadPassage): Generator<Candidate | undefined> {
    yield this.#candidate(passage, true)
    if (this.#mayHaveLabels(passage)) yield this.#candidate(passage, false)
  }

  /** The last one of the {@link readings}. */
  withoutLabels(passage: ReadPassage): Candidate | undefined {
    return this.#candidate(passage, !this.#mayHaveLabels(passage))
  }

  /** The passages that are not cited and have the rarest three words of the quotation, the shortest first. */
  elsewhere(cited: readonly ReadPassage[]): readonly ReadPassage[] {
    const keys = new Set(cited.map(({ passage }) => passage.key))
    const { wording } = this.quoted
    let rarest: readonly ReadPassage[] = []
    let fewest = Infinity
    for (const at of this.#rowsQuoted()) {
      const found = this.#others.passagesWith(wording.words, at, fewest - 1)
      if (found === undefined || found.length === 0) continue
      rarest = found
      fewest = found.length
      if (fewest === 1) break
    }
    const read = new Set(rarest.filter(({ passage }) => !keys.has(passage.key)))
    return [...read].sort((one, other) => one.passage.text.length - other.passage.text.length)
  }

  /** Whole texts, where words that stand in no one passage may stand in several, one behind the other. */
  wholes(): readonly ReadPassage[] {
    const { words } = this.quoted.wording
    const rows = this.#rowsQuoted()
    const isKnown = (at: number): boolean => this.#others.passagesWith(words, at, 0) === undefined
    if (rows.length === 0 || !rows.every(isKnown)) return []
    return this.#readAll(this.#others.wholes) ?? []
  }

  /** A passage as signs are judged in it; its shape is worked out when it is asked for. */
  shaped({ passage, wording }: ReadPassage): ShapedPassage {
    const { numbers } = this
    const keys = (passage.parts ?? []).map(({ key }) => key)
    return {
      wording,
      numbers,
      keys,
      get shape(): PassageShape {
        return shapeOf(passage, wording, numbers)
      },
    }
  }

  /** Whether so many steps may still be taken; they are counted if so. */
  affords(steps: number): boolean {
    if (steps > this.#stepsLeft) return false
    this.#stepsLeft -= steps
    this.#others.effort.steps += steps
    return true
  }

  /**
   * Where three words in a row begin that no sign of omission parts, the first word of a run left out:
   * its first letter may be another one.
   */
  #rowsQuoted(): readonly number[] {
    const { wording, links } = this.quoted
    const starts = new Set(links.map(({ before }) => before))
    const count = Math.max(0, wording.words.length - rowLength)
    return Array.from({ length: count }, (_, at) => at + 1).filter(
      (at) => !starts.has(at) && !starts.has(at + 1) && !starts.has(at + 2),
    )
  }

  /** `passages`, read; `undefined` where that would cost too much. */
  #readAll(passages: readonly Passage[]): readonly ReadPassage[] | undefined {
    const read: ReadPassage[] = []
    for (const passage of passages) {
      const isRead = this.#others.hasRead(passage)
      if (!isRead && !this.affords(passage.text.length)) return undefined
      read.push(this.#others.readCited(passage))
    }
    return read
  }

  #candidate({ passage, wording: read }: ReadPassage, hasLabels: boolean): Candidate | undefined {
    const labels = passage.labels ?? []
    if (!this.affords(this.#costOfReading(read) + (hasLabels ? 0 : labels.length))) return undefined
    const wording = withCaseOf(read, this.quoted.wording, this.numbers)
    const cased = withCaseOf(this.quoted.wording, read, this.numbers)
    const bare = withoutNotes(wording, cased, this.numbers)
    const whole = mendHyphens(bare.wording, cased, this.numbers)
    const labelled = hasLabels ? undefined : { wording: whole.wording, labels }
    const quoted = { ...this.quoted, wording: cased }
    const sought = soughtIn(quoted, wording, this.numbers, labelled)
    const compared = withMarksBehindHeadings(whole.wording, sought.wording)
    if (!this.affords(costOfPlacing(sought, compared))) return undefined
    return { read: { passage, wording: compared }, sought }
  }

  /** What it costs to read a passage as the quotation has it: all its words where anything in it may be changed. */
  #costOfReading({ words, hyphenated, compounds, notes, breaks, capitals }: Wording): number {
    const { wording, labels, links } = this.quoted
    const quoted = wording.words.length + (links.length === 0 ? 0 : words.length)
    const isChanged = labels.length + wording.notes.length + wording.capitals.length > 0
    const parts = [hyphenated, compounds, notes, breaks, capitals]
    const some = parts.reduce((sum, { length }) => sum + length, 0)
    return quoted + some + (isChanged ? words.length : 0)
  }

  /** Whether a label that is printed before words of a passage may be quoted with them. */
  #mayHaveLabels({ passage }: ReadPassage): boolean {
    return this.quoted.labels.length > 0 && (passage.labels ?? []).length > 0
  }
}
