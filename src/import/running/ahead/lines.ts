import { chineseNumerals } from '../../../core/text/numerals.ts'
import { chineseDivision, chineseListed } from '../../labels/chineseLabel.ts'
import { readNamedMeasure, readPrintedLabel } from '../../labels/printedLabel.ts'
import { readSupplement } from '../../labels/supplement.ts'
import { lineBreak } from '../block.ts'
import { follows, readEnumerator, type Enumerator, type Reading } from '../numbers/enumerator.ts'
import { readLawEnumerator } from '../numbers/lawEnumerator.ts'
import { beginsRecitals, endsRecitals } from '../recital.ts'
import { bareSection, isTitle, lineDivision, measureStart } from '../sectionMark.ts'

/** What begins a section or a division, wherever the line before it ends. */
const beginsSection =
  /^(?:(?:SECTION|SEC\.|§) ?\d|(?:TITLE|CHAPTER|PART|ARTICLE|ANNEX) [IVXLC\d]|\d{3,6}\.\d{1,4}\. |(?!19|20)\d{4,5}\. [\p{Lu}(]|\d{1,3}-\d{1,4}-\d{1,4}\. |第\p{Script=Han}{1,6}[条條章节節編编]|第 ?[\d一二三四五六七八九十百]{1,5}(?:-\d{1,3})? ?[條条章節节編编]|\d{1,3}의\d{1,2}\. |[\uff10-\uff19]{1,2}[\u3000 ]|[一二三四五六七八九十]{1,3}[\u3000 ]|[\u30a2-\u30f3][\u3000 ]|（[^（）]{1,40}）$|제\s?\d{1,4}\s?[조편장절관]|[\u2460-\u2473](?![\u2460-\u2473、,]))/u
/** What counts, where the line before it ends with a clause. */
const countsOn =
  /^(?:\([\da-zA-Z]{1,5}\) |[\da-zA-Z]{1,3}\) |\d{1,3}(?:\.\d{1,3})?\. |(?:[a-z]|[ivx]{2,5})\. |（[^（）]{1,4}）|(?:Section|Sec\.) ?\d|\p{Script=Han}{1,3}、|\d{1,3}[．、.])/u
/** What counts in Chinese, where the line before it is no part of a sentence. */
const countsInChinese = new RegExp(
  `^(?:[${chineseNumerals}]{1,4}、(?![${chineseNumerals}]{1,3}、)|[（(][${chineseNumerals}]{1,4}[）)]|\\d{1,3}[．、.]\\s?(?=[\\p{Script=Han}“《]))`,
  'u',
)
/** A bullet that no sentence has. */
const drawnBullet = /^[•●○◦▪▫■□►▶➢➤✓✔◆◇‣⁃∙]\s?\S/u
const endsClause = /(?:[.;:—：；。]|\b(?:and|or))$/u
/** The number of what is named stands in the next line. */
const endsWithWord = /(?:^|\s)(?:sec(?:tion|s)?|art(?:icle|s)?|artikel|nos?|nr|§{1,2})\.?$/iu
/** A sentence goes on in the next line. */
const isOpenInChinese = /[，、第条款项和与或及的]$/u

/** `text` with a mark where a line begins a part, or ends a heading: in plain texts these need no blank line. */
export function withLines(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n').map((line) => line.trim())
  const lists = new Map<string, Reading>()
  let marked = text.slice(0, text.indexOf('\n'))
  for (let at = 1; at < lines.length; at++) {
    const [before = '', line = ''] = [lines[at - 1], lines[at]]
    const enumerator = enumeratorIn(line)
    const isNext = enumerator !== undefined && isInList(enumerator, lists, lines, at)
    const isParted =
      !endsWithWord.test(before) &&
      (isNext ||
        isCaption(before, line, lines[at + 1]) ||
        endsHeading(before, lines[at - 2], line) ||
        beginsAnew(line, before))
    if (enumerator !== undefined && isParted)
      for (const reading of enumerator.readings) lists.set(reading.style, reading)
    marked += (isParted ? lineBreak : '\n') + line
  }
  return marked
}

/** Whether a heading ends with `line`: a label, or the title in the line behind it, unless that goes on. */
function endsHeading(line: string, before: string | undefined, next: string): boolean {
  if (isHeadingAlone(line)) return true
  return isTitleBehind(line, before) && !/^\p{Ll}/u.test(next)
}

function isTitleBehind(line: string, before: string | undefined): boolean {
  return before !== undefined && line.length <= 80 && isHeadingAlone(before) && isTitle(line)
}

