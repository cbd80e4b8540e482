import type { Part } from '../../core/official/outline.ts'
import { chineseNumerals, numberOf } from '../../core/text/numerals.ts'
import { chineseAnnex } from '../chineseLabel.ts'
import { readPrintedLabel } from '../printedLabel.ts'

/** What a measure begins with. */
export type MeasureStart = Pick<Part, 'kind' | 'label' | 'heading'> & { readonly rest: string }

/** `Section 2.`, `SEC. 2.`, `Sec. 22757.10.`, `§ 12.`: the words in small letters, or all in capitals. */
const worded =
  /^(?:(?:Section|SECTION|Sec|SEC)(?:\.\s*|\s+(?:\.\s*)?)|§{1,2}\s*)(\d+[A-Za-z]?(?:[.-]\d+[A-Za-z]?)*)\s*(?:(?:\.(?!\d)|[:—]|--)\s*|$)/u
/** Sections of a code have its numbers alone: `22757.11.`, `6-1-1701.`. */
const ofCode =
  /^(\d{3,6}\.\d{1,4}|\d{1,3}(?:-\d{1,4}){1,3}(?:\.\d{1,4})?)\.(?:\s+(?=[\p{Lu}(“"])|\s*$)/u
const chineseArticle = new RegExp(`^第([${chineseNumerals}\\d]{1,7})条\\s*`, 'u')
const article =
  /^(?:Article|ARTICLE|Art\.)\s+(\d+-[A-Z]|\d+[a-z]?|[IVXLC]+)(?:\s*[.:—–-]+\s*(?=\S)|\s*(?:[.:]\s*)?$|\s+(?!\p{Ll})(?=\S))/u

/** The measure that a paragraph begins: `Sec. 2. Policy. …`, `第三条 …`, `Article 5. …`. */
export function measureStart(text: string): MeasureStart | undefined {
  const section = sectionStart(text)
  if (section !== undefined) return section
  const chinese = chineseArticle.exec(text)
  const number = numberOf(chinese?.[1] ?? '')
  if (chinese !== null && number !== undefined) {
    return { kind: 'article', label: String(number), rest: text.slice(chinese[0].length) }
  }
  const ofAct = article.exec(text)
  if (ofAct === null) return undefined
  const rest = text.slice(ofAct[0].length)
  return isTitle(rest)
    ? { kind: 'article', label: ofAct[1] ?? '', heading: rest, rest: '' }
    : { kind: 'article', label: ofAct[1] ?? '', rest }
}

/** The section that `text` begins. */
function sectionStart(text: string): MeasureStart | undefined {
  const mark = worded.exec(text) ?? ofCode.exec(text)
  if (mark === null) return undefined
  return { kind: 'section', label: mark[1] ?? '', ...withHeading(text.slice(mark[0].length)) }
}

/** Whether a text is divided by `Sec. 2.` or `§ 2.`: where it is, `Section 1` above a text is a section, too. */
export function isSectionMark(text: string): boolean {
  return /^(?:Sec\.|SEC\.|§)\s*\d/u.test(text) && worded.test(text)
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
  return { kind: 'section', label, heading, rest: '', number: Number.parseInt(label, 10) }
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

const divided =
  /^(TITLE|Title|SUBTITLE|Subtitle|PART|Part|SUBPART|Subpart|CHAPTER|Chapter|SUBCHAPTER|Subchapter|DIVISION|Division|ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule)\s+(?:[IVXLC]+|\d+[A-Z]?(?:[.-]\d+|-[A-Z])*|[A-Z](?:-\d+)?)(\s*(?:[.:—–]|-{1,2})\s*|\s+|$)/u

/** The division whose heading is `text`. */
export function lineDivision(text: string): LineDivision | undefined {
  const annexed = chineseAnnex(text)
  if (annexed !== undefined) return { ...annexed, word: 'annex' }
  const [whole, word = '', mark = ''] = divided.exec(text) ?? []
  if (whole === undefined || text.length > 300) return undefined
  const rest = text.slice(whole.length)
  const isHeading =
    rest === '' || !/\p{Ll}/u.test(rest) || (mark.trim() !== '' && isTitle(rest.trim()))
  if (!isHeading) return undefined
  const { heading, ...printed } = readPrintedLabel(text)
  return { ...printed, ...(heading !== '' && { heading }), word: word.toLowerCase() }
}
