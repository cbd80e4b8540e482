import type { Part } from '../core/official/outline.ts'

/**
 * Whether an item of a list is a measure, in documents of all formats, by what it stands in, the
 * outermost first: in a section of a plan it is what is to be done, and so is an item below it. In a
 * measure with a number, an article or a recommendation, its items are words of it.
 */
export function itemsAreMeasures(within: readonly Pick<Part, 'level' | 'label'>[]): boolean {
  return within.every(({ level, label }) => level === 'division' || label === undefined)
}

/** How many measures a document has by what shows them. */
export interface MeasureCounts {
  /** Items of lists. */
  readonly items: number
  /** What the document numbers or labels, outside of lists. */
  readonly numbered: number
}

/**
 * Whether items of lists are measures at all beside what else a document has: in a document that
 * numbers most of its measures (50 recommendations, 72 subcategories) they are words.
 */
export function itemsAreMeasuresBeside({ items, numbered }: MeasureCounts): boolean {
  return items >= numbered
}