function beginsAnew(line: string, before: string): boolean {
  return (
    beginsSection.test(line) ||
    drawnBullet.test(line) ||
    isHeadingAlone(line) ||
    readNamedMeasure(line) !== undefined ||
    (endsClause.test(before) && (countsOn.test(line) || enumeratorIn(line) !== undefined)) ||
    (endsClause.test(before) && measureStart(line) !== undefined) ||
    (isHeadingLine(before) && beginsMarkedMeasure(line)) ||
    (isTitleLine(before) && lineDivision(line) !== undefined) ||
    (isTitle(before) && countsSection.test(line)) ||
    isOfPreamble(line) ||
    isOfPreamble(before) ||
    (countsInChinese.test(line) && !isOpenInChinese.test(before))
  )
}

function enumeratorIn(line: string): Enumerator | undefined {
  const enumerator = readEnumerator(line)
  if (enumerator !== undefined) return enumerator
  const ofLaw = readLawEnumerator(line)
  return ofLaw?.isPlain === true ? undefined : ofLaw
}

/** A line of a heading, as laws print it. */
function isInCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}|[,;]$/u.test(line)
}

/** `Whereas:`, `HAVE ADOPTED THIS REGULATION:`: what stands between the parts of an act's preamble. */
function isOfPreamble(line: string): boolean {
  return line.length <= 120 && (beginsRecitals(line) || (isInCapitals(line) && endsRecitals(line)))
}

function isTitleLine(line: string): boolean {
  return endsClause.test(line) || isHeadingLine(line) || isTitle(line)
}

/** `2. In this Act`, `3.—(1) A body …`. */
const countsSection = /^\d{1,4}[A-Z]{0,2}\.(?:\s?—)?\s?[\p{Lu}(“]/u

/** `Short title` above `2. In this Act`. */
function isCaption(before: string | undefined, line: string, next: string | undefined): boolean {
  if (before === undefined || !endsClause.test(before) || !isTitle(line)) return false
  return next === undefined || countsSection.test(next)
}

/** A line that is a heading and no more, of whatever. */
function isHeadingLine(line: string): boolean {
  if (isInCapitals(line) || lineDivision(line) !== undefined) return true
  return measureStart(line)?.rest === ''
}

/** Whether `line` begins an article or a section, with a mark behind its number or nothing behind it. */
function beginsMarkedMeasure(line: string): boolean {
  const start = measureStart(line)
  return start !== undefined && start.isUnmarked !== true
}

/** How many lines below the first of a list its second may stand. */
const farthest = 12

/** Whether `enumerator` goes on from the one before it of its like, or is the first, and another line goes on from it. */
function isInList(
  { readings }: Enumerator,
  lists: ReadonlyMap<string, Reading>,
  lines: readonly string[],
  at: number,
): boolean {
  if (readings.some((one) => follows([one], lists.get(one.style)) !== undefined)) return true
  const first = readings.find(({ number }) => number === 1)
  if (first === undefined) return false
  return lines
    .slice(at + 1, at + 1 + farthest)
    .some((line) => follows(enumeratorIn(line)?.readings ?? [], first) !== undefined)
}

/** A line that begins a measure, or counts on, is a paragraph of its own, and so is a heading; others belong to the one before. */
export function paragraphsIn(text: string): readonly string[] {
  const paragraphs: string[] = []
  let before: string | undefined
  let isOver = true
  const lines = text.split(lineBreak)
  for (const [at, line] of lines.entries()) {
    if (isOver || beginsPart(line) || isCaption(before, line, lines[at + 1])) paragraphs.push(line)
    else paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`)
    isOver = endsHeading(line, before, '') || isOfPreamble(line)
    before = line
  }
  return paragraphs
}

/** Whether `line` begins a part, wherever it stands. */
export function beginsPart(line: string): boolean {
  return (
    measureStart(line) !== undefined ||
    lineDivision(line) !== undefined ||
    isOfPreamble(line) ||
    chineseDivision(line) !== undefined ||
    chineseListed(line) !== undefined ||
    readNamedMeasure(line) !== undefined ||
    enumeratorIn(line) !== undefined ||
    isSectionOfCode(line)
  )
}

/** `1107. For …`. */
function isSectionOfCode(line: string): boolean {
  const section = bareSection(line)
  return section !== undefined && section.number === undefined
}

/** A line that is but a label, or a heading as Chinese texts have them: `ANNEX`, `Article 5`, `第一章 总则`, `（一）完善制度`. */
function isHeadingAlone(line: string): boolean {
  if (line.length > 60) return false
  if (chineseDivision(line) !== undefined || chineseListed(line)?.isHeading === true) return true
  if (isChinesePoint.test(line)) return true
  // Behind a stop its words go on.
  if (/[.:—–-]$/u.test(line) || !/^[\p{Lu}\p{Script=Han}]/u.test(line)) return false
  const division = lineDivision(line)
  const isAlone = division !== undefined && division.heading === undefined
  if (isAlone || readSupplement(line) !== undefined) return true
  const { kind, heading } = readPrintedLabel(line)
  return kind !== undefined && kind !== 'section' && heading === ''
}

const isChinesePoint = new RegExp(`^[（(][${chineseNumerals}]{1,4}[）)][^，。；：、]{2,24}$`, 'u')
