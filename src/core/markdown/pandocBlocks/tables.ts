import { graveAccent, skipSpaces, verticalBar } from '../../text/characters.ts'
import { type Line, linesWithin } from '../../text/lines.ts'
import { addAll } from '../../text/lists.ts'
import type { Span } from '../../text/span.ts'
import { behindMark, MarkerRuns } from '../markerRuns.ts'
import { OwnTextDraft, type OwnText } from './ownText.ts'

/** The cells of a table, or the lines of a line block, in order. */
export interface Cells {
  readonly texts: readonly OwnText[]
  /** Whether blocks stand in them, as in those of a grid table, or only text. */
  readonly holdBlocks: boolean
}

/** A table with more columns is read as one text, so that none costs more than its length many times. */
const mostColumns = 30

/** Without its blanks. */
const pipeRule = /^\|?:?-+:?(?:[|+]:?-+:?)*\|?$/
const barAtStart = /^[ \t]*\|(?:[ \t]|$)/
const gridRule = /^[ \t]*\+(?:[-=:]+\+)+[ \t]*$/

/**
 * The cells of the paragraph `text`, where it is a table whose cells `|` parts (Pandoc manual,
 * "Extension: pipe_tables", "grid_tables") or a line block; `undefined` where it is none. Linear.
 */
export function findCells(text: string): Cells | undefined {
  const bar = text.indexOf('|')
  if (bar === -1) return undefined
  const lines = linesWithin(text, { start: 0, end: text.length })
  const [first = '', second = ''] = lines
    .slice(0, 2)
    .map(({ start, end }) => text.slice(start, end))
  if (gridRule.test(first)) return { texts: gridCells(text, lines), holdBlocks: true }
  const isPipe =
    first.includes('|') && /[|+]/.test(second) && pipeRule.test(second.replace(/[ \t]/g, ''))
  if (isPipe) return { texts: lines.flatMap((line) => pipeCells(text, line)), holdBlocks: false }
  if (!barAtStart.test(first)) return undefined
  return { texts: lineBlockTexts(text, lines), holdBlocks: false }
}

/**
 * The lines of a line block, each with those that go on with it (Pandoc manual, "Extension: line_blocks"),
 * and what stands behind the block, which is a paragraph.
 */
function lineBlockTexts(text: string, lines: readonly Line[]): readonly OwnText[] {
  const margin = skipSpaces(text, 0, text.length)
  const texts: Span[][] = []
  for (const [index, line] of lines.entries()) {
    const last = texts.at(-1)
    const behindBar = lineOfBlock(text, line, margin)
    if (behindBar !== undefined) texts.push([behindBar])
    else if (last !== undefined && goesOn(text, line, margin, last)) last.push(line)
    else {
      texts.push(lines.slice(index).map(withoutNext))
      break
    }
  }
  return texts.map((pieces) => cellOf(text, pieces))
}

/** What stands behind the bar of a line that begins with one, no further right than the first. */
function lineOfBlock(text: string, { start, end }: Line, margin: number): Span | undefined {
  const bar = skipSpaces(text, start, end)
  if (bar - start > margin || !barAtStart.test(text.slice(bar, end))) return undefined
  return { start: skipSpaces(text, bar + 1, end), end }
}

/** Whether `line` goes on with the one before: further right than the bar, behind which something stands. */
function goesOn(
  text: string,
  { start, end }: Line,
  margin: number,
  [first]: readonly Span[],
): boolean {
  const isEmpty = first === undefined || first.start === first.end
  return !isEmpty && skipSpaces(text, start, end) - start > margin
}

/** The cells of one row. */
function pipeCells(text: string, { start, end }: Line): readonly OwnText[] {
  const edges = [start - 1, ...barsIn(text, start, end), end]
  return edges.slice(1).map((edge, index) => {
    const draft = new OwnTextDraft(text)
    draft.take((edges[index] ?? start) + 1, edge)
    return draft
  })
}

/** Where the bars of a row stand that are neither escaped nor in code. */
function barsIn(text: string, start: number, end: number): readonly number[] {
  const row = text.slice(start, end)
  const runs = new MarkerRuns(row, graveAccent)
  const bars: number[] = []
  for (let at = 0; at < row.length; at = behindMark(row, at, runs)) {
    if (row.charCodeAt(at) === verticalBar) bars.push(start + at)
  }
  return bars
}

/** The cells between the rules of a grid table. */
function gridCells(text: string, lines: readonly Line[]): readonly OwnText[] {
  const cells: OwnText[] = []
  let columns = 0
  let row: Line[] = []
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    if (!gridRule.test(content)) {
      row.push(line)
      continue
    }
    addAll(cells, gridRow(text, row, columns))
    columns = content.split('+').length - 2
    row = []
  }
  return [...cells, ...gridRow(text, row, columns)]
}

/** The cells of the lines between two rules: one for each column, or one where cells span columns. */
function gridRow(text: string, row: readonly Line[], columns: number): readonly OwnText[] {
  if (row.length === 0) return []
  const pieces = row.map((line) => piecesOf(text, line))
  const isRegular = columns <= mostColumns && pieces.every(({ length }) => length === columns)
  if (!isRegular) return [cellOf(text, row.map(withoutNext))]
  return Array.from({ length: columns }, (_, column) =>
    cellOf(
      text,
      pieces.flatMap((line) => line[column] ?? []),
    ),
  )
}

function withoutNext({ start, end }: Line): Span {
  return { start, end }
}

/** What stands between the bars of a line. */
function piecesOf(text: string, { start, end }: Line): readonly Span[] {
  const bars: number[] = []
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === verticalBar) bars.push(at)
  return bars.slice(1).map((bar, index) => ({ start: (bars[index] ?? start) + 1, end: bar }))
}

/** The cell of which `pieces` are the lines, without the blank that stands before each. */
function cellOf(text: string, pieces: readonly Span[]): OwnText {
  const draft = new OwnTextDraft(text)
  for (const [index, { start, end }] of pieces.entries()) {
    const hasBlank = start < end && skipSpaces(text, start, start + 1) > start
    if (index > 0) draft.put('\n', pieces[index - 1]?.end ?? start)
    draft.take(hasBlank ? start + 1 : start, end)
  }
  return draft
}
