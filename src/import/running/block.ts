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

/** What begins a section or a division, wherever a line ends. */
const beginsSection =
  /\n[ \t]{0,20}(?=(?:SECTION|SEC\.|§) ?\d|(?:TITLE|CHAPTER|PART|ARTICLE|ANNEX) [IVXLC\d]|\d{3,6}\.\d{1,4}\. |(?!19|20)\d{4,5}\. [\p{Lu}(]|\d{1,3}-\d{1,4}-\d{1,4}\. |第\p{Script=Han}{1,6}[条章节])/gu
/** What counts, where the line before it ends with a clause. */
const countsOn =
  /(?<=[.;:—：；。]|\b(?:and|or))\n[ \t]{0,20}(?=\([\da-zA-Z]{1,5}\) |\d{1,3}(?:\.\d{1,3})?\. |（[^（）]{1,4}）|(?:Section|Sec\.) ?\d|\p{Script=Han}{1,3}、)/gu

/** `text` with {@link lineBreak} where a line begins a part: in plain texts items need no blank line. */
export function withLines(text: string): string {
  return text.replaceAll(beginsSection, lineBreak).replaceAll(countsOn, lineBreak)
}

/** What a text without marked structure is made of, in order: headings by depth, paragraphs, the rows of tables, and what stands beside these. */
export type TextBlock =
  | {
      readonly kind: 'heading'
      readonly depth: number
      readonly text: string
      readonly line: number
      readonly id?: string
    }
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly line: number
      /** How many lists it stands in; in none unless given. */
      readonly depth?: number
    }
  | ItemBlock
  | { readonly kind: 'rows'; readonly table: Table; readonly line: number }
  | { readonly kind: Aside['kind']; readonly text: string }

/** The first paragraph of an item of a list. */
export interface ItemBlock {
  readonly kind: 'item'
  readonly text: string
  readonly line: number
  /** How many lists it stands in. */
  readonly depth: number
  /** As printed, without the full stop: missing behind a bullet. */
  readonly number?: string
}
