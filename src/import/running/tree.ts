import type { Aside, Unread } from '../../core/official/outline.ts'
import { chineseDivision, chineseListed } from '../chineseLabel.ts'
import { isContentsLine, isNotesHeading } from '../notesAndContents.ts'
import { printedAs, readCode, readPrintedLabel } from '../printedLabel.ts'
import { addAll } from '../../core/text/lists.ts'
import type { TableRead } from '../tables/readTables.ts'
import { itemsAreMeasures, type MeasureCounts } from '../bulletRule.ts'
import { lineBreak, type ItemBlock, type TextBlock } from './block.ts'
import { emptyDraft, type Draft, type Head } from './draft.ts'
import {
  follows,
  isInBrackets,
  isNumber,
  readEnumerator,
  type Enumerator,
  type Reading,
} from './enumerator.ts'
import { beginsRecitals, endsRecitals, isWhereas } from './recital.ts'
import { bareSection, isTitle, lineDivision, measureStart, withHeading } from './sectionMark.ts'

/** Above all headings that a page has of its own. */
const chineseRanks = { title: 0.1, part: 0.15, chapter: 0.2, section: 0.3 } as const

/** Of lines that are headings: below all headings of the page, annexes and titles above the rest. */
const lineRanks: ReadonlyMap<string, number> = new Map([
  ...(['annex', 'appendix', 'schedule'] as const).map((word) => [word, 9] as const),
  ['title', 10],
  ['subtitle', 11],
])
const otherLineRank = 12

/** `一、`. */
const listedRank = 20
/** Below all headings: of measures, and of the points within them, the deeper the larger. */
const articleRank = 99
const measureRank = 100
const pointRank = 101
/** Below these: of items, the deeper the larger. */
const itemRank = 1000
/** No law counts as deep. */
const deepestRank = pointRank + 15

const measureKinds: ReadonlySet<string> = new Set([
  ...['article', 'recommendation', 'principle', 'target', 'action', 'subcategory'],
])

/** How a paragraph begins that is counted in some way, whether it was understood or not: `(1A)`, `(c-1)`, `2bis)`, `A.`, `1°`. */
const looksCounted =
  /^(?:\([\dA-Za-z]{1,5}(?:[-.]\d{1,3})?\)|\d{1,3}[A-Za-z]{0,3}[)°]|[A-Za-z]\)|(?:\d{1,3}[A-Za-z]{0,3}|[A-Za-z])\.(?=\s*[^\p{Ll}\s]))\s*\p{L}/u

/** The parts of a running text while it is read, block by block. */
export class Tree {
  readonly root: Draft = emptyDraft({ level: 'division', rank: 0 }, 0)
  readonly unread: Unread[] = []
  /** Whether it is divided by `Sec. 2.`, so that a heading `SECTION 1.` is no division. */
  readonly #isInSections: boolean
  #open: Draft[] = [this.root]
  /** The last number of each way to count right below divisions, and how many divisions were open by then. */
  readonly #counted = new Map<string, { readonly number: number; readonly division: number }>()
  #divisions = 0
  /** Words of lines that are headings, in the order in which they first stood. */
  readonly #words: string[] = []
  /** The sections that count on, the one that counted last in front. */
  #series: readonly Series[] = []
  #isInRecitals = false
  /** The division in which a list is not read; what it counts within it is no measure, either. */
  #uncounted: Draft | undefined
  /** The part whose heading may stand in the next line. */
  #untitled: Draft | undefined

  constructor({ isInSections }: { readonly isInSections: boolean }) {
    this.#isInSections = isInSections
  }

