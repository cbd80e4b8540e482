import type { CslItem } from '../bibliography/cslItem.ts'
import type { Citation } from '../pandoc/syntax.ts'

/**
 * A citation as a style prints it: what a key and the words behind it say is parted into the work and
 * its places. Several places of one work that stand side by side in a group are one.
 */
export interface PlacedCitation {
  /** As written; the first of those that became one. */
  readonly citation: Citation
  /** The item of its instrument in the words of the style's family; absent of what is none of ours. */
  readonly work?: CslItem
  /**
   * In order, in the words of the style's family; none where a whole work is cited. The page of the first
   * is as written, for the style to print; later ones are as they are printed behind it.
   */
  readonly places: readonly PrintedPlace[]
  /** What stands before the key, as written, without the spaces around. */
  readonly prefix: string
  /** What stands behind the key and is no place, as written, with what parts it from the place. */
  readonly rest: string
}

/** A place, and which citation says it. */
export interface PrintedPlace extends PlaceText {
  readonly citation: Citation
}

/** `p. 3` and `pillar I, sec. 1, action 3`; one of them may be empty. */
export interface PlaceText {
  readonly page: string
  /** What parts them as written: `, `, `，`; empty where one of them is. */
  readonly gap: string
  readonly words: string
}

/** How words are set. */
export type Face =
  | 'italic'
  | 'strong'
  | 'smallCaps'
  | 'raised'
  | 'lowered'
  | 'struck'
  | 'underlined'
  | 'marked'
  | 'code'

/** Words as they are printed, set alike. */
export interface PrintedRun {
  readonly text: string
  /** The outermost first. */
  readonly faces?: readonly Face[]
  /** Where it leads, of an address that is printed. */
  readonly address?: string
  /** Of which place of a group these words are, counted over its citations, from 0. */
  readonly place?: number
}

/** What a group of citations prints. */
export interface PrintedGroup {
  /** What stands in the sentence; in a note style nothing but the author of a narrative citation. */
  readonly text: readonly PrintedRun[]
  /** What the note says, in a note style. */
  readonly note?: readonly PrintedRun[]
  /** The same as part of a sentence: without the capital that begins a note, and the full stop that ends it. */
  readonly words?: readonly PrintedRun[]
}

/** One entry of a list of references. */
export interface PrintedEntry {
  readonly key: string
  readonly runs: readonly PrintedRun[]
}

/** What a report prints of what it cites. */
export interface PrintedReferences {
  /** In the order of the groups that were given. */
  readonly groups: readonly PrintedGroup[]
  /** As the style orders it; empty in a style that has none. */
  readonly list: readonly PrintedEntry[]
}

/** The styles that we print ourselves, by the names under which the CSL project publishes them. */
export const ownStyles = [
  'chicago-author-date',
  'chicago-notes-bibliography',
  'apa',
  'oscola',
  'bluebook-law-review',
  'china-national-standard-gb-t-7714-2025-numeric',
  'china-national-standard-gb-t-7714-2025-author-date',
] as const

/** See {@link ownStyles}. */
export type OwnStyle = (typeof ownStyles)[number]

/** The language that a style is printed in where a report names none (CSL, `default-locale`). */
export const styleLanguages: Readonly<Record<OwnStyle, string>> = {
  'chicago-author-date': 'en-US',
  'chicago-notes-bibliography': 'en-US',
  apa: 'en-US',
  oscola: 'en-GB',
  'bluebook-law-review': 'en-US',
  'china-national-standard-gb-t-7714-2025-numeric': 'zh-CN',
  'china-national-standard-gb-t-7714-2025-author-date': 'zh-CN',
}

/** What readers call the styles that we print. */
export const styleNames: Readonly<Record<OwnStyle, string>> = {
  'chicago-author-date': 'Chicago (author-date)',
  'chicago-notes-bibliography': 'Chicago (notes)',
  apa: 'APA',
  oscola: 'OSCOLA',
  'bluebook-law-review': 'Bluebook (law review)',
  'china-national-standard-gb-t-7714-2025-numeric': 'GB/T 7714—2025 (numeric)',
  'china-national-standard-gb-t-7714-2025-author-date': 'GB/T 7714—2025 (author-date)',
}
