import type { PageStart, Part } from '../../core/official/outline.ts'
import { greatestOf } from '../../core/text/lists.ts'
import { behindAll } from '../order.ts'
import { partsOfRows, withRows, type PartOfRow, type PlacedRow } from '../running/rowParts.ts'
import type { Block } from './block.ts'

/** A part while it is built. */
export interface Draft {
  readonly level: Part['level']
  /** Whether a heading begins it, and no bullet or number. */
  readonly isHeaded: boolean
  readonly kind?: Part['kind']
  readonly label?: string
  readonly heading?: string
  readonly printed?: string
  /** How much text of what it stands in comes before it. */
  readonly at: number
  /** Of a heading its size, of an item its place from the left: what is smaller, or further in, goes below. */
  readonly rank: number
  text: string
  readonly pageStarts: PageStart[]
  readonly firstPage: number
  lastPage: number
  readonly parts: Draft[]
  /** The rows of tables in it. */
  readonly rows: PlacedRow[]
}

/** What is known of a part from its beginning. */
export type Head = Pick<
  Draft,
  'level' | 'isHeaded' | 'kind' | 'label' | 'heading' | 'printed' | 'rank'
>

/** A part of which only the beginning is known. */
export function emptyDraft(head: Head & Pick<Draft, 'firstPage' | 'at'>): Draft {
  return { ...head, text: '', pageStarts: [], lastPage: head.firstPage, parts: [], rows: [] }
}

/** Whether it is an item, which ends where a paragraph or a heading follows. */
export function isItem({ isHeaded }: Draft): boolean {
  return !isHeaded
}

/** Whether it is a heading and no more. */
export function isBare({ level, label, text, parts, rows }: Draft): boolean {
  const isEmpty = text === '' && parts.length === 0 && rows.length === 0
  return level === 'division' && label === undefined && isEmpty
}

/** Adds the words of a block to a part, as a paragraph. */
export function append(draft: Draft, { text, pageStarts }: Block): void {
  appendText(draft, text, pageStarts)
}

/** Adds a paragraph to a part. */
export function appendText(draft: Draft, text: string, pageStarts: Block['pageStarts']): void {
  const base = draft.text === '' ? 0 : draft.text.length + 2
  draft.text = draft.text === '' ? text : `${draft.text}\n\n${text}`
  for (const { page, offset } of pageStarts) {
    if (draft.pageStarts.at(-1)?.page === page) continue
    draft.pageStarts.push({ page, offset: base + offset })
    draft.lastPage = Math.max(draft.lastPage, page)
  }
}

function finished(draft: Draft): Part & { readonly at: number } {
  const { level, kind, label, heading, printed, firstPage, at } = draft
  const content = contentOf(draft)
  const last = greatestOf(
    content.parts.map(({ pages }) => pages?.last ?? 0),
    draft.lastPage,
  )
  return {
    level,
    ...(kind && { kind }),
    ...(label !== undefined && { label }),
    ...(heading !== undefined && { heading }),
    ...(printed !== undefined && { printed }),
    pages: { first: firstPage, last },
    ...content,
    at,
  }
}

/** What a part holds, finished. */
export function contentOf({
  text,
  pageStarts,
  parts,
  rows,
}: Draft): Pick<Part, 'text' | 'pageStarts' | 'parts'> {
  const all = withRows(parts.map(finished), partsIn(rows))
  return {
    text,
    ...(pageStarts.length > 0 && { pageStarts }),
    parts: behindAll(all, text),
  }
}

/** The parts that rows of tables are, on the pages of these. */
function partsIn(rows: readonly PlacedRow[]): readonly PartOfRow[] {
  const pages = new Map<string | undefined, number>()
  for (const { row } of rows) {
    if (!pages.has(row.label?.label)) pages.set(row.label?.label, row.line)
  }
  const first = rows[0]?.row.line ?? 1
  const withPages = <P extends Part>(part: P, above: number): P => {
    const page = pages.get(part.label) ?? above
    const parts = part.parts.map((one) => withPages(one, page))
    const last = greatestOf(
      parts.map(({ pages: own }) => own?.last ?? page),
      page,
    )
    return {
      ...part,
      pages: { first: page, last },
      ...(part.text !== '' && { pageStarts: [{ page, offset: 0 }] }),
      parts,
    }
  }
  return partsOfRows(rows).map(({ part, before }) => ({ part: withPages(part, first), before }))
}