  addHeading({ text, depth, line, id }: TextBlock & { kind: 'heading' }): void {
    if (text === '') return
    const own = id === undefined ? {} : { id }
    this.#isInRecitals = beginsRecitals(text)
    const section = this.#isInSections ? measureStart(text) : undefined
    if (section?.kind === 'section') {
      const { rest, ...head } = section
      this.#pushSection({ ...head, ...own, ...titled(text, section.heading ?? rest) })
      return
    }
    const enumerator = readEnumerator(text)
    if (enumerator !== undefined && this.#isWithinMeasure && isInBrackets(enumerator)) {
      this.#addPoint(enumerator, titled(text, enumerator.rest))
      return
    }
    const { kind: named, label, place, heading } = labelled(text, enumerator)
    const kind = named ?? (this.#isOfGoal(label) ? 'target' : undefined)
    const isMeasure = kind !== undefined && measureKinds.has(kind)
    if (kind === undefined && label === undefined && this.#entitle(text)) return
    this.#push({
      level: isMeasure ? 'measure' : 'division',
      ...(kind !== undefined && { kind }),
      ...(label !== undefined && { label }),
      ...(place !== undefined && { place }),
      ...(heading !== '' && { heading }),
      ...printedAs(text, heading),
      ...own,
      rank: isMeasure ? measureRank : depth,
    })
    this.#divisions += 1
    if (kind === 'article' && heading === '') this.#untitled = this.#open.at(-1)
    if (!isMeasure && kind === undefined && label === undefined && heading === '') {
      this.unread.push({ where: `line ${String(line)}`, what: text })
    }
  }

