import { divisionKinds } from '../../core/corpus/kinds.ts'
import type { DivisionKind, MeasureKind } from '../../core/corpus/provision.ts'
import type { Part } from '../../core/official/outline.ts'
import { printedAs, readPrintedLabel } from '../labels/printedLabel.ts'
import type { LabelledRow } from '../tables/labelledRow.ts'
import { nestRows, type NestedRow } from '../tables/nestRows.ts'

/** A row of a table, and how much of what it stands in comes before it. */
export interface PlacedRow {
  readonly row: LabelledRow
  /** Paragraphs, or the length of the text. */
  readonly at: number
  /** Parts that are no rows. */
  readonly before: number
}

/**
 * The parts that rows of the tables of one part are: those that hold others which a code, a word or
 * several levels label are divisions, all others measures.
 */
export function partsOfRows(rows: readonly PlacedRow[]): readonly PartOfRow[] {
  const places = new Map(rows.map(({ row, at, before }) => [row, { at, before }]))
  return nestRows(rows.map(({ row }) => row)).map((nested) => {
    const { at, before } = places.get(nested.row) ?? { at: 0, before: 0 }
    return { part: { ...partOf(nested), at }, before }
  })
}

/** A part that a row is, and how many parts that are no rows come before it. */
export interface PartOfRow {
  readonly part: PlacedPart
  readonly before: number
}

type PlacedPart = Part & { readonly at: number }

/** All parts of what `parts` stand in, with those of the rows of its tables, in the order in which they came. */
export function withRows(
  parts: readonly PlacedPart[],
  rows: readonly PartOfRow[],
): readonly PlacedPart[] {
  const others = parts.map((part, index) => ({ part, before: index + 0.5 }))
  return [...rows, ...others]
    .sort((one, other) => one.before - other.before)
    .map(({ part }) => part)
}

function partOf({ row, text, rows }: NestedRow): Part {
  const named = nameOf(row, text)
  const isDivision = isDivisionKind(named.kind) || holdsMeasures(row, rows)
  const name = row.label?.sort === 'name' ? row.label.label : ''
  const heading = isDivision && isHeading(named.rest) ? named.rest : name
  const { rest, printed, ...label } = named
  return {
    level: isDivision ? 'division' : 'measure',
    ...label,
    ...(heading !== '' && { heading }),
    ...printedAs(printed, heading),
    text: heading === name ? rest : '',
    parts: rows.map(partOf),
  }
}

/** What the label of a row says, and its words without it. */
function nameOf(
  { label }: LabelledRow,
  text: string,
): Pick<Part, 'kind' | 'label'> & { readonly rest: string; readonly printed: string } {
  if (label === undefined) {
    const { heading, ...named } = readPrintedLabel(text)
    return { ...named, rest: heading, printed: text.slice(0, text.length - heading.length).trim() }
  }
  const { printed, sort } = label
  if (sort === 'name') return { rest: text, printed }
  const { heading, ...named } = readPrintedLabel(`${printed} ${something}`)
  const isRead = named.label !== undefined && heading === something
  return { ...(isRead ? named : { label: label.label }), rest: text, printed }
}

/** Stands for the words behind a label. */
const something = 'X'

/** Whether a row only heads those below it: it has no label, or they have one that could stand alone. */
function holdsMeasures({ label }: LabelledRow, rows: readonly NestedRow[]): boolean {
  return (
    label === undefined ||
    rows.some(({ row }) => row.label !== undefined && row.label.sort !== 'enumerator')
  )
}

function isDivisionKind(kind: DivisionKind | MeasureKind | undefined): boolean {
  return kind !== undefined && divisionKinds.some((one) => one === kind) && kind !== 'section'
}

/** Whether the words of a division are a heading: one line, and no sentence. */
function isHeading(text: string): boolean {
  return text !== '' && text.length <= 120 && !/\n|[.!?。！？;；]$/u.test(text)
}
