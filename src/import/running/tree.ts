import type { Aside, Unread } from '../../core/official/outline.ts'
import { addAll } from '../../core/text/lists.ts'
import { itemsAreMeasures } from '../bulletRule.ts'
import { isContentsLine } from '../notesAndContents.ts'
import type { CellLabel } from '../tables/cellLabel.ts'
import type { TableRead } from '../tables/readTables.ts'
import type { ItemBlock, TextBlock } from './block.ts'
import { addDecimal } from './decimals.ts'
import type { Draft } from './draft.ts'
import { ListedPoints } from './listedPoints.ts'
import { isInBrackets, isNumber, readEnumerator } from './numbers/enumerator.ts'
import { Enumerations } from './enumerations.ts'
import { Headings } from './headings.ts'
import { looksCounted } from './numbers/looksCounted.ts'
import { addItem, addMeasure } from './measures.ts'
import { OpenParts } from './openParts.ts'
import { itemRank, measureRank } from './ranks.ts'
import { beginsRecitals, endsRecitals, isWhereas, leadsToRecitals } from './recital.ts'
import { countedNumber } from './numbers/countedNumber.ts'
import { isTitle, lineDivision, measureStart } from './sectionMark.ts'
import { titledList } from './titledList.ts'
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
  readonly #listed = new ListedPoints(this.#open)
  #isInRecitals = false
  /** What stands in brackets in the line above an article: `（目的）`. */
  #caption: string | undefined
  /** Whether an act says on what it rests, behind which it may give its reasons. */
  #mayBeInRecitals = false

  constructor(whole: TextWhole, ahead: Upcoming) {
    this.#whole = whole
    this.#ahead = ahead
    this.#enumerations = new Enumerations(this.#open, ahead, whole.isAct)
    const within = { sections: this.#sections, enumerations: this.#enumerations }
    this.#headings = new Headings(this.#open, within, whole)
  }

  get root(): Draft {
    return this.#open.root
  }

  addHeading(heading: TextBlock & { kind: 'heading' }): void {
    if (heading.text === '') return
    this.#isInRecitals = beginsRecitals(heading.text)
    if (this.#isCaption(heading.text)) this.#caption = heading.text
    else {
      this.#headings.add(heading)
      if (this.#open.last.kind === 'article') this.#entitle()
    }
  }

  addParagraph(text: string, line: number): void {
    if (this.#addRecital(text, line)) return
    if (this.#headings.addLine(text)) {
      this.#isInRecitals = false
      return
    }
    if (this.#enumerations.goesOnBySign(text)) {
      this.#addRest(text, line)
      return
    }
    if (this.#isCaption(text)) {
      this.#caption = text
      return
    }
    const within = { sections: this.#sections, ...this.#whole }
    const rest = addMeasure(this.#open, within, text)
    if (rest !== undefined) {
      this.#entitle()
      this.#isInRecitals = false
      this.#addRest(rest, line)
    } else if (!this.#open.entitle(text)) this.#addRest(text, line)
  }

  /** `（目的）`, in a line of its own above an article; `Short title`, above a section of an act that bears but a number. */
  #isCaption(text: string): boolean {
    const next = this.#ahead.lines()[0]?.text ?? ''
    if (/^（[^（）]{1,60}）$/u.test(text)) return measureStart(next)?.kind === 'article'
    if (!this.#whole.isAct || !isTitle(text) || measureStart(text) !== undefined) return false
    if (readEnumerator(text) !== undefined || lineDivision(text) !== undefined) return false
    const counted = /^(\d{1,4}[A-Z]{0,2})\.(?:\s|—)/u.exec(next)?.[1]
    const number = counted === undefined ? undefined : countedNumber(counted)
    return number !== undefined && this.#open.counting.countsOn('before a stop digit', number)
  }

  /** Puts the caption that stood above an article on it. */
  #entitle(): void {
    const caption = this.#caption
    this.#caption = undefined
    const { last } = this.#open
    if (caption === undefined || last.heading !== undefined) return
    last.heading = caption.replace(/^（|）$/gu, '')
    last.printed = `${caption} ${last.printed ?? ''}`.trim()
    this.#open.expectNoTitle()
  }

  /** Whether what was read last is a line of a table of contents. */
  get isInContents(): boolean {
    return isContentsLine(this.#open.last.asides.at(-1)?.text ?? '')
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

  /** Begins an item with a number that its list puts in a measure; `false` where its words say what it stands in. */
  beginListed(item: ItemBlock): boolean {
    const isRecital = this.#isInRecitals && item.depth === 1
    if (
      /^(?:§|\p{L}{2,8}[.\s]|\p{L}{4}$)/u.test(item.text) &&
      measureStart(`${item.number ?? ''}. ${item.text}`)
    )
      return false
    return item.number !== undefined && !isRecital && this.#listed.begin(item)
  }

  /** What stands behind the number of an item that was begun. */
  addListedText(text: string, line: number): void {
    this.#addRest(text, line)
  }

  /** Does what makes parts of the words of an item, and remembers which is the item. */
  addAsListed({ depth }: ItemBlock, addWords: () => void): void {
    const before = new Set(this.#open.all)
    addWords()
    this.#listed.remember(before, depth)
  }

  /** Another paragraph of the item at `depth` follows. */
  goOnWithItem(depth: number): void {
    this.#listed.closeWithin(depth)
  }

  /** Closes the items of lists that are deeper than `depth` lists within one another. */
  closeItems(depth: number): void {
    this.#open.closeBelow(itemRank + depth)
  }

  /**
   * Rows are parts of what they stand in; within an article, those that are counted by `(a)` are its points, and
   * where an act gives its reasons, those with a number are these.
   */
  addTable({ rows, unread }: TableRead): void {
    addAll(this.unread, unread)
    for (const row of rows) {
      const { label, text, line } = row
      const { last } = this.#open
      if (label !== undefined && this.#isPoint(label)) {
        this.addParagraph(`${label.printed} ${text}`, line)
      } else if (label !== undefined && this.#isReason(label)) {
        const printed = /^\d+$/u.test(label.printed) ? `${label.printed}.` : label.printed
        this.addParagraph(`${printed} ${text}`, line)
      } else last.rows.push({ row, at: last.paragraphs.length, before: last.parts.length })
    }
  }

  /** Whether a row with this label is a point of the open measure, `(a)`, or a paragraph of the open article, `1.` */
  #isPoint({ sort, printed }: CellLabel): boolean {
    if (sort === 'enumerator') return this.#open.isWithinMeasure
    return sort === 'number' && this.#open.isWithinArticle && /^\d{1,3}[a-z]?\.$/u.test(printed)
  }

  /** Whether a row with this label is a reason of an act. */
  #isReason({ sort, label }: CellLabel): boolean {
    const isNumber = sort === 'number' || sort === 'enumerator'
    const isOutside = this.#open.isRecital || !this.#open.isWithinMeasure
    const isReason = this.#isInRecitals || (this.#mayBeInRecitals && sort === 'enumerator')
    return isReason && isOutside && isNumber && /^\d+$/u.test(label)
  }

  /** The parts of a box stand in the division that is open, whose lists go on behind it. */
  addBox({ root, unread }: Tree): void {
    addAll(this.unread, unread)
    this.#open.addBeside(root.parts)
    for (const aside of root.asides) this.addAside(aside)
  }

  /** What stands behind the beginning of a part in its line. */
  #addRest(text: string, line: number): void {
    if (text === '') return
    this.#open.expectNoTitle()
    const rest =
      this.#enumerations.addOfLaw(text) ??
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
    const titled = titledList(rest)
    const printed = before(titled?.rest ?? rest, text)
    if (this.#enumerations.add(enumerator, printed, titled?.heading)) {
      this.#entitle()
      return titled?.rest ?? rest
    }
    this.#enumerations.leave(enumerator)
    return undefined
  }

  /** A reason of an act, and where the reasons begin and end. */
  #addRecital(text: string, line: number): boolean {
    if (this.#open.isWithinMeasure && !this.#open.isRecital) return false
    const isOver = endsRecitals(text)
    if (isOver) this.#mayBeInRecitals = false
    if (beginsRecitals(text) || (isOver && this.#open.isWithinMeasure)) {
      this.#isInRecitals = !isOver
      this.#mayBeInRecitals = false
      this.#open.close(measureRank)
      this.#addRest(text, line)
      return true
    }
    if (isWhereas(text)) {
      this.#open.push({ level: 'measure', kind: 'recital', rank: measureRank })
      this.#open.last.paragraphs.push(text)
      return true
    }
    if (leadsToRecitals(text)) this.#mayBeInRecitals = true
    const enumerator =
      this.#isInRecitals || this.#mayBeInRecitals ? readEnumerator(text) : undefined
    if (enumerator === undefined || !isNumber(enumerator)) return false
    if (!this.#isInRecitals && !isInBrackets(enumerator)) return false
    this.#isInRecitals = true
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