  /** Whether a number goes on from that of a goal. */
  #isOfGoal(label = ''): boolean {
    const goal = this.#open.find(({ kind }) => kind === 'goal')?.label
    return goal !== undefined && label.startsWith(`${goal}.`)
  }

  addParagraph(text: string, line: number): void {
    if (this.#addRecital(text, line) || this.#addDivision(text) || this.#addMeasure(text, line)) {
      return
    }
    if (this.#entitle(text)) return
    this.#addRest(text, line)
  }

  /** A line of a table of contents; of lines that follow one another the first is listed. */
  addContentsLine(text: string, line: number): void {
    const last = this.#open.at(-1)?.asides.at(-1)
    if (last === undefined || !isContentsLine(last.text)) {
      this.unread.push({ where: `line ${String(line)}`, what: excerpt(text) })
    }
    this.addAside({ kind: 'text', text })
  }

  addAside(aside: Aside): void {
    this.#open.at(-1)?.asides.push(aside)
  }

  /** Whether an item of a list is a measure here, and does not go on counting. */
  takesItem(text: string): boolean {
    const isSection = this.#open.some((draft) => draft.level === 'division' && draft !== this.root)
    if (!isSection || !itemsAreMeasures(this.#open)) return false
    const enumerator = readEnumerator(text)
    const goesOn = enumerator?.readings.some(({ style, number }) => this.#countsOn(style, number))
    return !(goesOn === true && this.#isCountedOnly)
  }

  addItem({ text, depth, number }: ItemBlock): void {
    this.#push({
      level: 'measure',
      ...(number !== undefined && { label: number, printed: `${number}.` }),
      rank: itemRank + depth,
    })
    this.#open.at(-1)?.paragraphs.push(text.replaceAll(lineBreak, ' '))
  }

  /** Closes the items of lists that are deeper than `depth` lists within one another. */
  closeItems(depth: number): void {
    while ((this.#open.at(-1)?.rank ?? 0) > itemRank + depth) this.#open.pop()
  }

  /** How many measures there are of each sort. */
  counts(): MeasureCounts {
    const counts = { items: 0, numbered: 0, ofLaw: 0 }
    const count = (draft: Draft): void => {
      // What is counted there are notes, and no measures.
      if (isNotesHeading(draft.heading)) return
      if (draft.rank > itemRank) counts.items += 1
      else if (draft.level === 'measure') {
        const isOfLaw = draft.kind === 'article' || draft.kind === 'section'
        if (isOfLaw) counts.ofLaw += 1
        else counts.numbered += 1
      }
      counts.numbered += draft.rows.length
      draft.parts.forEach(count)
    }
    count(this.root)
    return counts
  }

  /** Rows are parts of what they stand in; within an article, those that are counted by `(a)` are its points. */
  addTable({ rows, unread }: TableRead): void {
    addAll(this.unread, unread)
    for (const row of rows) {
      const { label, text, line } = row
      const open = this.#open.at(-1) ?? this.root
      if (label?.sort === 'enumerator' && this.#isWithinMeasure) {
        this.addParagraph(`${label.printed} ${text}`, line)
      } else open.rows.push({ row, at: open.paragraphs.length })
    }
  }

  /** What stands behind the beginning of a part in its line. */
  #addRest(text: string, line: number): void {
    if (text === '') return
    this.#untitled = undefined
    const where = `line ${String(line)}`
    if (this.#addDecimal(text, line) || this.#addNumbered(text, line)) return
    const enumerator = readEnumerator(text)
    if (enumerator !== undefined) {
      const { rest } = enumerator
      const printed = text.slice(0, text.length - rest.length).trim()
      if (this.#addEnumerated(enumerator, printed)) {
        this.#addRest(rest, line)
        return
      }
    }
    const open = this.#open.at(-1)
    if (enumerator !== undefined && isInBrackets(enumerator)) this.#uncounted = open
    // Outside of all parts everything is listed, and within them what looks counted and was not taken.
    if (open === this.root || looksCounted.test(text)) {
      this.unread.push({ where, what: excerpt(text) })
    }
    open?.paragraphs.push(text)
  }

  /** A reason of an act, and where the reasons begin and end. */
  #addRecital(text: string, line: number): boolean {
    if (this.#isWithinMeasure && !this.#isRecital) return false
    const isOver = endsRecitals(text)
    if (beginsRecitals(text) || (isOver && this.#isWithinMeasure)) {
      this.#isInRecitals = !isOver
      this.#close(measureRank)
      this.#addRest(text, line)
      return true
    }
    if (isWhereas(text)) {
      this.#push({ level: 'measure', kind: 'recital', rank: measureRank })
      this.#open.at(-1)?.paragraphs.push(text)
      return true
    }
    const enumerator = this.#isInRecitals ? readEnumerator(text) : undefined
    if (enumerator === undefined || !isNumber(enumerator)) return false
    const { label, rest } = enumerator
    const printed = text.slice(0, text.length - rest.length).trim()
    this.#push({ level: 'measure', kind: 'recital', label, printed, rank: measureRank })
    if (rest !== '') this.#open.at(-1)?.paragraphs.push(rest)
    return true
  }

  /** A line that is the heading of a division. */
  #addDivision(text: string): boolean {
    const chinese = chineseDivision(text)
    if (chinese !== undefined) {
      const rank = chineseRanks[chinese.kind as keyof typeof chineseRanks]
      this.#pushDivision({ ...chinese, ...titled(text, chinese.heading), rank })
      return true
    }
    const listed = this.#listed(text)
    if (listed?.isHeading === true) {
      const { label, rest } = listed
      this.#count({ style: '一、', number: Number(label) })
      this.#pushDivision({ label, ...titled(text, rest), rank: listedRank })
      return true
    }
    const division = lineDivision(text)
    if (division === undefined) return false
    const { word, ...head } = division
    const rank = lineRanks.get(word) ?? otherLineRank + this.#orderOf(word)
    this.#pushDivision({ ...head, ...titled(text, head.heading ?? ''), rank })
    if (head.heading === undefined) this.#untitled = this.#open.at(-1)
    return true
  }

  /** How many other words for divisions stood before this one: what comes first is larger. */
  #orderOf(word: string): number {
    if (!this.#words.includes(word)) this.#words.push(word)
    return this.#words.indexOf(word) / 2
  }

  #pushDivision(head: Omit<Head, 'level'>): void {
    this.#isInRecitals = false
    this.#divisions += 1
    this.#push({ level: 'division', ...head })
  }

  /** A paragraph that begins a measure of its own. */
  #addMeasure(text: string, line: number): boolean {
    const start =
      measureStart(text) ??
      this.#codeStart(text) ??
      this.#listedStart(text) ??
      this.#bareStart(text)
    if (start === undefined) return false
    this.#isInRecitals = false
    const { rest, ...head } = start
    const printed = text.slice(0, text.length - rest.length).trim()
    if (head.kind === 'section') this.#pushSection({ ...head, printed })
    else {
      const rank = head.kind === 'article' ? articleRank : measureRank
      this.#push({ level: 'measure', ...head, printed, rank })
    }
    if (head.heading === undefined && rest === '') this.#untitled = this.#open.at(-1)
    this.#addRest(rest, line)
    return true
  }

  /** `GOVERN 1.1: Legal …`, `GV-1.1-001 Align …`. */
  #codeStart(text: string): Start | undefined {
    const code = readCode(text)
    if (code?.kind === undefined || !measureKinds.has(code.kind)) return undefined
    const { heading, ...head } = code
    return { ...head, rest: heading }
  }

  /** A section without a word, below a line that is the heading of a division. */
  #bareStart(text: string): Start | undefined {
    const isWithinLines = this.#open.some(({ rank }) => rank >= 9 && rank < listedRank)
    const section = isWithinLines ? bareSection(text) : undefined
    if (section === undefined) return undefined
    const { number, ...start } = section
    if (number === undefined) return start
    if (!this.#countsOn('1 Short title', number)) return undefined
    this.#count({ style: '1 Short title', number })
    return start
  }

  /** `一、` before a sentence. */
  #listedStart(text: string): Start | undefined {
    const listed = this.#listed(text)
    if (listed === undefined) return undefined
    this.#count({ style: '一、', number: Number(listed.label) })
    return { label: listed.label, rest: listed.rest }
  }

  /** `一、`, where it goes on counting, or begins to. */
  #listed(text: string): ReturnType<typeof chineseListed> {
    const listed = this.#isWithinLaw ? undefined : chineseListed(text)
    const number = Number(listed?.label)
    return number === 1 || this.#countsOn('一、', number) ? listed : undefined
  }

  /** `1. `, `1a. ` in an article. */
  #addNumbered(text: string, line: number): boolean {
    const numbered = this.#isWithinArticle ? numberedParagraph.exec(text) : null
    if (numbered === null) return false
    const [whole, label = ''] = numbered
    const printed = whole.trim()
    this.#push({ level: 'measure', kind: 'paragraph', label, printed, rank: pointRank })
    this.#addRest(text.slice(whole.length), line)
    return true
  }

  /** `4.1.` within what has the number 4, where it goes on from what stands there. */
  #addDecimal(text: string, line: number): boolean {
    const [whole = '', label = '', above = '', last = ''] = decimal.exec(text) ?? []
    if (whole === '') return false
    const at = this.#open.findLastIndex((draft) => draft.label === above)
    const parent = this.#open[at]
    if (parent === undefined || !goesOn(last, parent.parts)) return false
    this.#open = this.#open.slice(0, at + 1)
    const rest = text.slice(whole.length)
    const isSubsection = parent.level === 'measure'
    const read: ReturnType<typeof withHeading> = isSubsection ? withHeading(rest) : { rest }
    this.#push({
      level: 'measure',
      ...(isSubsection && { kind: 'subsection' }),
      ...(parent.kind === 'goal' && { kind: 'target' }),
      label,
      ...(read.heading !== undefined && { heading: read.heading }),
      printed: text.slice(0, text.length - read.rest.length).trim(),
      rank: Math.max(measureRank, parent.rank) + 0.1,
    })
    this.#addRest(read.rest, line)
    return true
  }

  #addEnumerated(enumerator: Enumerator, printed: string): boolean {
    const { readings, label } = enumerator
    const open = this.#open.findLast(({ reading }) => follows(readings, reading) !== undefined)
    if (isNumber(enumerator) && !isInBrackets(enumerator)) {
      if (this.#isRecital) this.#close(measureRank)
      if (this.#isCountedOnly) {
        if (this.#addCounted(enumerator, printed)) return true
        if (!this.#isAnnounced) return false
      }
    }
    if (this.#isWithinMeasure) {
      const isFirst = readings.some(({ number }) => number === 1)
      const isStated = isInBrackets(enumerator) && !this.#isOpen(readings)
      if (open === undefined && !isFirst && !isStated) return this.#addGap(enumerator, printed)
      this.#addPoint(enumerator, { printed })
      return true
    }
    if (isInBrackets(enumerator) && this.#open.at(-1) === this.#uncounted) return false
    const isLabelled = this.#open.at(-1)?.label !== undefined
    if (!isNumber(enumerator) && !(isLabelled && isInBrackets(enumerator))) return false
    return this.#addCounted({ ...enumerator, label }, printed)
  }

  /** A number that leaves some out, as where provisions were repealed. */
  #addGap(enumerator: Enumerator, printed: string): boolean {
    const { readings } = enumerator
    const before = this.#open.findLast(({ reading }) =>
      readings.some(({ style, number }) => style === reading?.style && number > reading.number),
    )
    if (before === undefined || !isInBrackets(enumerator)) return false
    this.#addPoint(enumerator, { printed }, before)
    return true
  }

  /** `12. Set out a plan`, `（三）`, right below a division, where it goes on from 11, or begins with 1 below another. */
  #addCounted({ readings, label }: Enumerator, printed: string): boolean {
    const [reading] = readings.filter(({ style, number }) => this.#countsOn(style, number))
    if (reading === undefined) return false
    this.#push({ level: 'measure', label, printed, rank: measureRank, reading })
    return true
  }

  /** Whether `number` goes on counting in this way, or begins to, in a division where nothing was counted so. */
  #countsOn(style: string, number: number): boolean {
    const before = this.#counted.get(style)
    if (number === (before?.number ?? 0) + 1) return true
    return number === 1 && before?.division !== this.#divisions
  }

  #count({ style, number }: { readonly style: string; readonly number: number }): void {
    this.#counted.set(style, { number, division: this.#divisions })
  }

  /** Whether no part is open but divisions, and measures that these count. */
  get #isCountedOnly(): boolean {
    return this.#open.every(
      ({ level, kind, reading }) =>
        level === 'division' || (kind === undefined && reading?.style === 'before a stop digit'),
    )
  }

  get #isRecital(): boolean {
    return this.#open.find(({ level }) => level === 'measure')?.kind === 'recital'
  }

  /** Whether what was read last says that a list follows. */
  get #isAnnounced(): boolean {
    const last = this.#open.at(-1)
    return /[:：—–-]$/u.test(last?.paragraphs.at(-1) ?? last?.heading ?? '')
  }

  #isOpen(readings: readonly Reading[]): boolean {
    return this.#open.some(({ reading }) => readings.some(({ style }) => style === reading?.style))
  }

  get #isWithinMeasure(): boolean {
    return this.#open.some(({ level }) => level === 'measure')
  }

  get #isWithinArticle(): boolean {
    return this.#open.some(({ level, kind }) => level === 'measure' && kind === 'article')
  }

  get #isWithinLaw(): boolean {
    return this.#open.some(
      ({ level, kind }) => level === 'measure' && (kind === 'article' || kind === 'section'),
    )
  }

  #addPoint(
    { label, readings }: Enumerator,
    printed: Pick<Head, 'printed' | 'heading'>,
    before?: Draft,
  ): void {
    const continued =
      before ??
      this.#open.findLast(({ reading }) => follows(readings, reading) !== undefined) ??
      this.#begunAnew(readings)
    const last = this.#open.at(-1)
    const deeper = Math.max(pointRank, (last?.rank ?? 0) + 1)
    const rank = continued?.rank ?? Math.min(deeper, deepestRank)
    const reading =
      (continued && follows(readings, continued.reading)) ??
      readings.findLast(({ number }) => number === 1) ??
      readings.find(({ style }) => style === continued?.reading?.style) ??
      readings[0]
    this.#push({
      level: 'measure',
      ...(rank !== measureRank && { kind: this.#kindOfPoint(rank) }),
      label,
      ...printed,
      rank,
      ...(reading && { reading }),
    })
  }

  /** The first level that is counted is of paragraphs, what is within these of points. */
  #kindOfPoint(rank: number): 'paragraph' | 'point' {
    const isWithin = this.#open.some(
      (draft) => draft.rank < rank && ['paragraph', 'point', 'recital'].includes(draft.kind ?? ''),
    )
    return isWithin ? 'point' : 'paragraph'
  }

  /** The list that is counted in the same way, where nothing announces one within it. */
  #begunAnew(readings: readonly Reading[]): Draft | undefined {
    if (this.#isAnnounced) return undefined
    const ones = readings.filter(({ number }) => number === 1)
    return this.#open.findLast(
      ({ reading, rank }) =>
        rank > measureRank && ones.some(({ style }) => style === reading?.style),
    )
  }

  /** A section goes below the division above it; one that goes on behind others, such as those of a code that an act amends, beside the one before it. */
  #pushSection(head: Omit<Head, 'level' | 'rank'>): void {
    const number = /^\d+$/u.test(head.label ?? '') ? Number(head.label) : undefined
    const before = this.#series.find(({ last }) => number !== undefined && last === number - 1)
    const [latest] = this.#series
    if (before !== undefined && before !== latest) {
      const at = this.#open.indexOf(before.parent)
      if (at !== -1) this.#open = this.#open.slice(0, at + 1)
    }
    this.#push({ level: 'measure', ...head, rank: measureRank })
    const parent = this.#open.at(-2) ?? this.root
    const others = this.#series.filter((one) => one !== before && one.last !== undefined)
    this.#series = [{ last: number, parent }, ...others.slice(0, mostSeries)]
  }

  /** Gives the part before its heading, where that stands in the line behind its number. */
  #entitle(text: string): boolean {
    const draft = this.#untitled
    this.#untitled = undefined
    if (draft === undefined || !isTitle(text) || readEnumerator(text) !== undefined) return false
    draft.heading = text
    draft.printed = `${draft.printed ?? ''} ${text}`.trim()
    return true
  }

  #push(head: Head): void {
    this.#close(head.rank)
    this.#untitled = undefined
    if (head.rank === measureRank && head.reading !== undefined) this.#count(head.reading)
    const above = this.#open.at(-1) ?? this.root
    const draft = emptyDraft(head, above.paragraphs.length)
    above.parts.push(draft)
    this.#open.push(draft)
  }

  #close(rank: number): void {
    while ((this.#open.at(-1)?.rank ?? 0) >= rank && this.#open.length > 1) this.#open.pop()
  }
}

