import type { Aside, Part } from '../../core/official/outline.ts'
import { behindAll } from '../order.ts'
import type { Reading } from './numbers/enumerator.ts'
import { partsOfRows, withRows, type PlacedRow } from './rowParts.ts'

/** A part while it is read. */
export interface Draft extends Pick<Part, 'level' | 'kind' | 'label' | 'place' | 'id'> {
  /** May stand in the line behind the number. */
  heading?: string
  printed?: string
  /** How many paragraphs of what it stands in come before it. */
  readonly at: number
  /** What is smaller goes below what is larger: headings by their depth, then measures, then points. */
  readonly rank: number
  /** How its siblings are counted. */
  readonly reading?: Reading
  readonly paragraphs: string[]
  readonly parts: Draft[]
  /** The rows of tables in it. */
  readonly rows: PlacedRow[]
  readonly asides: Aside[]
}

/** What is known of a part from its beginning. */
export type Head = Omit<Draft, 'at' | 'paragraphs' | 'parts' | 'rows' | 'asides'>

/** A part of which nothing but its beginning is known. */
export function emptyDraft(head: Head, at: number): Draft {
  return { ...head, at, paragraphs: [], parts: [], rows: [], asides: [] }
}

function finished(draft: Draft): Part & { readonly at: number } {
  const { level, kind, label, place, heading, printed, id, at } = draft
  return {
    level,
    ...(kind !== undefined && { kind }),
    ...(label !== undefined && { label }),
    ...(place !== undefined && { place }),
    ...(heading !== undefined && { heading }),
    ...(printed !== undefined && { printed }),
    ...(id !== undefined && { id }),
    ...contentOf(draft),
    at,
  }
}

/** The text of a draft, and its parts. */
export function contentOf({
  paragraphs,
  parts,
  rows,
  asides,
}: Draft): Pick<Part, 'text' | 'parts' | 'asides'> {
  const text = paragraphs.join(between)
  const ends = endsOf(paragraphs)
  const placed = withRows(parts.map(finished), partsOfRows(rows)).map((part) => ({
    ...part,
    at: ends[part.at] ?? text.length,
  }))
  return { text, parts: behindAll(placed, text), ...(asides.length > 0 && { asides }) }
}

/** Stands between two paragraphs. */
const between = '\n\n'

/** How long the text is before each paragraph, without what parts them, and behind the last. */
function endsOf(paragraphs: readonly string[]): readonly number[] {
  let length = 0
  return [
    0,
    ...paragraphs.map((paragraph, index) => {
      length += paragraph.length + (index === 0 ? 0 : between.length)
      return length
    }),
  ]
}
