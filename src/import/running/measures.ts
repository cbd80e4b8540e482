import { chineseListed } from '../labels/chineseLabel.ts'
import { numberOf } from '../../core/text/numerals.ts'
import { readOrdinal } from '../labels/ordinals.ts'
import { goalWords } from '../labels/labelWords.ts'
import { readCode, readMark, readNamedMeasure } from '../labels/printedLabel.ts'
import { lineBreak, type ItemBlock } from './block.ts'
import { countedNumber } from './numbers/countedNumber.ts'
import { readDecimal } from './decimals.ts'
import type { Head } from './draft.ts'
import type { OpenParts } from './openParts.ts'
import { articleRank, isOfLine, itemRank, measureRank } from './ranks.ts'
import { bareSection, isTitle, measureStart } from './sectionMark.ts'
import type { SectionSeries } from './sectionSeries.ts'
import type { TextWhole } from './ahead/upcoming.ts'

/** What is a measure by its name, in a heading, too. */
export const measureKinds: ReadonlySet<string> = new Set([
  ...['article', 'recommendation', 'principle', 'target', 'action', 'subcategory'],
])

/** What is known of the measures of a whole text. */
interface MeasuresOfText extends Pick<TextWhole, 'hasLaw' | 'hasNames' | 'counted'> {
  readonly sections: SectionSeries
}

type Start = Pick<Head, 'kind' | 'label' | 'place' | 'heading'> & { readonly rest: string }

/**
 * Begins the measure of its own that a paragraph begins, `Sec. 2.`, `GOVERN 1.1:`, `一、`: what stands behind its
 * beginning; `undefined` where it begins none. In a text that is no law, articles and sections are measures only where they
 * count from 1 on, as those of a model law do.
 */
export function addMeasure(
  open: OpenParts,
  { sections, hasLaw, hasNames, counted }: MeasuresOfText,
  text: string,
): string | undefined {
  const start =
    lawStart(open, { hasLaw, counted }, text) ??
    codeStart(text) ??
    (hasNames ? namedStart(open, text) : undefined) ??
    listedStart(open, text) ??
    bareStart(open, hasLaw, text) ??
    ordinalStart(open, text)
  if (start === undefined) return undefined
  const { rest, ...head } = start
  countOfLaw(open, head)
  const printed = text.slice(0, text.length - rest.length).trim()
  if (head.kind === 'section') sections.push({ ...head, printed })
  else {
    const rank = head.kind === 'article' ? articleRank : measureRank
    open.push({ level: 'measure', ...head, printed, rank })
  }
  if (head.heading === undefined && rest === '') open.awaitTitle()
  return rest
}

/** `Section 2.`, `Article 5`; where a sentence may begin with its words, `Article 6 AI Act …`, only if it goes on counting. */
function lawStart(
  open: OpenParts,
  { hasLaw, counted }: Pick<TextWhole, 'hasLaw' | 'counted'>,
  text: string,
): Start | undefined {
  const start = measureStart(text)
  if (start === undefined) return undefined
  const { isUnmarked = false, ...head } = start
  if (!hasLaw) {
    const isSpokenOf = /^[A-Z]/u.test(text) && !counted.has(head.kind ?? '')
    return !isSpokenOf && countsOnOfLaw(open, head) ? head : undefined
  }
  return isUnmarked && isCounted(open, head) && !countsOnOfLaw(open, head) ? undefined : head
}

type Counted = Pick<Head, 'kind' | 'label'>

/** An article or section, from which others go on. */
export function countOfLaw(open: OpenParts, head: Counted): void {
  const { kind } = head
  if (kind === 'article' || kind === 'section') {
    open.counting.count({ style: kind, number: numberIn(head) })
  }
}

/** Whether an article or section goes on from the one before it, or is the first. */
export function countsOnOfLaw(open: OpenParts, head: Counted): boolean {
  return open.counting.countsOn(head.kind ?? '', numberIn(head))
}

function isCounted(open: OpenParts, { kind }: Counted): boolean {
  return kind !== undefined && open.counting.isCounted(kind)
}

/** Where it is counted; 0 for what is counted neither by digits nor by Roman numbers. */
function numberIn({ label = '' }: Counted): number {
  return countedNumber(label) ?? numberOf(label) ?? 0
}

/** `GOVERN 1.1: Legal …`, `GV-1.1-001 Align …`. */
function codeStart(text: string): Start | undefined {
  const code = readCode(text)
  if (code?.kind === undefined || !measureKinds.has(code.kind)) return undefined
  const { heading, ...head } = code
  return { ...head, rest: heading }
}

/** `Recommendation 1: …`; in a law words of what they stand in. */
function namedStart(open: OpenParts, text: string): Start | undefined {
  const named = open.isWithinLaw ? undefined : readNamedMeasure(text)
  if (named === undefined) return undefined
  const { heading, ...head } = named
  return isTitle(heading) ? { ...head, heading, rest: '' } : { ...head, rest: heading }
}

