import type { Part } from '../../core/official/outline.ts'
import { chineseAnnex, chineseArticle } from '../labels/chineseLabel.ts'
import { koreanArticle, koreanDivision } from '../labels/koreanLabel.ts'
import {
  readMark,
  readPrintedLabel,
  type LabelMark,
  type PrintedLabel,
} from '../labels/printedLabel.ts'
import { isOnlyOne, readOrdinal } from '../labels/ordinals.ts'
import { readSupplement } from '../labels/supplement.ts'
import { countedNumber } from './numbers/countedNumber.ts'

/** What a measure begins with. */
export interface MeasureStart extends Pick<Part, 'kind' | 'label' | 'place' | 'heading'> {
  readonly rest: string
  /** Whether its number may as well be the beginning of a sentence: `Article 6 AI Act obligations need guidance.` */
  readonly isUnmarked?: boolean
}

/** `Section 2.`, `SEC. 2.`, `Sec. 22757.10.`, `§ 12.`: the words in small letters, or all in capitals. */
const worded =
  /^(?:(?:Section|SECTION|Sec|SEC)(?:\.\s*|\s+(?:\.\s*)?)|§{1,2}\s*)(\d+(?:[A-Z]{0,2}|[a-z])(?:[.-]\d+[A-Za-z]?)*)\s*(?:(?:\.(?!\d)|[:—]|--)\s*|$)/u
