import type { Citation } from '../../pandoc/syntax.ts'
import { drawsColumns } from '../../markdown/pandocBlocks/drawnColumns.ts'
import type { Report } from '../../report/report.ts'
import type { Span } from '../../text/span.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { citedTogether } from './citedTogether.ts'
import { commentEdits } from './ownComments.ts'
import {
  readTogether,
  staysAsWritten,
  suffixText,
  type Placing,
  type ReadPlaces,
} from './placedCitations.ts'
import { suffixMarkdown } from './suffixMarkdown.ts'

/** What puts the places of a report in its Markdown. */
export interface PlacedEdits {
  /** None of them overlaps another. */
  readonly edits: readonly TextEdit[]
  /** Citations that stay, since the columns of their table are where they are by the length of what stands in them. */
  readonly inColumns: readonly Citation[]
}

/** The edits by which the report of `placing` says the same as with the Lua filter, in Pandoc's Markdown. */
export function placedEdits(placing: Placing): PlacedEdits {
  const { report } = placing
  const together = report.groups
    .flatMap((group) => citedTogether(report.source, group))
    .map((citations) => ({ citations, edits: editsOf(readTogether(citations, placing), placing) }))
    .filter(({ edits }) => edits.length > 0)
  const isFixed = ([first]: readonly Citation[]): boolean =>
    first !== undefined && drawsColumns(report.source, blockStart(report, first))
  const edits = together.flatMap((one) => (isFixed(one.citations) ? [] : one.edits))
  const comments = commentEdits(report).filter(
    ({ span }) => !edits.some((one) => touches(one.span, span)),
  )
  return {
    edits: [...edits, ...comments],
    inColumns: together.flatMap(({ citations }) =>
      isFixed(citations) ? citations.slice(0, 1) : [],
    ),
  }
}

function blockStart({ blocks }: Report, { span: { start } }: Citation): number {
  return blocks.around(start)?.span.start ?? start
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function editsOf(group: readonly ReadPlaces[], placing: Placing): readonly TextEdit[] {
  const isSplit = placing.style.isOneBracket && group.some(({ placed }) => hasPlace(placed))
  return group.flatMap((read, at) => {
    const next = group[at + 1]
    const isApart = next !== undefined && isSplit && startsBracket(read, next)
    const own = isMoved(read, placing) ? moved(read, next, isApart, placing) : []
    return isApart ? [...own, bracketBetween(read, next, placing)] : own
  })
}

function hasPlace({ work, places, citation }: ReadPlaces['placed']): boolean {
  return work !== undefined && (places.length > 0 || work.id !== citation.key)
}

/** One with a place stands alone, others as they stand together. */
function startsBracket(before: ReadPlaces, next: ReadPlaces): boolean {
  return hasPlace(before.placed) || hasPlace(next.placed)
}

function isMoved({ placed }: ReadPlaces, { style }: Placing): boolean {
  return !staysAsWritten(placed, style)
}

/** The key of the work, and the suffix that the style wants, in place of what said so. */
function moved(
  read: ReadPlaces,
  next: ReadPlaces | undefined,
  isApart: boolean,
  placing: Placing,
): readonly TextEdit[] {
  const { placed, last, end } = read
  const { citation, work } = placed
  const key = { span: citation.keySpan, text: work?.id ?? citation.key }
  const start = citation.keySpan.end + (citation.braced ? 1 : 0)
  const suffix = suffixIn(read, placing)
  if (citation.form === 'bracketed') return [key, { span: { start, end }, text: suffix }]
  if (last.suffixSpan !== undefined || last.form === 'bracketed')
    return [key, { span: { start, end }, text: ` [${suffix}` }]
  if (suffix === '') return [key]
  // Brackets behind it that cite more are those of its place, too.
  const isOpen = next !== undefined && !isApart
  const text = ` [${suffix}${isOpen ? '; ' : `]${behindBrackets(end, placing)}`}`
  return [key, { span: { start, end: isOpen ? startOf(next.placed.citation) : end }, text }]
}

function suffixIn({ placed }: ReadPlaces, { report, style, language }: Placing): string {
  const isMetadata = report.blocks.around(placed.citation.span.start)?.kind === 'frontMatter'
  return suffixMarkdown(suffixText(placed, style, language), isMetadata)
}

/** What keeps brackets that end at `end` from being those of a link or a span. */
function behindBrackets(end: number, { report: { source } }: Placing): string {
  return /[[({]/u.test(source.charAt(end)) ? nothing : ''
}

function startOf({ prefixSpan, span }: Citation): number {
  return (prefixSpan ?? span).start
}

/** What ends the bracket of one and begins that of the next: a blank, or nothing where they stand above the line. */
function bracketBetween(read: ReadPlaces, next: ReadPlaces, placing: Placing): TextEdit {
  const { form, suffixSpan, span } = read.last
  const isBare = form === 'narrative' && suffixSpan === undefined
  // Without a place of its own the brackets behind it would be its own again.
  const hasOwn = isBare && isMoved(read, placing) && suffixIn(read, placing) !== ''
  const isOpen = isBare && !hasOwn
  const between = placing.style.isRaised ? nothing : ' '
  return {
    span: { start: span.end, end: startOf(next.placed.citation) },
    text: `${isBare ? '' : ']'}${isOpen && between === ' ' ? nothing : ''}${between}[`,
  }
}

/** Brackets that touch would be those of a link, and those behind a key its own. */
const nothing = '<!-- -->'
