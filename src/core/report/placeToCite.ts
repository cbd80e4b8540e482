import {
  citationOf,
  keyStyles,
  styleBehindWords,
  type CitationStyle,
  type CitingFormat,
} from '../citation/citationForm.ts'
import { groupParts } from '../citation/citationText.ts'
import { formatCitation } from '../citation/format.ts'
import { placeBefore } from '../citation/sentenceName.ts'
import type { Provision } from '../corpus/provision.ts'
import { placeAt } from '../markdown/prose.ts'
import { sentencePlaceBehind, type SentencePlace } from '../text/sentencePlace.ts'
import type { Span } from '../text/span.ts'
import { besideIn } from './citingFormat.ts'
import { proseAround, type Report } from './report.ts'
import { wideBracketsAround, type WideBrackets } from './wideBrackets.ts'

/** A place in running text, outside of all brackets of citations. */
export interface PlaceToCite {
  /** What a citation there replaces. */
  readonly span: Span
  /** The text that cites provisions there. */
  readonly cite: (provisions: readonly Provision[]) => string
}

/**
 * How provisions are cited in place of `replaced`, as the sentence before it wants it. A *see* right
 * before is taken into their brackets, unless the style asks for the narrative form. Full-width brackets
 * of a group, which Pandoc does not read, become its own.
 */
export function placeToCite(
  report: Report,
  replaced: Span,
  format: CitingFormat,
  suppressAuthor = false,
): PlaceToCite {
  const wide = keyStyles.has(format.style) ? wideBracketsAround(report, replaced) : undefined
  if (wide !== undefined) return inPlaceOf(wide, format, suppressAuthor)
  const { place, said } = sentenceAt(report, replaced)
  const style =
    said !== undefined && place.kind !== 'work' ? styleBehindWords(format.style) : format.style
  const see = takesSee(style) && place.kind === 'see' ? place : undefined
  const span = { start: replaced.start - (see?.reach ?? 0), end: replaced.end }
  const gap = see?.isApart === true ? ' ' : ''
  const { before, after } = besideIn(report, span.start, span.end)
  const stand = { place: place.kind, said, prefix: see?.words, suppressAuthor }
  const options = { ...format, ...stand, before: before + gap, after }
  return { span, cite: (provisions) => gap + formatCitation(provisions, style, options) }
}

/** A place in a sentence. */
interface InSentence {
  /** What the sentence wants there. */
  readonly place: SentencePlace
  /** The place of a work that stands right before it: `Article 5` of *Article 5 of*. */
  readonly said?: string | undefined
}

/** What the sentence wants in place of `replaced`; what is no prose is no sentence. */
function sentenceAt(report: Report, { start, end }: Span): InSentence {
  const isProse = placeAt(report.source, report.blocks, start) === 'prose'
  if (!isProse) return { place: { kind: 'within' } }
  const before = textBefore(report, start)
  const after = report.source.slice(end, end + longestJoint)
  const place = sentencePlaceBehind(before, after)
  const said = placeBefore(before)
  const wantsWork = place.kind === 'name' && said !== undefined
  return { place: wantsWork ? { kind: 'work' } : place, said }
}

/** So much behind a place tells whether it is the object of its sentence, in UTF-16 units. */
const longestJoint = 8

/** Brackets that Pandoc reads, in place of full-width ones. */
function inPlaceOf(
  { span, opening }: WideBrackets,
  format: CitingFormat,
  suppressAuthor: boolean,
): PlaceToCite {
  const cite = (provisions: readonly Provision[]): string => {
    const citations = provisions.map((one, at) => ({
      ...citationOf(one, format),
      suppressAuthor: suppressAuthor && at === 0,
    }))
    return `${opening}${groupParts(citations)}]`
  }
  return { span, cite }
}

function takesSee(style: CitationStyle): boolean {
  return keyStyles.has(style) && style !== 'narrative'
}

/** So far before a place its clause is looked for, in UTF-16 units. */
const farthestClause = 400

/** The text of the block before `offset`, without the marks of what contains it. */
function textBefore(report: Report, offset: number): string {
  const prose = proseAround(report, offset)
  const start = Math.max(prose?.start ?? 0, offset - farthestClause)
  return prose === undefined
    ? lineBefore(report.source.slice(start, offset))
    : prose.mask.slice(start - prose.start, offset - prose.start)
}

const marksOfContainers = /^[ \t]*(?:(?:>|[-+*](?=\s)|\d+[.)](?=\s)|\[\^[^\]\s]+\]:)[ \t]*)*/u

/** What stands before a caret that no block reaches yet: the paragraph goes on, or one begins. */
function lineBefore(before: string): string {
  const lines = before.split(/\r\n?|\n/u)
  const last = lines.at(-1) ?? ''
  const marks = marksOfContainers.exec(last)?.[0] ?? ''
  const above = marks.trim() === '' ? (lines.at(-2) ?? '') : ''
  return above.trim() === '' ? last.slice(marks.length) : `${above}\n${last}`
}
