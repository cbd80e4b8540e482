import { chineseArticle, chineseDivision } from '../labels/chineseLabel.ts'
import {
  printedAs,
  readHeadingLabel,
  readMark,
  readPrintedLabel,
  type PrintedLabel,
} from '../labels/printedLabel.ts'
import { isMeasureWord } from '../labels/labelWords.ts'
import type { TextWhole } from './ahead/upcoming.ts'
import type { TextBlock } from './block.ts'
import type { Head } from './draft.ts'
import { isInBrackets, readEnumerator, type Enumerator } from './numbers/enumerator.ts'
import type { Enumerations } from './enumerations.ts'
import { countOfLaw, countsOnOfLaw, listedIn, measureKinds } from './measures.ts'
import type { OpenParts } from './openParts.ts'
import { chineseRanks, lineRank, listedRank, measureRank } from './ranks.ts'
import { numberedSection } from './ahead/numberedSections.ts'
import { sectionOfHeading } from './ahead/sectionHeadings.ts'
import { besideArticles, lineDivision, type MeasureStart } from './sectionMark.ts'
import type { SectionSeries } from './sectionSeries.ts'

/** What headings begin: those that are marked as such, and lines that are nothing but one. */
export class Headings {
  readonly #open: OpenParts
  readonly #sections: SectionSeries
  readonly #enumerations: Enumerations
  /** Whether it is divided by `Sec. 2.`, so that a heading `SECTION 1.` is no division. */
  readonly #isInSections: boolean
  /** Whether all articles are measures, and not only those that count from 1 on. */
  readonly #hasLaw: boolean
  /** Whether a number alone makes a heading a section. */
  readonly #hasNumberedSections: boolean
  /** Words of lines that are headings, in the order in which they first stood. */
  readonly #words: string[] = []

  constructor(
    open: OpenParts,
    { sections, enumerations }: { sections: SectionSeries; enumerations: Enumerations },
    whole: Pick<TextWhole, 'hasLaw' | 'isInSections' | 'hasNumberedSections'>,
  ) {
    this.#open = open
    this.#sections = sections
    this.#enumerations = enumerations
    this.#isInSections = whole.isInSections
    this.#hasNumberedSections = whole.hasNumberedSections
    this.#hasLaw = whole.hasLaw
  }

