import type { Table } from '../tables/table.ts'
import type { Line } from './lines/lines.ts'

/** Lines that belong together: a heading, a paragraph, an item, a table. */
export interface Block {
  readonly kind: 'heading' | 'standing heading' | 'paragraph' | 'item' | 'table'
  readonly text: string
  /** The size of its letters, in points. */
  readonly size: number
  /** Of a heading, how high it ranks: what is larger stands above. */
  readonly rank: number
  /** Where it begins, in points from the left edge: of an item, its bullet. */
  readonly left: number
  /** Of an item: as printed. */
  readonly mark?: string
  /** Of a table: its rows. */
  readonly table?: Table
  /** Its lines. */
  readonly lines: readonly Line[]
  /** The page that it begins on, and those that it goes on to, each with its offset in `text`. */
  readonly pageStarts: readonly { readonly page: number; readonly offset: number }[]
}

/** A block without what only all of them together say. */
export type JoinedBlock = Omit<Block, 'kind' | 'rank'>