/** Sections of a code have its numbers alone: `22757.11.`, `6-1-1701.`. */
const ofCode =
  /^(\d{3,6}\.\d{1,4}|\d{1,3}(?:-\d{1,4}){1,3}(?:\.\d{1,4})?)\.(?:\s+(?=[\p{Lu}(“"])|\s*$)/u

/** The measure that a paragraph begins: `Sec. 2. Policy. …`, `第三条 …`, `Article 5. …`. */
export function measureStart(text: string): MeasureStart | undefined {
  const section = sectionStart(text)
  if (section !== undefined) return section
  const chinese = chineseArticle(text)
  if (chinese !== undefined) return chinese
  const korean = koreanArticle(text)
  if (korean !== undefined) return korean
  const mark = readMark(text)
  if (mark?.kind === 'article' && beginsArticle(mark)) return articleStart(mark)
  return besideArticles(text)
}

/** `Article 5`, and no sentence that speaks of it: `Article 5 of the Act`, `Art. 5 Abs. 2 …`. */
function beginsArticle({ word, label, joint, rest, isBehind }: LabelMark): boolean {
  if (isBehind !== true && /^\p{Ll}/u.test(word)) return false
  if (!/^(?:\d|[IVXLC]+$|[LRDA]\d)/u.test(label)) return false
  return joint !== '' || !(/^\p{Ll}/u.test(rest) || withinParagraph.test(rest))
}

function articleStart({ label, joint, rest, place }: LabelMark): MeasureStart {
  const head = { kind: 'article', label, ...(place !== undefined && { place }) } as const
  if (isTitle(rest)) return { ...head, heading: rest, rest: '' }
  const isUnmarked = joint === '' && rest !== ''
  return { ...head, rest, ...(isUnmarked && { isUnmarked }) }
}

/** `Disposición adicional primera. Régimen …`: what stands behind the articles and is counted by itself, labelled by its initials. */
export function besideArticles(text: string): MeasureStart | undefined {
  const [before = '', noun = '', sort = ''] =
    /^(Disposici[oó]n|DISPOSICI[OÓ]N) (\p{Ll}{5,12}|\p{Lu}{5,12})(?: |(?=\.))/u.exec(text) ?? []
  if (before === '') return undefined
  const behind = text.slice(before.length)
  const word = /^\p{L}{5,9}/u.exec(behind)?.[0] ?? ''
  const counted = isOnlyOne(word) ? { number: 1, length: word.length } : readOrdinal(behind)
  const digits = /^\d{1,3}/u.exec(behind)?.[0]
  const length = counted?.length ?? digits?.length ?? 0
  const [joint] = /^(?:\.?[ªa](?=[.:\s]))?\s?(?:[.:–—-]+\s*|$)/u.exec(behind.slice(length)) ?? []
  if (joint === undefined) return undefined
  const number = counted?.number ?? digits ?? ''
  const label = `${noun.charAt(0)}${sort.charAt(0)}${String(number)}`.toUpperCase()
  const place = text.slice(0, before.length + length).trim()
  return { kind: 'article', label, place, ...withHeading(behind.slice(length + joint.length)) }
}

/** `Abs. 2`: what German names within an article or a paragraph. */
const withinParagraph = /^(?:Abs|Absatz|Satz|Nr|Nummer|Ziff|Ziffer|Buchst|Buchstabe)(?:\.|\s|$)/u

/** The section that `text` begins. */
function sectionStart(text: string): MeasureStart | undefined {
  const mark = worded.exec(text) ?? ofCode.exec(text)
  if (mark === null) return titledSection(text) ?? sectionBehind(text)
  return { kind: 'section', label: mark[1] ?? '', ...withHeading(text.slice(mark[0].length)) }
}

/** `3 § Den som …`, `2/A. § (1) …`. */
function sectionBehind(text: string): MeasureStart | undefined {
  const { isBehind, word, label, rest } = readMark(text) ?? {}
  if (isBehind !== true || word !== '§' || label === undefined || rest === undefined)
    return undefined
  if (/^\p{Ll}/u.test(rest)) return undefined
  return { kind: 'section', label, ...(isTitle(rest) ? { heading: rest, rest: '' } : { rest }) }
}

/** `§ 1a Begriffe`, `§ 7.2 Reports.`, `Sec. 7.2  Reports.`: no mark parts its number from its heading, which is all of its line, or of which a stop does that in codes. */
function titledSection(text: string): MeasureStart | undefined {
  const [whole, label = ''] =
    /^(?:§|Sec\.)\s*(\d+[a-z]?(?:[.-]\d+[a-z]?)*)\s+(?=\S)/u.exec(text) ?? []
  if (whole === undefined) return undefined
  const behind = text.slice(whole.length)
  if (withinParagraph.test(behind)) return undefined
  if (isTitle(behind) || /^[([][^()[\]]{1,60}[)\]]$/u.test(behind)) {
    return { kind: 'section', label, heading: behind, rest: '' }
  }
  const { heading, rest } = withHeading(behind)
  return heading !== undefined && /[.-]/u.test(label)
    ? { kind: 'section', label, heading, rest }
    : undefined
}

/** Whether a text is divided by `Sec. 2.` or `§ 2.`: where it is, `Section 1` above a text is a section, too. */
export function isSectionMark(text: string): boolean {
  return /^(?:(?:Sec\.|SEC\.|§)\s*\d|\d[^§]{0,8}§)/u.test(text) && sectionStart(text) !== undefined
}

/** In capitals, as bills have them. */
const inCapitals = /^((?:[^\p{Ll}.]|\.(?!\s|$)|(?<=\bU\.S)\.(?=\s)){2,300})\.(?:\s+|$)/u
/**
 * A section that bears a number alone, below the heading of a chapter: `1 Short title` in a line of its own, as acts
 * of the Commonwealth print it, and `1107. For …`, as codes do. `number` counts the first, and is missing of the other.
 */
export function bareSection(
  text: string,
): (MeasureStart & { readonly number?: number }) | undefined {
  const [ofCode, code = ''] = /^((?!19|20)\d{4,5})\.\s+(?=[\p{Lu}(“])/u.exec(text) ?? []
  if (ofCode !== undefined) {
    return { kind: 'section', label: code, ...withHeading(text.slice(ofCode.length)) }
  }
  const [whole, label = ''] = /^(\d{1,4}[A-Z]{0,2})\s+(?=\p{Lu})/u.exec(text) ?? []
  const heading = text.slice(whole?.length ?? 0)
  if (whole === undefined || !isTitle(heading)) return undefined
  return { kind: 'section', label, heading, rest: '', number: countedNumber(label) ?? 0 }
}

/** What stands before the first full stop, where that is short. */
const shortTitle = /^(\p{Lu}[^.(]{1,90})\.(?:\s+|$)/u
/** A sentence, and no heading. */
const finiteVerb =
  /\s(?:shall|may|must|will|is|are|was|were|be|has|have|had|means?|takes?|appl(?:y|ies)|provides?|does|do)\s/u

/** The heading that stands before a text in its line, and what is left. */
export function withHeading(text: string): { readonly heading?: string; readonly rest: string } {
  const [whole, heading] = inCapitals.exec(text) ?? shortTitle.exec(text) ?? []
  if (whole === undefined || heading === undefined) {
    return isTitle(text) ? { heading: text.trim(), rest: '' } : { rest: text }
  }
  const rest = text.slice(whole.length)
  // A sentence that is all there is says something; a heading announces it.
  if (rest === '' && finiteVerb.test(heading)) return { rest: text }
  return { heading: heading.trim(), rest }
}

/** Whether `text` may be a heading that stands in a line of its own: short, and no sentence. */
export function isTitle(text: string): boolean {
  return (
    text.length <= 160 &&
    /^[\p{Lu}\p{Script=Han}\d“"‘']/u.test(text) &&
    !/[.;:,!?。；：，、]$|[.。；]\s/u.test(text) &&
    !finiteVerb.test(text)
  )
}

/** A line that is nothing but the heading of a division: `TITLE I—TESTS`, `PART A`, `Part 2—Duties`, `CHAPTER 25.1. Transparency`. */
export interface LineDivision extends Pick<Part, 'kind' | 'label' | 'heading' | 'place'> {
  /** The word that it begins with, in small letters, by which its like are known. */
  readonly word: string
}

/** Divisions that lines are headings of, but for sections, which are measures there. */
const lineKinds: ReadonlySet<string | undefined> = new Set([
  ...['title', 'part', 'chapter', 'annex'],
])
const otherLineWords: ReadonlySet<string> = new Set([
  ...['subtitle', 'subpart', 'subchapter', 'division', 'abschnitt', 'afdeling'],
  ...['seccion', 'seccao', 'secao', 'sezione', 'раздел', 'розділ', 'muc'],
])

/** The division whose heading is `text`. */
export function lineDivision(line: string): LineDivision | undefined {
  if (line.length > 300) return undefined
  // Of an act that another quotes, or that a decree gives.
  const text = line.replace(/^["“«]\s?(?=\p{Lu})/u, '')
  const annexed = chineseAnnex(text) ?? onlyAnnex(text)
  if (annexed !== undefined) return asAnnex(annexed)
  const other = koreanDivision(text)
  if (other !== undefined) return other
  const supplement = readSupplement(text)
  if (supplement !== undefined) return { ...supplement, word: 'annex' }
  const mark = readMark(text)
  if (mark === undefined || !isSetAsHeading(mark)) return undefined
  const { kind, name } = mark
  if (!lineKinds.has(kind) && !otherLineWords.has(name)) return undefined
  const { heading, ...printed } = readPrintedLabel(text)
  const word = kind === 'annex' ? 'annex' : name
  return { ...printed, ...(heading !== '' && { heading }), word }
}

function isSetAsHeading({ word, rest, joint, isBehind }: LabelMark): boolean {
  if (isBehind === true) return rest === '' || isTitle(rest)
  if (!/^(?:\p{Lu}+|\p{Lu}\p{Ll}+)$/u.test(word)) return false
  return rest === '' || !/\p{Ll}/u.test(rest) || (joint !== '' && isTitle(rest.trim()))
}

/** `ANNEX`, `Annex: List of robots`. */
function onlyAnnex(text: string): PrintedLabel | undefined {
  const printed = readPrintedLabel(text)
  if (printed.kind !== 'annex' || printed.label !== undefined) return undefined
  const { heading } = printed
  return /^\p{Lu}/u.test(text) && (heading === '' || isTitle(heading)) ? printed : undefined
}

function asAnnex({ heading, ...printed }: PrintedLabel): LineDivision {
  return { ...printed, ...(heading !== '' && { heading }), word: 'annex' }
}