  /** A heading that is marked as such, which has words. */
  add(block: Omit<TextBlock & { kind: 'heading' }, 'kind' | 'line'>): void {
    const { text, depth, id } = block
    const own = id === undefined ? {} : { id }
    if (this.#entitlesDivision(block)) return
    const section = this.#sectionOf(text)
    if (section !== undefined) {
      const { rest, ...head } = section
      this.#open.closeUnlabelled(depth)
      this.#sections.push({ ...head, ...own, ...titled(text, section.heading ?? rest) })
      return
    }
    const enumerator = readEnumerator(text)
    if (enumerator !== undefined && this.#open.isWithinMeasure && isInBrackets(enumerator)) {
      this.#enumerations.addPoint(enumerator, titled(text, enumerator.rest))
      return
    }
    const { kind: named, label, place, heading } = this.#labelled(block, enumerator)
    const kind = named ?? (isNumberAlone(text) && this.#isOfGoal(label) ? 'target' : undefined)
    const isNamed = block.isMeasure === true || isCommitment(text)
    if (isNamed) {
      this.#addNamed(text, { ...(label !== undefined && { label }), heading }, own)
      return
    }
    const isMeasure = kind !== undefined && measureKinds.has(kind)
    if (kind === undefined && label === undefined && this.#open.entitle(text)) return
    if (isMeasure) this.#open.closeUnlabelled(depth)
    if (kind === 'annex') this.#open.closeForAnnex()
    this.#open.push({
      level: isMeasure ? 'measure' : 'division',
      ...(kind !== undefined && { kind }),
      ...(label !== undefined && { label }),
      ...(place !== undefined && { place }),
      ...(heading !== '' && { heading }),
      ...printedAs(text, heading),
      ...own,
      rank: isMeasure ? measureRank : depth,
    })
    this.#open.counting.beginDivision()
    if (kind === 'article') countOfLaw(this.#open, { kind, ...(label !== undefined && { label }) })
    if ((kind === 'article' || kind === 'annex') && heading === '') this.#open.awaitTitle()
  }

  #sectionOf(text: string): MeasureStart | undefined {
    if (this.#isInSections) return sectionOfHeading(text)
    return this.#hasNumberedSections ? numberedSection(text) : undefined
  }

  /** `## PRELIMINARY` right below `## CHAPTER I` is its heading. */
  #entitlesDivision({ text, depth }: { readonly text: string; readonly depth: number }): boolean {
    const { last } = this.#open
    const isBare =
      last.level === 'division' &&
      last.kind !== undefined &&
      last.label !== undefined &&
      last.heading === undefined &&
      last.paragraphs.length + last.parts.length + last.rows.length === 0
    if (!isBare || !(depth === last.rank || !/\p{Ll}/u.test(text)) || depth < last.rank)
      return false
    const { kind, label } = readHeadingLabel(text)
    if (kind !== undefined || label !== undefined || this.#sectionOf(text) !== undefined)
      return false
    this.#open.awaitTitle()
    return this.#open.entitle(text)
  }

  /** What is to be done and bears its label: `Commitment 3: Share`, `Performance Goal 1.1.1:`. */
  #addNamed(text: string, { label, heading }: PrintedLabel, own: Pick<Head, 'id'>): void {
    const number = heading === '' ? text : text.slice(0, text.length - heading.length)
    const place = withoutJoint(number)
    this.#open.push({
      level: 'measure',
      ...(label !== undefined && { label, place }),
      ...titled(text, heading),
      ...own,
      rank: measureRank,
    })
  }

  /** The number and the heading of a heading, which may be counted as a paragraph is. */
  #labelled(
    { text, isAroundLaw }: Pick<TextBlock & { kind: 'heading' }, 'text' | 'isAroundLaw'>,
    enumerator: Enumerator | undefined,
  ): PrintedLabel {
    const read =
      headingOf(chineseArticle(text) ?? besideArticles(text)) ??
      (isAroundLaw ? readPrintedLabel(text) : readHeadingLabel(text))
    const isNone = read.kind === 'article' && !this.#hasLaw && !countsOnOfLaw(this.#open, read)
    if (isNone) return { heading: text }
    if (read.label !== undefined || enumerator === undefined || !isInBrackets(enumerator)) {
      return read
    }
    return { label: enumerator.label, heading: enumerator.rest }
  }

  /** Whether a number goes on from that of a goal. */
  #isOfGoal(label = ''): boolean {
    const goal = this.#open.all.find(({ kind }) => kind === 'goal')?.label
    return goal !== undefined && label.startsWith(`${goal}.`)
  }

  /** A line that is the heading of a division; `false` where it is none. */
  addLine(text: string): boolean {
    const chinese = chineseDivision(text)
    if (chinese !== undefined) {
      const rank = chineseRanks[chinese.kind as keyof typeof chineseRanks]
      this.#pushDivision({ ...chinese, ...titled(text, chinese.heading), rank })
      return true
    }
    const listed = listedIn(this.#open, text)
    if (listed?.isHeading === true) {
      const { label, rest } = listed
      this.#open.counting.count({ style: '一、', number: Number(label) })
      this.#pushDivision({ label, ...titled(text, rest), rank: listedRank })
      return true
    }
    const division = lineDivision(text)
    if (division === undefined) return false
    const { word, ...head } = division
    const rank = lineRank(word, () => this.#orderOf(word))
    if (head.kind === 'annex') this.#open.closeForAnnex()
    this.#pushDivision({ ...head, ...titled(text, head.heading ?? ''), rank })
    if (head.heading === undefined) this.#open.awaitTitle()
    return true
  }

  /** How many other words for divisions stood before this one: what comes first is larger. */
  #orderOf(word: string): number {
    if (!this.#words.includes(word)) this.#words.push(word)
    return this.#words.indexOf(word)
  }

  #pushDivision(head: Omit<Head, 'level'>): void {
    this.#open.counting.beginDivision()
    this.#open.push({ level: 'division', ...head })
  }
}

/** Whether no word stands before its number: `Objective 1.1` below goal 1 holds measures. */
function isNumberAlone(text: string): boolean {
  return /^[\dA-Z]/u.test(text) && readMark(text) === undefined
}

/** `Commitment 3: …`: what is to be done, which no kind is called by. */
function isCommitment(text: string): boolean {
  const { name = '', kind } = readMark(text) ?? {}
  return kind === undefined && isMeasureWord(name) && name !== 'initiative'
}

function headingOf(
  article: (Omit<PrintedLabel, 'heading'> & { heading?: string; rest: string }) | undefined,
): PrintedLabel | undefined {
  if (article === undefined) return undefined
  const { rest, heading = rest, ...head } = article
  return { ...head, heading }
}

function titled(text: string, heading: string): Pick<Head, 'heading' | 'printed'> {
  return { ...(heading !== '' && { heading }), ...printedAs(text, heading) }
}

/** `number` without what joins it to the words behind it. */
function withoutJoint(number: string): string {
  let end = number.length
  while (end > 0 && /[\s.:：—–-]/u.test(number.charAt(end - 1))) end -= 1
  return number.slice(0, end)
}
