import { blocksHolding } from '../markdown/blocks.ts'
import { fromOutermost } from '../markdown/containers.ts'
import { normaliseLabel } from '../markdown/links.ts'
import type { CitationGroup } from '../pandoc/syntax.ts'
import { frontOf, type Report } from '../report/report.ts'
import { readFrontMatter } from '../text/frontMatter.ts'
import type { Span } from '../text/span.ts'

/** The numbers of the notes in which `groups` are printed; `own` are those of them that get a note of their own. */
export function noteNumbers(
  report: Report,
  groups: readonly CitationGroup[],
  own: readonly CitationGroup[],
): readonly number[] {
  const marks = noteMarks(report)
  const starts = [...own.map(({ span }) => span.start), ...marks.map(({ at }) => at)]
  const notes = starts.toSorted((one, other) => one - other)
  return groups.map((group) => countUpTo(notes, placeOf(report, group, marks)))
}

/** How many of `offsets`, which grow, are not above `most`. */
function countUpTo(offsets: readonly number[], most: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? Infinity) <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the report has a note of its own: `[^label]`, or `^[`, which has no label. */
interface NoteMark {
  readonly label: string
  readonly at: number
}

function noteMarks(report: Report): readonly NoteMark[] {
  const known = marksOf.get(report)
  if (known !== undefined) return known
  const marks = marksIn(report)
  marksOf.set(report, marks)
  return marks
}

const marksOf = new WeakMap<Report, readonly NoteMark[]>()

function marksIn(report: Report): readonly NoteMark[] {
  return blocksHolding(report.blocks, '^').flatMap((block) => {
    const { start } = block.span
    // The label of a footnote is no prose.
    const brackets = report.maskOf(block).matchAll(/\^\[|\[\^\uFFFC+/gu)
    return [...brackets].flatMap(({ index, 0: { length } }) =>
      noteMarkIn(report, start + index, length),
    )
  })
}

function noteMarkIn({ source }: Report, at: number, length: number): readonly NoteMark[] {
  const written = source.slice(at, at + length)
  if (written === '^[') return [{ label: '', at }]
  return written.startsWith('[^') ? [{ label: normaliseLabel(written.slice(2)), at }] : []
}

/** The groups that Pandoc reads, those of a footnote where the text first refers to it. */
export function inPrintedOrder(report: Report): readonly CitationGroup[] {
  const marks = noteMarks(report)
  const listed = nociteSpan(frontOf(report))
  const placed = report.groups
    .filter(({ citations }) => citations.some(({ form }) => form !== 'glued'))
    .filter(({ span }) => listed === undefined || !isWithin(span, listed))
    .map((group) => ({ group, at: placeOf(report, group, marks) }))
  return placed.toSorted((one, other) => one.at - other.at).map(({ group }) => group)
}

/** Where the front matter names what is listed and cited nowhere. */
function nociteSpan(front: string): Span | undefined {
  return readFrontMatter(front)?.fields.find(({ name }) => name === 'nocite')?.valueSpan
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Where `group` is printed: of a footnote where that is first referred to. */
function placeOf(
  report: Report,
  { span: { start } }: CitationGroup,
  marks: readonly NoteMark[],
): number {
  if (marks.length === 0) return start
  const label = footnoteOf(report, start)
  if (label === undefined) return start
  return marks.find((mark) => mark.label === label)?.at ?? start
}

/** The label of the footnote in whose text `offset` is. */
function footnoteOf(report: Report, offset: number): string | undefined {
  const containers = fromOutermost(report.blocks.around(offset)?.container)
  return containers.find(({ kind }) => kind === 'footnote')?.label
}

/** Whether `group` stands in a note of the report, so that it gets none of its own. */
export function isInNote(report: Report, { span: { start } }: CitationGroup): boolean {
  return footnoteOf(report, start) !== undefined || isInInlineNote(report, start)
}

/** Whether a note consists of one paragraph that begins with `group`. */
export function beginsNote(report: Report, { span }: CitationGroup): boolean {
  const block = report.blocks.around(span.start)
  if (block === undefined) return false
  const before = report.source.slice(block.span.start, span.start)
  const label = footnoteOf(report, span.start)
  if (label === undefined || isInInlineNote(report, span.start)) return before.endsWith('^[')
  return /^\s*\[\^[^\]]+\]:\s*$/u.test(before) && !goesOnAfter(report, block.span.end, label)
}

/** Whether the footnote with this label has another paragraph behind the one that ends at `end`. */
function goesOnAfter({ source, blocks }: Report, end: number, label: string): boolean {
  const gap = /^\s*/u.exec(source.slice(end, end + farthestParagraph))?.[0].length ?? 0
  const next = blocks.around(end + gap)
  return fromOutermost(next?.container).some(
    (one) => one.kind === 'footnote' && one.label === label,
  )
}

/** So far behind a paragraph the next one is looked for, in UTF-16 units. */
const farthestParagraph = 1000

/** Whether the brackets of a `^[` before `offset` are open there. */
function isInInlineNote(report: Report, offset: number): boolean {
  const block = report.blocks.around(offset)
  const before = block && report.maskOf(block).slice(0, offset - block.span.start)
  const opening = before?.lastIndexOf('^[') ?? -1
  if (before === undefined || opening === -1) return false
  return depthOf(before.slice(opening)) > 0
}

function depthOf(text: string): number {
  const count = (bracket: string): number => text.split(bracket).length - 1
  return count('[') - count(']')
}
