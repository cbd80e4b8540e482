import type { Aside } from '../../core/official/outline.ts'
import type { Table } from '../tables/table.ts'

/** Stands where a line ends within a paragraph. */
export const lineBreak = '\u2028'

/** `text` with single spaces for all white space but {@link lineBreak}. */
export function inLines(text: string): string {
  return text
    .replaceAll(/[^\S\u2028]+/gu, ' ')
    .replaceAll(/ ?\u2028[\u2028 ]*/gu, lineBreak)
    .replaceAll(/^[ \u2028]|[ \u2028]$/gu, '')
}

/** What a text without marked structure is made of, in order: headings by depth, paragraphs, the rows of tables, and what stands beside these. */
export type TextBlock =
  | {
      readonly kind: 'heading'
      readonly depth: number
      readonly text: string
      readonly line: number
      readonly id?: string
      /** It stands around a law: a letter or a Roman number alone before its words is none of a part. */
      readonly isAroundLaw?: true
      /** It is the label of something to be done, whatever it is called. */
      readonly isMeasure?: true
    }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly line: number
      /** How many lists it stands in; in none unless given. */
      readonly depth?: number
      /** The words in heavy letters that it begins with; all of it, where all is heavy. */
      readonly lead?: string
    }
  | ItemBlock
  | {
      /** Of no part, and told of. */
      readonly kind: 'listed'
      readonly text: string
      readonly line: number
    }
  | BoxBlock
  | { readonly kind: 'rows'; readonly table: Table; readonly line: number }
  | { readonly kind: Aside['kind']; readonly text: string }

/** A box within a text, which goes on behind it: its heading, and what stands in it. */
export interface BoxBlock {
  readonly kind: 'box'
  readonly blocks: readonly TextBlock[]
}

/** The first paragraph of an item of a list. */
export interface ItemBlock {
  readonly kind: 'item'
  readonly text: string
  readonly line: number
  /** How many lists it stands in. */
  readonly depth: number
  /** As printed, without what closes it: missing behind a bullet. */
  readonly number?: string
  /** With what closes it, where that is no full stop: `1)`. */
  readonly printed?: string
}
