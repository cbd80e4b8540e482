import type { Aside, Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import { itemsAreMeasures } from '../bulletRule.ts'
import { isContentsLine } from '../notesAndContents.ts'
import type { TableRead } from '../tables/readTables.ts'
import type { ItemBlock, TextBlock } from './block.ts'
import { addDecimal } from './decimals.ts'
import type { Draft } from './draft.ts'
import { isNumber, readEnumerator } from './enumerator.ts'
import { Enumerations } from './enumerations.ts'
import { Headings } from './headings.ts'
import { looksCounted } from './looksCounted.ts'
import { addItem, addMeasure } from './measures.ts'
import { OpenParts } from './openParts.ts'
import { itemRank, measureRank } from './ranks.ts'
import { beginsRecitals, endsRecitals, isWhereas } from './recital.ts'
import { measureStart } from './sectionMark.ts'
import { SectionSeries } from './sectionSeries.ts'
import type { TextWhole, Upcoming } from './ahead/upcoming.ts'

/** The parts of a running text while it is read, block by block. */
export class Tree {
  readonly unread: Unread[] = []
  readonly #open = new OpenParts()
  readonly #sections = new SectionSeries(this.#open)
  readonly #enumerations: Enumerations
  readonly #headings: Headings
  readonly #whole: TextWhole
  readonly #ahead: Upcoming
  #isInRecitals = false

  constructor(whole: TextWhole, ahead: Upcoming) {
    this.#whole = whole
    this.#ahead = ahead
    this.#enumerations = new Enumerations(this.#open, ahead)
    const within = { sections: this.#sections, enumerations: this.#enumerations }
    this.#headings = new Headings(this.#open, within, whole)
  }

  get root(): Draft {
    return this.#open.root
  }

  addHeading(heading: TextBlock & { kind: 'heading' }): void {
    if (heading.text === '') return
    this.#isInRecitals = beginsRecitals(heading.text)
    this.#headings.add(heading)
  }

  addParagraph(text: string, line: number): void {
    if (this.#addRecital(text, line)) return
    if (this.#headings.addLine(text)) {
      this.#isInRecitals = false
      return
    }
    const within = { sections: this.#sections, ...this.#whole }
    const rest = addMeasure(this.#open, within, text)
    if (rest !== undefined) {
      this.#isInRecitals = false
      this.#addRest(rest, line)
    } else if (!this.#open.entitle(text)) this.#addRest(text, line)
  }

  /** A line of a table of contents; of lines that follow one another the first is listed. */
  addContentsLine(text: string, line: number): void {
    const last = this.#open.last.asides.at(-1)
    if (last === undefined || !isContentsLine(last.text)) this.#list(text, line)
    this.addAside({ kind: 'text', text })
  }

  /** Words of no part. */
  addListed({ text, line }: TextBlock & { kind: 'listed' }): void {
    this.#list(text, line)
    this.addAside({ kind: 'text', text })
  }

  addAside(aside: Aside): void {
    this.#open.last.asides.push(aside)
  }

  /** Whether an item of a list is a measure here, and does not go on counting. */
  takesItem(text: string): boolean {
    const open = this.#open
    const isSection = open.all.some((draft) => draft.level === 'division' && draft !== open.root)
    if (!isSection || !itemsAreMeasures(open.all)) return false
    const goesOn = readEnumerator(text)?.readings.some(({ style, number }) =>
      open.counting.countsOn(style, number),
    )
    return !(goesOn === true && open.isCountedOnly)
  }

  addItem(block: ItemBlock): void {
    addItem(this.#open, block)
  }

  /** Closes the items of lists that are deeper than `depth` lists within one another. */
  closeItems(depth: number): void {
    this.#open.closeBelow(itemRank + depth)
  }

  /** Rows are parts of what they stand in; within an article, those that are counted by `(a)` are its points. */
  addTable({ rows, unread }: TableRead): void {
    addAll(this.unread, unread)
    for (const row of rows) {
      const { label, text, line } = row
      if (label?.sort === 'enumerator' && this.#open.isWithinMeasure) {
        this.addParagraph(`${label.printed} ${text}`, line)
      } else this.#open.last.rows.push({ row, at: this.#open.last.paragraphs.length })
    }
  }

  /** What stands behind the beginning of a part in its line. */
  #addRest(text: string, line: number): void {
    if (text === '') return
    this.#open.expectNoTitle()
    const rest =
      addDecimal(this.#open, this.#ahead, text) ??
      this.#enumerations.addNumbered(text) ??
      this.#addEnumerated(text)
    if (rest !== undefined) {
      this.#addRest(rest, line)
      return
    }
    // Outside of all parts everything is listed, and within them what looks counted and was not taken.
    const isLost = looksCounted(text, this.#open.isWithinLaw) || measureStart(text) !== undefined
    if (this.#open.last === this.root || isLost) this.#list(text, line)
    this.#open.last.paragraphs.push(text)
  }

  /** What stands behind the enumerator of the part that `text` begins; `undefined` where it begins none. */
  #addEnumerated(text: string): string | undefined {
    const enumerator = readEnumerator(text)
    if (enumerator === undefined) return undefined
    const { rest } = enumerator
    if (this.#enumerations.add(enumerator, before(rest, text))) return rest
    this.#enumerations.leave(enumerator)
    return undefined
  }

  /** A reason of an act, and where the reasons begin and end. */
  #addRecital(text: string, line: number): boolean {
    if (this.#open.isWithinMeasure && !this.#open.isRecital) return false
    const isOver = endsRecitals(text)
    if (beginsRecitals(text) || (isOver && this.#open.isWithinMeasure)) {
      this.#isInRecitals = !isOver
      this.#open.close(measureRank)
      this.#addRest(text, line)
      return true
    }
    if (isWhereas(text)) {
      this.#open.push({ level: 'measure', kind: 'recital', rank: measureRank })
      this.#open.last.paragraphs.push(text)
      return true
    }
    const enumerator = this.#isInRecitals ? readEnumerator(text) : undefined
    if (enumerator === undefined || !isNumber(enumerator)) return false
    const { label, rest } = enumerator
    const printed = before(rest, text)
    this.#open.push({ level: 'measure', kind: 'recital', label, printed, rank: measureRank })
    if (rest !== '') this.#open.last.paragraphs.push(rest)
    return true
  }

  /** `text` is read as no part, and belongs to what it follows. */
  #list(text: string, line: number): void {
    this.unread.push({ where: `line ${String(line)}`, what: excerpt(text) })
  }
}

/** What stands before `rest`, with which `text` ends. */
function before(rest: string, text: string): string {
  return text.slice(0, text.length - rest.length).trim()
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