/** A section without a word, below a line that is the heading of a division. */
function bareStart(open: OpenParts, hasLaw: boolean, text: string): Start | undefined {
  const isWithinLines = open.all.some(({ rank }) => isOfLine(rank))
  const excerpt = isWithinLines && hasLaw ? firstOfExcerpt(open, text) : undefined
  if (excerpt !== undefined) return excerpt
  const section = isWithinLines ? bareSection(text) : undefined
  if (section === undefined) return undefined
  const { number, ...start } = section
  if (number === undefined) return hasLaw ? start : undefined
  if (!open.counting.countsOn('1 Short title', number)) return undefined
  open.counting.count({ style: '1 Short title', number })
  return start
}

/** `19. (1) The Bill …`, `19.—(1) …`: of an act that is not whole, or whose parts count through. */
function firstOfExcerpt(open: OpenParts, text: string): Start | undefined {
  const [whole, label = ''] = /^(\d{1,4}[A-Z]{0,2})\.(?:\s?—\s?|\s+)(?=\(1\)\s)/u.exec(text) ?? []
  const number = countedNumber(label)
  const style = 'before a stop digit'
  if (whole === undefined || number === undefined) return undefined
  const isBesideOther = open.all.some((one) => one.kind === 'section' && one.reading === undefined)
  const begins = open.counting.isCounted(style)
    ? isBesideOther && open.counting.countsOn(style, number)
    : number > 1
  if (!begins) return undefined
  open.counting.count({ style, number })
  return { kind: 'section', label, rest: text.slice(whole.length) }
}

/** `PRIMERO.- Esta Ley …`, `Segundo. …`: what the supplement of a law counts in words. */
function ordinalStart(open: OpenParts, text: string): Start | undefined {
  const supplement = open.all.find(({ kind, place }) => kind === 'annex' && place !== undefined)
  const ordinal = supplement === undefined ? undefined : readOrdinal(text)
  if (ordinal === undefined) return undefined
  const [joint] = /^\s?(?:[.:]\s?[–—-]?|[–—-])\s+/u.exec(text.slice(ordinal.length)) ?? []
  if (joint === undefined || !/^\p{Lu}/u.test(text)) return undefined
  return {
    kind: 'article',
    label: String(ordinal.number),
    rest: text.slice(ordinal.length + joint.length),
  }
}

/** `一、` before a sentence. */
function listedStart(open: OpenParts, text: string): Start | undefined {
  const listed = listedIn(open, text)
  if (listed === undefined) return undefined
  open.counting.count({ style: '一、', number: Number(listed.label) })
  return { label: listed.label, rest: listed.rest }
}

/** `一、`, where it goes on counting, or begins to. */
export function listedIn(open: OpenParts, text: string): ReturnType<typeof chineseListed> {
  const listed = open.isWithinLaw ? undefined : chineseListed(text)
  const number = Number(listed?.label)
  return number === 1 || open.counting.countsOn('一、', number) ? listed : undefined
}

/** Begins the measure that an item of a list is: labelled as its words are, else by its number. */
export function addItem(
  open: OpenParts,
  { text, depth, number, printed: mark = `${number ?? ''}.` }: ItemBlock,
): void {
  const words = text.replaceAll(lineBreak, ' ')
  const rank = itemRank + depth
  open.close(rank)
  const labelled = namedItem(words) ?? decimalItem(open, words)
  if (labelled === undefined) {
    const counted = number !== undefined && { label: number, printed: mark }
    open.push({ level: 'measure', ...counted, rank })
    open.last.paragraphs.push(words)
    return
  }
  const { rest, ...head } = labelled
  const printed = words.slice(0, words.length - rest.length).trim()
  open.push({ level: 'measure', ...head, printed, rank })
  open.last.paragraphs.push(rest)
}

/** `Action 1: Train teachers`, `Objective 1.1: Train teachers`. */
function namedItem(words: string): Start | undefined {
  const { heading: rest = '', ...head } = readNamedMeasure(words) ?? goalItem(words) ?? {}
  return rest === '' ? undefined : { ...head, rest }
}

/** What divides a plan elsewhere, where it is an item. */
function goalItem(
  words: string,
): (Pick<Head, 'label' | 'place'> & { heading: string }) | undefined {
  const mark = readMark(words)
  if (mark === undefined || !goalWords.has(mark.name) || mark.joint === '') return undefined
  return { label: mark.label, place: `${mark.word} ${mark.label}`, heading: mark.rest }
}

/** `1.1 Meter homes`: below 1, as the first of a list, or beside another of these. */
function decimalItem(open: OpenParts, words: string): Start | undefined {
  const { label, above, number, rest } = readDecimal(words) ?? {}
  if (label === undefined || rest === undefined) return undefined
  const isBelow = open.all.some((draft) => draft.label === above)
  const isBeside = open.last.parts.some((draft) => draft.label?.startsWith(`${above}.`))
  if (!isBelow && !isBeside && number !== 1) return undefined
  const isTarget = open.all.some((draft) => draft.kind === 'goal' && draft.label === above)
  return { ...(isTarget && { kind: 'target' }), label, rest }
}