/** Sections that count on, and what they stand in. */
interface Series {
  /** Nothing where sections bear no plain numbers. */
  readonly last: number | undefined
  readonly parent: Draft
}

/** A code within an act within a collection; more are no longer kept apart. */
const mostSeries = 8

type Start = Pick<Head, 'kind' | 'label' | 'place' | 'heading'> & { readonly rest: string }

/** `1. `, `1a. `: how the paragraphs of an article are numbered. */
const numberedParagraph = /^(\d{1,3}[a-z]{0,2})\.\s+(?=[\p{L}“‘"'(])/u

/** `4.1.`, `13.a`, `A.1`, `4.1.2`: whole, what stands above it, and its own number. */
const decimal =
  /^((\d{1,4}(?:\.\d{1,3})*|[A-Z](?:\.\d{1,3})*)\.(\d{1,3}|[a-z]))\.?\s+(?=[\p{Lu}\p{Script=Han}“"‘'(《（])/u

/** Whether `last` goes on from the last part that is counted in the same way, or begins to. */
function goesOn(last: string, parts: readonly Draft[]): boolean {
  const isDigit = /^\d/u.test(last)
  const before = parts.findLast(({ label = '' }) => (isDigit ? /\.\d+$/u : /\.[a-z]$/u).test(label))
  const own = before?.label?.slice(before.label.lastIndexOf('.') + 1)
  if (isDigit) return Number(last) === Number(own ?? 0) + 1
  return last.charCodeAt(0) === (own?.charCodeAt(0) ?? 96) + 1
}

/** The number and the heading of a heading, which may be counted as a paragraph is. */
function labelled(
  text: string,
  enumerator: Enumerator | undefined,
): ReturnType<typeof readPrintedLabel> {
  const read = readPrintedLabel(text)
  if (read.label !== undefined || enumerator === undefined || !isInBrackets(enumerator)) return read
  return { label: enumerator.label, heading: enumerator.rest }
}

function titled(text: string, heading: string): Pick<Head, 'heading' | 'printed'> {
  return { ...(heading !== '' && { heading }), ...printedAs(text, heading) }
}

function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
