import { chineseDivision } from '../../labels/chineseLabel.ts'
import { readEnumerator, type Enumerator } from '../numbers/enumerator.ts'
import { readLawEnumerator } from '../numbers/lawEnumerator.ts'
import { lineDivision, measureStart } from '../sectionMark.ts'

/** A paragraph, or a heading. */
export interface Line {
  readonly text: string
  readonly isHeading?: boolean
}

/** No measure of a law has as many paragraphs within one point. */
const furthest = 200

/** What stands behind what is read, where only that says how to read it. */
export class Upcoming {
  readonly #lines: readonly Line[]
  #at = 0

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  /** The next `count` lines are read now. */
  pass(count: number): void {
    this.#at += count
  }

  /** What the paragraphs begin with that come next in the same measure, as far as they count. */
  *enumerators(): Generator<Enumerator> {
    for (const { text, isHeading = false } of this.lines()) {
      const enumerator = readEnumerator(text) ?? readLawEnumerator(text)
      if (enumerator !== undefined) yield enumerator
      else if (isHeading || beginsMeasure(text)) return
    }
  }

  /** What comes next, as far as anything depends on it. */
  lines(): readonly Line[] {
    return this.#lines.slice(this.#at, this.#at + furthest)
  }
}

function beginsMeasure(text: string): boolean {
  return (
    measureStart(text) !== undefined ||
    lineDivision(text) !== undefined ||
    chineseDivision(text) !== undefined
  )
}

/** What is known of a whole text before its first block is put anywhere. */
export interface TextWhole {
  /** Whether all articles and sections are measures, and not only those that count from 1 on. */
  readonly hasLaw: boolean
  /** Whether its sections are measures, so that a heading `Section 1` is no division. */
  readonly isInSections: boolean
  /** Whether it calls itself an act, so that `Short title` above `1.` is the heading of that. */
  readonly isAct: boolean
  /** Whether headings that bear a number alone, `1 Short title`, are its sections. */
  readonly hasNumberedSections: boolean
  /** Whether `Recommendation 1. …` begins a measure. */
  readonly hasNames: boolean
  /** Of articles and sections, those that are counted. */
  readonly counted: ReadonlySet<string>
}
