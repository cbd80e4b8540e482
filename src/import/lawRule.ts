import type { Part } from '../core/official/outline.ts'
import { numberOf } from '../core/text/numerals.ts'
import { isNotesHeading } from './notesAndContents.ts'

/** A part of a document, as far as it shows whether that is a law. */
export interface PartOfLaw extends Pick<Part, 'level' | 'kind' | 'label' | 'heading'> {
  readonly parts: readonly PartOfLaw[]
  /** The rows of tables that are parts of it, too. */
  readonly rows?: readonly unknown[]
}

/** Whether any of `parts`, or of what they hold, is an article, or a section that is a measure. */
export function hasMeasuresOfLaw(part: PartOfLaw): boolean {
  return isMeasureOfLaw(part) || part.parts.some(hasMeasuresOfLaw)
}

/**
 * Whether the articles and sections among `parts` make a law of the document. A law counts them from 1 on, before it
 * has as many measures of other sorts; an excerpt has hardly any others. A plan that quotes an article or two, or has a
 * model law in an annex, is none.
 */
export function isLaw(parts: readonly PartOfLaw[]): boolean {
  const own = countsIn(parts, false)
  const { numbers, within, beside, before } =
    own.numbers.length + own.beside > 0 ? own : countsIn(parts, true)
  if (numbers.length === 0 || beside === 0) return numbers.length > 0
  const first = numbers.indexOf(1)
  if (first !== -1 && numbers.includes(2, first)) return before <= numbers.length
  const isSeries = numbers.some((number, at) => at > 0 && number === (numbers[at - 1] ?? 0) + 1)
  if (first !== -1) return numbers.length + within >= beside
  return (isSeries ? numbers.length : 0) + within > beside
}

interface LawCounts {
  /** Those of its articles and sections, in order. */
  readonly numbers: number[]
  /** How many parts these have. */
  within: number
  /** How many measures of other sorts there are. */
  beside: number
  /** How many of these come before the first article or section. */
  before: number
}

function countsIn(parts: readonly PartOfLaw[], hasAnnexes: boolean): LawCounts {
  const counts: LawCounts = { numbers: [], within: 0, beside: 0, before: 0 }
  const addBeside = (count: number): void => {
    counts.beside += count
    if (counts.numbers.length === 0) counts.before += count
  }
  const count = (part: PartOfLaw, isWithin: boolean): void => {
    const isLeftOut = part.kind === 'annex' && !hasAnnexes
    if (isLeftOut || part.kind === 'recital' || isNotesHeading(part.heading)) return
    const isOfLaw = isMeasureOfLaw(part)
    if (isOfLaw) counts.numbers.push(lastNumber(part.label ?? ''))
    else if (isWithin) counts.within += 1
    else if (part.level === 'measure') addBeside(1)
    if (!isWithin && !isOfLaw) addBeside(part.rows?.length ?? 0)
    for (const child of part.parts) count(child, isWithin || isOfLaw || isOfArticle(part))
  }
  for (const part of parts) count(part, false)
  return counts
}

/** Whether a heading says that it is of an article, or several: `Article 5(1a), 5(1b)`, as excerpts have them. */
function isOfArticle({ level, heading = '' }: PartOfLaw): boolean {
  return level === 'division' && /^(?:Articles?|Art\.|Sections?|Sec\.|§) ?\d/u.test(heading)
}

/** Whether it is an article, or a section that is no division. */
export function isMeasureOfLaw({ level, kind }: Pick<Part, 'level' | 'kind'>): boolean {
  return level === 'measure' && (kind === 'article' || kind === 'section')
}

/** 11 for `22757.11`, 5 for `V` and `5a`; 0 where it has no number. */
function lastNumber(label: string): number {
  return numberOf(label) ?? Number(/(\d{1,6})[A-Za-z]{0,9}$/u.exec(label)?.[1] ?? 0)
}
